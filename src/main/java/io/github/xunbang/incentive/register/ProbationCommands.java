package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.calendar.DayRange;
import io.github.xunbang.calendar.DayRangeText;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.register.ProbationBook.Span;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PastRevised;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 试用: who is on probation and until when, for rules that only concern them (S-103, S-104). */
@Component
class ProbationCommands implements CommandHandler {

  private static final int SHOWN = 12;
  private static final int MOST_MONTHS = 12;
  private static final Pattern NAMED = Pattern.compile("(?s)^[@＠]?(\\S+?)\\s+(\\S.*)$");
  private static final Pattern MONTHS =
      Pattern.compile("(?:(\\S+?)(?:\\s*(?:起|开始))?\\s+)?(\\S+?)个?月");
  private static final Pattern ENDED = Pattern.compile("(?:提前)?(?:转正|结束)(?:\\s+(\\S+))?");

  private final OrganizationService organizations;
  private final ProbationRepository probation;
  private final ApplicationEventPublisher events;

  ProbationCommands(
      OrganizationService organizations,
      ProbationRepository probation,
      ApplicationEventPublisher events) {
    this.organizations = organizations;
    this.probation = probation;
    this.events = events;
  }

  @Override
  public String name() {
    return "试用";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Speaker speaker = Speaker.of(call, organizations);
    String input = call.input().strip();
    if (input.isEmpty() || input.matches("名单|清单")) {
      return list(speaker);
    }
    Matcher named = NAMED.matcher(input);
    String name = named.matches() ? named.group(1) : input.replaceFirst("^[@＠]", "");
    Member member = speaker.member(name).orElseThrow(() -> speaker.unknown(name));
    if (!named.matches()) {
      return one(speaker, member);
    }
    String rest = DayRangeText.tidy(named.group(2));
    Matcher ended = ENDED.matcher(rest);
    if (ended.matches()) {
      return end(speaker, member, Optional.ofNullable(ended.group(1)));
    }
    return rest.matches("取消|撤销|删除") ? cancel(speaker, member) : set(speaker, member, rest);
  }

  private Reply set(Speaker speaker, Member member, String typed) {
    DayRange days =
        days(speaker, member, typed)
            .orElseThrow(() -> speaker.call().rejection("usage", Map.of("name", member.name())));
    if (days.end().isBefore(days.start()) || days.end().isBefore(speaker.today())) {
      throw speaker
          .call()
          .rejection("over", Map.of("name", member.name(), "last", DateText.day(days.end())));
    }
    if (days.end().isAfter(days.start().plusMonths(MOST_MONTHS))) {
      throw speaker.call().rejection("tooLong", Map.of("name", member.name()));
    }
    Span span = new Span(member.id(), days.start(), days.end());
    probation.change(speaker.organization().id(), book -> book.with(span));
    revised(speaker, span);
    return speaker.call().reply("set", values(member, span));
  }

  private void revised(Speaker speaker, Span span) {
    events.publishEvent(new PastRevised(speaker.organization().id(), span.first(), span.last()));
  }

  /** 3个月 from the first day, 11-01 3个月, 12-01至02-28, or 到02-28. */
  private static Optional<DayRange> days(Speaker speaker, Member member, String typed) {
    Matcher months = MONTHS.matcher(typed);
    if (months.matches()) {
      Optional<LocalDate> first = first(speaker, member, months.group(1));
      return ChineseNumber.parse(months.group(2))
          .map(number -> number.value())
          .filter(number -> number.signum() > 0 && number.stripTrailingZeros().scale() <= 0)
          .map(number -> number.min(new java.math.BigDecimal(100)).intValueExact())
          .flatMap(
              number -> first.map(day -> new DayRange(day, day.plusMonths(number).minusDays(1))));
    }
    DayRangeText ahead = DayRangeText.ahead(speaker.today(), speaker.today());
    String days = typed.replaceFirst("^(?:到|至)", "");
    return ahead
        .read(days)
        .map(read -> typed.equals(days) ? read : new DayRange(member.since(), read.end()))
        .filter(read -> read.length() > 1);
  }

  private static Optional<LocalDate> first(Speaker speaker, Member member, @Nullable String typed) {
    return typed == null
        ? Optional.of(member.since())
        : new DateWords(speaker.organization().businessDay(), speaker.at())
            .parse(typed.replaceFirst("^(?:从|自)", ""))
            .filter(DateReading.Resolved.class::isInstance)
            .map(reading -> ((DateReading.Resolved) reading).date());
  }

  private Reply end(Speaker speaker, Member member, Optional<String> typed) {
    Span span = standing(speaker, member);
    LocalDate day =
        typed
            .map(
                text ->
                    DayRangeText.ahead(speaker.today(), speaker.today())
                        .read(text)
                        .map(DayRange::start)
                        .orElseThrow(
                            () -> speaker.call().rejection("usage", Map.of("name", member.name()))))
            .orElse(speaker.today());
    if (day.isAfter(span.last())) {
      throw speaker.call().rejection("endsBefore", values(member, span));
    }
    probation.change(speaker.organization().id(), book -> book.endedBefore(member.id(), day));
    revised(speaker, span);
    return speaker
        .call()
        .reply("confirmed", Map.of("name", member.name(), "day", DateText.day(day)));
  }

  private Reply cancel(Speaker speaker, Member member) {
    Span span = standing(speaker, member);
    probation.change(
        speaker.organization().id(), book -> book.endedBefore(member.id(), span.first()));
    revised(speaker, span);
    return speaker.call().reply("cancelled", values(member, span));
  }

  private Span standing(Speaker speaker, Member member) {
    return probation
        .find(speaker.organization().id())
        .of(member.id(), speaker.today())
        .orElseThrow(() -> speaker.call().rejection("notOn", Map.of("name", member.name())));
  }

  private Reply one(Speaker speaker, Member member) {
    return speaker.call().reply("one", values(member, standing(speaker, member))).changingNothing();
  }

  private Reply list(Speaker speaker) {
    List<Span> spans =
        probation.find(speaker.organization().id()).spans().stream()
            .filter(span -> !span.last().isBefore(speaker.today()))
            .filter(
                span ->
                    speaker
                        .organization()
                        .member(span.memberId())
                        .filter(member -> !member.leftBefore(speaker.today()))
                        .isPresent())
            .sorted(Comparator.comparing(Span::last).thenComparing(Span::memberId))
            .toList();
    if (spans.isEmpty()) {
      return speaker.call().reply("nobody").changingNothing();
    }
    String names =
        spans.stream()
            .limit(SHOWN)
            .map(span -> speaker.name(span.memberId()) + "到" + DateText.day(span.last()))
            .collect(Collectors.joining("、"));
    String more = spans.size() > SHOWN ? "…" : "";
    return speaker
        .call()
        .reply("list", Map.of("count", spans.size(), "names", names + more))
        .changingNothing();
  }

  private static Map<String, String> values(Member member, Span span) {
    return Map.of(
        "name", member.name(),
        "first", DateText.day(span.first()),
        "last", DateText.day(span.last()));
  }
}
