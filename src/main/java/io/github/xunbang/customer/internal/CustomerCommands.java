package io.github.xunbang.customer.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.internal.CustomerInput.Numbered;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 客户: enters, completes, changes, finds and shows customers (S-13, S-14, S-18). */
@Component
class CustomerCommands implements CommandHandler {

  static final String NAME = "客户";

  private static final int SHOWN = 5;
  private static final int QUOTED = 12;

  private final OrganizationService organizations;
  private final CustomerBook book;
  private final CustomerEntries entries;

  CustomerCommands(OrganizationService organizations, CustomerBook book, CustomerEntries entries) {
    this.organizations = organizations;
    this.book = book;
    this.entries = entries;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public boolean yieldsToFigures(String text) {
    int word = text.indexOf(NAME);
    return word >= 0 && CustomerInput.isFigure(text.substring(word + NAME.length()));
  }

  @Override
  public Reply handle(CommandCall call) {
    try {
      return answer(call);
    } catch (CustomerProblem problem) {
      throw problem.toRejection(call.definition());
    }
  }

  private Reply answer(CommandCall call) {
    String input = call.input();
    // Without the command word the text is the answer to what was asked.
    if (input.equals(call.message().text().strip())) {
      return entries.answer(call);
    }
    if (input.isBlank()) {
      return call.reply("usage");
    }
    var numbered = CustomerInput.numbered(input);
    if (numbered.isPresent()) {
      return numbered(call, numbered.get());
    }
    if (CustomerInput.isEditWithoutNumber(input)) {
      throw new CustomerProblem("changeUsage");
    }
    if (CustomerInput.isFigure(input)) {
      throw new CustomerProblem("figure");
    }
    Optional<Numbered> removed = CustomerInput.removed(input);
    if (removed.isPresent()) {
      return remove(call, removed.get());
    }
    Viewer viewer = viewer(call);
    CustomerDraft draft = CustomerReader.read(input, AreaCodeSetting.of(viewer.organization()));
    if (draft.onlyPhone()) {
      return withPhone(call, viewer, draft);
    }
    return draft.entry() ? entries.enter(call, draft) : named(call, viewer, input);
  }

  private Reply numbered(CommandCall call, Numbered line) {
    Viewer viewer = viewer(call);
    Customer customer =
        book.find(viewer.organization().id(), line.number())
            .orElseThrow(() -> new CustomerProblem("noNumber", Map.of("number", line.number())));
    refuseInvalid(customer);
    return line.rest().isEmpty()
        ? card(call, customer, viewer)
        : entries.change(call, viewer, customer, line.rest());
  }

  private static void refuseInvalid(Customer customer) {
    if (customer.isInvalid()) {
      throw new CustomerProblem("invalid", Map.of("number", customer.number()));
    }
  }

  private Reply remove(CommandCall call, Numbered line) {
    Viewer viewer = viewer(call);
    if (!call.caller().access().covers(Access.MANAGER)) {
      throw new CustomerProblem("managersRemove");
    }
    if (line.number() == 0 || line.rest().isEmpty()) {
      throw new CustomerProblem("removeUsage");
    }
    Customer customer =
        book.find(viewer.organization().id(), line.number())
            .orElseThrow(() -> new CustomerProblem("noNumber", Map.of("number", line.number())));
    boolean replayed =
        customer.acts().stream().anyMatch(act -> act.at().equals(call.message().receivedAt()));
    if (!replayed) {
      refuseInvalid(customer);
    }
    return entries.remove(call, viewer, customer, line.rest());
  }

  private Reply withPhone(CommandCall call, Viewer viewer, CustomerDraft draft) {
    return book.byPhone(viewer.organization().id(), Objects.requireNonNull(draft.phone()))
        .map(customer -> card(call, customer, viewer))
        .orElseThrow(() -> new CustomerProblem("noPhone"));
  }

  private Reply named(CommandCall call, Viewer viewer, String input) {
    List<Customer> found = book.named(viewer.organization().id(), input);
    if (found.isEmpty()) {
      throw new CustomerProblem("noName", Map.of("name", UntrustedText.oneLine(input, QUOTED)));
    }
    if (found.size() == 1) {
      return card(call, found.get(0), viewer);
    }
    String lines =
        found.stream()
            .limit(SHOWN)
            .map(customer -> CustomerText.line(customer, viewer))
            .collect(Collectors.joining("\n"));
    return call.reply("found", Map.of("count", found.size(), "customers", lines)).changingNothing();
  }

  private static Reply card(CommandCall call, Customer customer, Viewer viewer) {
    return call.reply("card", Map.of("card", CustomerText.card(customer, viewer)))
        .changingNothing();
  }

  private Viewer viewer(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    return new Viewer(
        organization, call.caller(), organization.businessDay().of(call.message().receivedAt()));
  }
}
