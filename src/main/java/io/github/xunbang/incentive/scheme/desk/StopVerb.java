package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.Schemes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 方案 停 F1 or R3 [下月|日期]: a version without it; drafts lose it at once. What is over stays as it was
 * settled.
 */
@Component
@Order(4)
class StopVerb implements SchemeVerb {

  private static final String VERB = "方案 停";

  private final Schemes schemes;
  private final Started started;

  StopVerb(Schemes schemes, Started started) {
    this.schemes = schemes;
    this.started = started;
  }

  @Override
  public List<String> words() {
    return List.of("停用", "停止", "停");
  }

  @Override
  public Reply handle(SchemeCall call) {
    Optional<String> ruleId = call.ruleId();
    if (ruleId.isPresent()) {
      Scheme scheme =
          schemes
              .ofRule(call.organization().id(), ruleId.get())
              .orElseThrow(() -> call.rejection("schemeNoRule", Map.of("id", ruleId.get())));
      SchemeCall rest = call.with(call.words().substring(ruleId.get().length()));
      return stop(rest, scheme, ruleId.get());
    }
    if (call.words().isEmpty()) {
      throw call.rejection("schemeStopShape", Map.of());
    }
    SchemeCall.Named named = call.scheme(schemes);
    return stop(named.rest(), named.scheme(), "");
  }

  /** Stops the rule of that id, or all for the empty one. */
  private Reply stop(SchemeCall call, Scheme scheme, String ruleId) {
    String what = ruleId.isEmpty() ? scheme.id() + " " + scheme.name() : ruleId;
    Optional<Version> running =
        scheme.versions().stream()
            .filter(
                version -> version.state() == State.IN_FORCE || version.state() == State.WAITING)
            .reduce((earlier, later) -> later);
    boolean runs = running.filter(version -> holds(version.rules(), ruleId)).isPresent();
    boolean written = scheme.draft().filter(draft -> holds(draft.rules(), ruleId)).isPresent();
    if (!runs && !written) {
      return call.reply("schemeStoppedBefore", Map.of("what", what));
    }
    List<Rule> left = running.map(version -> without(version.rules(), ruleId)).orElse(List.of());
    LocalDate day = runs ? new StartDay(call).read(scheme, left, VERB) : call.today();
    State state = runs ? started.state(call) : State.DRAFT;
    String author = call.member();
    List<Scheme> after =
        schemes.update(
            call.organization().id(),
            before ->
                SchemeBook.changed(
                    before,
                    scheme.id(),
                    one ->
                        one.equals(scheme)
                            ? stopped(call, one, ruleId, runs ? state : null, day, left, author)
                            : one));
    return answer(call, find(after, scheme.id()), what, runs);
  }

  private static boolean holds(List<Rule> rules, String ruleId) {
    return rules.stream().anyMatch(rule -> ruleId.isEmpty() || rule.id().equals(ruleId));
  }

  private static List<Rule> without(List<Rule> rules, String ruleId) {
    return rules.stream().filter(rule -> !ruleId.isEmpty() && !rule.id().equals(ruleId)).toList();
  }

  private static Scheme stopped(
      SchemeCall call,
      Scheme scheme,
      String ruleId,
      @org.jspecify.annotations.Nullable State state,
      LocalDate day,
      List<Rule> left,
      String author) {
    Scheme changed = scheme;
    if (state != null) {
      changed = SchemeBook.with(changed, state, day, left, author, call.at());
    }
    Version draft = scheme.draft().orElse(null);
    if (draft == null || !holds(draft.rules(), ruleId)) {
      return changed;
    }
    List<Rule> drafted = without(draft.rules(), ruleId);
    return drafted.isEmpty()
        ? SchemeBook.with(changed, draft.number(), version -> version.in(State.DROPPED, null, null))
        : SchemeBook.with(changed, State.DRAFT, null, drafted, author, call.at());
  }

  private Reply answer(SchemeCall call, Scheme scheme, String what, boolean runs) {
    if (!runs) {
      return call.reply("schemeDraftGone", Map.of("what", what));
    }
    Version version =
        scheme.versions().stream()
            .filter(one -> one.from() != null)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    LocalDate from = java.util.Objects.requireNonNull(version.from());
    String effect = new StartDay(call).effect(from, version.rules());
    String waiting = started.ask(call, scheme, version, "停用" + what + " " + effect);
    return call.reply(
        "schemeStopped",
        Map.of(
            "what",
            what,
            "day",
            io.github.xunbang.calendar.DateText.day(from),
            "waiting",
            waiting.isEmpty() ? "" : "\n" + waiting));
  }

  private static Scheme find(List<Scheme> all, String schemeId) {
    return all.stream().filter(one -> one.id().equals(schemeId)).findFirst().orElseThrow();
  }
}
