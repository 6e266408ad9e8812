package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.scheme.RuleGrammar;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.incentive.scheme.Schemes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 方案 加: a rule written in one line becomes a draft, last month's result beside it. */
@Component
@Order(2)
class AddVerb implements SchemeVerb {

  private static final int OBJECTION_DAYS = 7;
  private static final int NAME_LENGTH = 12;

  private final Schemes schemes;
  private final RuleGrammar grammar;
  private final RuleText texts;
  private final Checked checked;
  private final Rehearsals rehearsals;

  AddVerb(
      Schemes schemes,
      RuleGrammar grammar,
      RuleText texts,
      Checked checked,
      Rehearsals rehearsals) {
    this.schemes = schemes;
    this.grammar = grammar;
    this.texts = texts;
    this.checked = checked;
    this.rehearsals = rehearsals;
  }

  @Override
  public List<String> words() {
    return List.of("加", "新增", "增加");
  }

  @Override
  public Reply handle(SchemeCall call) {
    Optional<SchemeCall.Named> into = call.find(schemes);
    if (into.isEmpty() && call.head().matches("[Ff]\\d+")) {
      throw call.unknown(schemes.all(call.organization().id()));
    }
    String line = into.map(named -> named.rest().words()).orElse(call.words());
    if (line.isEmpty()) {
      throw call.rejection("schemeAddShape", Map.of());
    }
    String author = call.member();
    List<Rule> rules = grammar.read(line, call.organization(), call.today());
    String warnings =
        into.map(
                named -> checked.warnings(call, added(named.scheme(), rules), named.scheme().cap()))
            .orElseGet(() -> checked.warnings(call, rules, null));
    Scheme stored = store(call, into.map(SchemeCall.Named::scheme).orElse(null), rules, author);
    return answer(call, stored, rules, warnings);
  }

  private static List<Rule> added(Scheme scheme, List<Rule> rules) {
    return Stream.concat(
            SchemeBook.written(scheme).stream(), rules.stream().map(rule -> rule.withId("")))
        .toList();
  }

  private Scheme store(SchemeCall call, @Nullable Scheme into, List<Rule> rules, String author) {
    List<Scheme> after =
        schemes.update(
            call.organization().id(),
            before ->
                writtenIn(before, into, rules).isPresent()
                    ? before
                    : SchemeBook.with(before, draft(call, before, into, rules, author)));
    return writtenIn(after, into, rules).orElseThrow();
  }

  /** The scheme whose draft says the same already: a line said twice is one rule. */
  private static Optional<Scheme> writtenIn(
      List<Scheme> schemes, @Nullable Scheme into, List<Rule> rules) {
    return schemes.stream()
        .filter(scheme -> into == null || scheme.id().equals(into.id()))
        .filter(
            scheme ->
                scheme
                    .draft()
                    .filter(draft -> says(draft.rules(), rules, into == null))
                    .isPresent())
        .findFirst();
  }

  private static boolean says(List<Rule> draft, List<Rule> rules, boolean alone) {
    return alone
        ? SchemeBook.same(draft, rules)
        : SchemeBook.without(draft).containsAll(SchemeBook.without(rules));
  }

  private static Scheme draft(
      SchemeCall call, List<Scheme> all, @Nullable Scheme into, List<Rule> rules, String author) {
    Scheme scheme =
        into == null
            ? new Scheme(
                call.organization().id(),
                SchemeBook.nextId(all),
                name(all, rules),
                author,
                null,
                OBJECTION_DAYS,
                List.of())
            : all.stream().filter(one -> one.id().equals(into.id())).findFirst().orElse(into);
    return SchemeBook.with(
        scheme,
        State.DRAFT,
        null,
        SchemeBook.numbered(added(scheme, rules), all),
        author,
        call.at());
  }

  private static String name(List<Scheme> all, List<Rule> rules) {
    String title = rules.get(0).title();
    String name = title.length() > NAME_LENGTH ? title.substring(0, NAME_LENGTH) : title;
    boolean taken = all.stream().anyMatch(scheme -> scheme.name().equals(name));
    return taken ? name + (all.size() + 1) : name;
  }

  /** What else starts with the draft. */
  private static String others(
      SchemeCall call, Scheme scheme, Scheme.Version draft, List<Rule> written) {
    List<Rule> before = Changes.inForce(scheme, call.today());
    List<Rule> after =
        draft.rules().stream()
            .filter(rule -> !written.contains(rule) || before.contains(rule))
            .toList();
    String brief = Changes.brief(before, after);
    return brief.isEmpty()
        ? ""
        : "\n" + call.call().definition().text("schemeOthers", Map.of("rules", brief));
  }

  private Reply answer(SchemeCall call, Scheme scheme, List<Rule> written, String warnings) {
    Scheme.Version draft = scheme.draft().orElseThrow();
    List<Rule> plain = SchemeBook.without(written);
    List<Rule> rules =
        draft.rules().stream().filter(rule -> plain.contains(rule.withId(""))).toList();
    String text =
        rules.stream()
            .map(rule -> rule.id() + " " + texts.of(rule, call.organization()))
            .collect(Collectors.joining("\n"));
    String counts =
        new RehearsalText(
                call.organization(),
                rehearsals.last(call.organization(), rules, null, call.today()))
            .counts();
    return call.reply(
        "schemeAdded",
        Map.of(
            "id",
            scheme.id(),
            "name",
            scheme.name(),
            "version",
            draft.number(),
            "rules",
            text,
            "result",
            counts,
            "warnings",
            warnings + others(call, scheme, draft, rules)));
  }
}
