package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.Schemes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 方案 生效 F1 [下月|日期]: the draft is in force, or waits for the second person (S-138, S-139). */
@Component
@Order(3)
class StartVerb implements SchemeVerb {

  static final String VERB = "方案 生效";

  private final Schemes schemes;
  private final Checked checked;
  private final Started started;
  private final Changes changes;

  StartVerb(Schemes schemes, Checked checked, Started started, Changes changes) {
    this.schemes = schemes;
    this.checked = checked;
    this.started = started;
    this.changes = changes;
  }

  @Override
  public List<String> words() {
    return List.of("生效", "开始", "执行");
  }

  @Override
  public Reply handle(SchemeCall call) {
    SchemeCall.Named named = call.scheme(schemes);
    Scheme scheme = named.scheme();
    Version draft = scheme.draft().orElse(null);
    if (draft == null) {
      return already(named.rest(), scheme);
    }
    LocalDate day = new StartDay(named.rest()).read(scheme, draft.rules(), VERB);
    State state = started.state(call);
    String warnings = checked.warnings(call, draft.rules(), scheme.cap());
    Scheme after =
        schemes
            .update(
                call.organization().id(),
                before ->
                    SchemeBook.changed(
                        before,
                        scheme.id(),
                        one ->
                            one.draft().equals(scheme.draft())
                                ? Started.draft(call, one, state, day)
                                : one))
            .stream()
            .filter(one -> one.id().equals(scheme.id()))
            .findFirst()
            .orElseThrow();
    return answer(
        call,
        after,
        after.latest().orElseThrow(),
        changes.lines(call.organization(), Changes.inForce(scheme, day), draft.rules()) + warnings);
  }

  /**
   * Said twice, or a crash after it was stored: the same answer again; not with another day, for
   * nothing is left to start then.
   */
  private Reply already(SchemeCall call, Scheme scheme) {
    Version latest =
        scheme
            .latest()
            .filter(version -> version.from() != null && !version.rules().isEmpty())
            .orElseThrow(
                () ->
                    call.rejection(
                        "schemeNoDraft", Map.of("id", scheme.id(), "name", scheme.name())));
    LocalDate from = java.util.Objects.requireNonNull(latest.from());
    if (!call.words().isEmpty()
        && !new StartDay(call).read(scheme, latest.rules(), VERB).equals(from)) {
      throw call.rejection(
          "schemeAlready",
          Map.of(
              "id", scheme.id(),
              "version", latest.number(),
              "day", io.github.xunbang.calendar.DateText.day(from)));
    }
    return answer(call, scheme, latest, "");
  }

  private Reply answer(SchemeCall call, Scheme scheme, Version version, String warnings) {
    LocalDate from = java.util.Objects.requireNonNull(version.from());
    StartDay days = new StartDay(call);
    String effect = days.effect(from, version.rules());
    String brief = Changes.brief(Changes.inForce(scheme, call.today()), version.rules());
    String what = "第" + version.number() + "版 " + effect;
    String waiting =
        started.ask(call, scheme, version, brief.isEmpty() ? what : what + "（" + brief + "）");
    return call.reply(
        waiting.isEmpty() ? "schemeStarted" : "schemeFiled",
        Map.of(
            "id", scheme.id(),
            "name", scheme.name(),
            "version", version.number(),
            "count", version.rules().size(),
            "effect", effect,
            "waiting", waiting,
            "warnings", warnings));
  }
}
