package io.github.xunbang.customer.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.internal.CustomerDesk.Actor;
import io.github.xunbang.customer.internal.CustomerDesk.Outcome;
import io.github.xunbang.customer.internal.CustomerDraft.Part;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Entering, completing and changing in chat: asks once for what is missing, and says so. */
@Component
class CustomerEntries {

  private static final Pattern NAME_LABEL = Pattern.compile("姓名|名称|名字|客户名|联系人|称呼|公司|单位|店名");

  private final OrganizationService organizations;
  private final CustomerBook book;
  private final CustomerDesk desk;
  private final AwaitedPartsRepository awaited;

  CustomerEntries(
      OrganizationService organizations,
      CustomerBook book,
      CustomerDesk desk,
      AwaitedPartsRepository awaited) {
    this.organizations = organizations;
    this.book = book;
    this.desk = desk;
    this.awaited = awaited;
  }

  Reply enter(CommandCall call, CustomerDraft draft) {
    Actor actor = actor(call);
    Outcome outcome = desk.enter(actor, draft);
    ask(call, actor, outcome.customer());
    return said(call, actor, outcome, "entered", draft.phone() != null);
  }

  /** The answer to what was asked; {@link CustomerAnswers} has seen that it fits. */
  Reply answer(CommandCall call) {
    Actor actor = actor(call);
    Customer customer =
        awaited
            .find(call.caller())
            .flatMap(part -> book.find(part.organizationId(), part.number()))
            .orElseThrow(() -> new CustomerProblem("usage"));
    CustomerDraft draft =
        AnswerReader.read(
            call.message().text(),
            CustomerText.missing(customer),
            AreaCodeSetting.of(actor.organization()),
            true);
    Outcome outcome = desk.change(actor, customer, draft);
    awaited.answered(call.caller(), actor.key());
    ask(call, actor, outcome.customer());
    return said(call, actor, outcome, "completed", draft.phone() != null);
  }

  /** {@code K12 地址 …}: what is said replaces what is stored. */
  Reply change(CommandCall call, Viewer viewer, Customer customer, String typed) {
    if (!viewer.mayChange(customer)) {
      throw new CustomerProblem("notYours", Map.of("owner", viewer.owner(customer)));
    }
    Actor actor = actor(call);
    CustomerDraft draft = draft(actor, customer, typed);
    if (draft.isEmpty()) {
      throw new CustomerProblem("changeUsage");
    }
    Outcome outcome = desk.change(actor, customer, draft);
    return said(call, actor, outcome, "changed", draft.phone() != null);
  }

  /** {@code 删 K12 理由}: says what it costs whom. */
  Reply remove(CommandCall call, Viewer viewer, Customer customer, String reason) {
    Actor actor = actor(call);
    Outcome outcome = desk.remove(actor, customer, ShownCustomer.withoutPhones(reason));
    String metrics = outcome.counted().stream().map(Metric::name).collect(Collectors.joining("、"));
    String finder =
        viewer.organization().member(customer.finderId()).map(Member::name).orElse("登记人");
    return call.reply(
        "removed",
        Map.of(
            "customer",
            "K" + customer.number() + " " + ShownCustomer.name(customer),
            "counted",
            metrics.isEmpty() ? "" : "\n" + finder + "的" + metrics + "-1",
            "owner",
            viewer.owner(customer)));
  }

  /** Bare words are the part that is missing, if that is clear. */
  private static CustomerDraft draft(Actor actor, Customer customer, String typed) {
    String areaCode = AreaCodeSetting.of(actor.organization());
    CustomerDraft read = CustomerReader.read(typed, areaCode);
    List<Part> missing = CustomerText.missing(customer);
    if (!read.entry() && !missing.isEmpty()) {
      CustomerDraft answer = AnswerReader.read(typed, missing, areaCode, true);
      return answer.isEmpty() ? read : answer;
    }
    if (read.phone() != null && typed.strip().startsWith("备注")) {
      throw new CustomerProblem("phoneInNote");
    }
    return renames(customer, read, typed) ? read : withoutName(customer, read);
  }

  /** A name that somebody has is only replaced when the line says that it is a name. */
  private static boolean renames(Customer customer, CustomerDraft read, String typed) {
    return read.name().isEmpty()
        || customer.name().isBlank()
        || !read.entry()
        || NAME_LABEL.matcher(typed).find();
  }

  private static CustomerDraft withoutName(Customer customer, CustomerDraft read) {
    String note =
        Stream.of(read.note().isEmpty() ? customer.note() : read.note(), read.name())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("，"));
    return new CustomerDraft("", read.phone(), read.address(), note, true);
  }

  /** Asked once: the same part is not asked for again after an answer. */
  private void ask(CommandCall call, Actor actor, Customer customer) {
    Caller caller = call.caller();
    Optional<AwaitedPartDocument> before = awaited.find(caller);
    boolean replayed =
        before.filter(part -> actor.key().equals(part.answeredBy())).isPresent()
            && customer.isComplete();
    if (!CustomerText.missing(customer).isEmpty() && !replayed) {
      LocalDate tomorrow = actor.day().plusDays(1);
      awaited.ask(
          caller,
          customer.number(),
          actor.at(),
          actor.organization().businessDay().startOf(tomorrow));
    }
  }

  private static Reply said(
      CommandCall call, Actor actor, Outcome outcome, String key, boolean phoneTyped) {
    Customer customer = outcome.customer();
    Viewer viewer = new Viewer(actor.organization(), call.caller(), actor.day());
    boolean group = call.caller().conversation().isGroup();
    List<Part> missing = CustomerText.missing(customer);
    String title = CustomerText.title(customer, viewer);
    String hint =
        group && phoneTyped && outcome.first()
            ? "\n" + call.definition().text("privately", Map.of())
            : "";
    if (!missing.isEmpty()) {
      return call.reply(
          "incomplete",
          Map.of(
              "customer", title,
              "owner", viewer.owner(customer),
              "missing", CustomerDraft.words(missing),
              "part", missing.get(0).word(),
              "hint", hint));
    }
    return call.reply(
        key,
        Map.of(
            "customer", title,
            "card", CustomerText.card(customer, viewer),
            "number", customer.number(),
            "counted", counted(outcome.counted()),
            "hint", hint));
  }

  private static String counted(List<Metric> metrics) {
    return metrics.isEmpty()
        ? ""
        : "\n" + metrics.stream().map(one -> one.name() + "+1").collect(Collectors.joining("，"));
  }

  private Actor actor(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    Member member =
        Optional.ofNullable(call.caller().memberId())
            .flatMap(organization::member)
            .orElseThrow(() -> new CustomerProblem("enrol"));
    Instant at = call.message().receivedAt();
    return new Actor(organization, member, call.message().key(), at);
  }
}
