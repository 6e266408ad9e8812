package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.task.internal.PlanDocument.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 计划: one text per person and period; a new one replaces the old, which is kept (S-136). */
@Component
class PlanCommands implements CommandHandler {

  private static final int LONGEST_PERIOD_WORD = 12;
  private static final int SHOWN_NAMES = 20;
  private static final int TEXT = 60;
  private static final int LONG = 160;
  private static final Pattern MISSING =
      Pattern.compile("^(?:谁(?:还)?没(?:交|写|报)(?:计划)?|没交(?:的)?|未交)\\s*(.*)$");
  private static final Pattern OWN_PERIOD =
      Pattern.compile("(?s)[\\s/#]*计划[\\s:：]*(?:今|明|后天|本|下|这|周|\\d).*");

  private final Team team;
  private final PlanRepository plans;

  PlanCommands(Team team, PlanRepository plans) {
    this.team = team;
    this.plans = plans;
  }

  @Override
  public String name() {
    return "计划";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  /** 计划 本月 签12单 holds figures of the plan, not of the day. */
  @Override
  public boolean yieldsToFigures(String text) {
    return NoteText.beginsReport(text) && !OWN_PERIOD.matcher(text).matches();
  }

  @Override
  public Reply handle(CommandCall call) {
    Team.Scene scene = team.scene(call);
    String input = call.input().strip();
    if (input.isEmpty()) {
      return running(scene, scene.self());
    }
    Matcher missing = MISSING.matcher(input);
    if (missing.matches()) {
      return missing(scene, missing.group(1));
    }
    Optional<Typed> typed = typed(scene, input);
    if (typed.isPresent()) {
      return typed.get().text().isEmpty()
          ? one(scene, scene.self(), typed.get().period())
          : store(scene, typed.get());
    }
    TodoReader.Owners named = TodoReader.owners(input, scene.organization(), scene.today());
    if (named.owners().size() != 1) {
      throw call.rejection("noPeriod", Map.of());
    }
    return ofOther(scene, named.owners().get(0), named.rest());
  }

  /**
   * A period word with what follows.
   *
   * @param text the plan, or empty
   */
  private record Typed(Period period, String text) {}

  private static Optional<Typed> typed(Team.Scene scene, String input) {
    PeriodWords words =
        new PeriodWords(
            scene.organization().businessDay(),
            scene.call().message().receivedAt(),
            scene.organization().periods(),
            Map.of());
    String[] parts = input.split("[\\s:：,，]+", 2);
    Optional<Period> first = words.parse(parts[0]);
    if (first.isPresent()) {
      return Optional.of(new Typed(first.get(), parts.length < 2 ? "" : parts[1].strip()));
    }
    for (int end = Math.min(LONGEST_PERIOD_WORD, input.length()); end >= 2; end--) {
      Optional<Period> period = words.parse(input.substring(0, end));
      if (period.isPresent()) {
        return Optional.of(new Typed(period.get(), input.substring(end).strip()));
      }
    }
    return Optional.empty();
  }

  private Reply store(Team.Scene scene, Typed typed) {
    Period period = typed.period();
    if (period.end().isBefore(scene.today())) {
      throw scene.call().rejection("past", Map.of("period", period.label()));
    }
    String text = NoteText.checked(typed.text());
    boolean replaced =
        plans.add(
            scene.organization().id(),
            scene.self().id(),
            period,
            new Wording(text, scene.self().id(), scene.call().message().receivedAt(), scene.key()));
    return scene
        .call()
        .reply(
            replaced ? "replaced" : "stored",
            Map.of(
                "name", scene.self().name(),
                "period", period.label(),
                "text", NoteText.shown(text, LONG)));
  }

  private Reply ofOther(Team.Scene scene, Member other, String rest) {
    if (!other.id().equals(scene.self().id()) && !scene.leads(other.id())) {
      throw scene.call().rejection("leadersOnly", Map.of("name", scene.name(other.id())));
    }
    if (rest.isEmpty()) {
      return running(scene, other);
    }
    Typed typed =
        typed(scene, rest).orElseThrow(() -> scene.call().rejection("noPeriod", Map.of()));
    if (!typed.text().isEmpty()) {
      throw scene.call().rejection("ownOnly", Map.of());
    }
    return one(scene, other, typed.period());
  }

  private Reply one(Team.Scene scene, Member member, Period period) {
    String text =
        plans.of(scene.organization().id(), member.id(), List.of(period)).getOrDefault(period, "");
    return scene
        .call()
        .reply(
            text.isEmpty() ? "noneOf" : "one",
            Map.of(
                "name", scene.name(member.id()),
                "period", period.label(),
                "text", NoteText.shown(text, LONG)))
        .changingNothing();
  }

  /** The plans of the periods that run, and of tomorrow. */
  private Reply running(Team.Scene scene, Member member) {
    List<Period> periods = runningPeriods(scene);
    Map<Period, String> texts = plans.of(scene.organization().id(), member.id(), periods);
    String lines =
        periods.stream()
            .filter(texts::containsKey)
            .limit(5)
            .map(period -> period.label() + "：" + NoteText.shown(texts.get(period), TEXT))
            .collect(Collectors.joining("\n"));
    return scene
        .call()
        .reply(
            lines.isEmpty() ? "none" : "list",
            Map.of("name", scene.name(member.id()), "plans", lines))
        .changingNothing();
  }

  private static List<Period> runningPeriods(Team.Scene scene) {
    LocalDate today = scene.today();
    PeriodCalendar calendar = scene.organization().periods();
    return Stream.of(
            Period.containing(PeriodType.DAY, today),
            Period.containing(PeriodType.DAY, today.plusDays(1)),
            calendar.containing(PeriodType.WEEK, today),
            calendar.next(calendar.containing(PeriodType.WEEK, today)),
            calendar.containing(PeriodType.XUN, today),
            calendar.containing(PeriodType.MONTH, today),
            calendar.containing(PeriodType.QUARTER, today),
            calendar.containing(PeriodType.YEAR, today))
        .toList();
  }

  private Reply missing(Team.Scene scene, String typed) {
    if (!scene.caller().access().covers(Access.LEADER)) {
      throw scene.call().rejection("missingLeadersOnly", Map.of());
    }
    Period period =
        typed.isBlank()
            ? Period.containing(PeriodType.WEEK, scene.today())
            : typed(scene, typed)
                .map(Typed::period)
                .orElseThrow(() -> scene.call().rejection("noPeriod", Map.of()));
    List<Member> duty =
        scene.organization().activeMembers(scene.today()).stream()
            .filter(member -> !member.guest() && isPlanner(scene, member))
            .toList();
    List<String> have =
        plans.withPlan(scene.organization().id(), duty.stream().map(Member::id).toList(), period);
    List<Member> without = duty.stream().filter(member -> !have.contains(member.id())).toList();
    if (without.isEmpty()) {
      return scene.call().reply("allPlanned", Map.of("period", period.label())).changingNothing();
    }
    String names =
        without.stream()
            .limit(SHOWN_NAMES)
            .map(member -> scene.name(member.id()))
            .collect(Collectors.joining("、"));
    return scene
        .call()
        .reply(
            "missing",
            Map.of(
                "period", period.label(),
                "count", without.size(),
                "names", without.size() > SHOWN_NAMES ? names + "等" : names))
        .changingNothing();
  }

  /** Managers set targets; everybody else whom the caller leads writes plans. */
  private static boolean isPlanner(Team.Scene scene, Member member) {
    return !scene.organization().accessOn(member, scene.today()).covers(Access.MANAGER)
        && scene.leads(member.id());
  }
}
