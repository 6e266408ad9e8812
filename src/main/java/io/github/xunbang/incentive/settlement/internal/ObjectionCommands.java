package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.AwardSight;
import io.github.xunbang.incentive.settlement.internal.AwardVerb.Said;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * 申诉: whom a published line concerns freezes it until somebody decides (design section 8). Possible
 * from publication through the scheme's days; once per line, since a decision is final. What one
 * may not see is answered like what does not exist.
 */
@Component
class ObjectionCommands implements CommandHandler {

  /** A line and, behind it, free text. */
  static final Pattern TYPED =
      Pattern.compile(
          "(?s)第?\\s*[#＃]?\\s*(\\d{1,7})\\s*[号条]?[\\s,，、:：。;；]*(.*)",
          Pattern.UNICODE_CHARACTER_CLASS);

  static final int LONGEST_REASON = 100;

  /** 申诉 alone looks at what ended within so many days. */
  private static final int RECENT_DAYS = 130;

  private static final int SHOWN = 10;

  private final PrivateDesk desk;
  private final MongoAwards awards;
  private final Schemes schemes;
  private final ObjectionLetters letters;

  ObjectionCommands(
      PrivateDesk desk, MongoAwards awards, Schemes schemes, ObjectionLetters letters) {
    this.desk = desk;
    this.awards = awards;
    this.schemes = schemes;
    this.letters = letters;
  }

  @Override
  public String name() {
    return "申诉";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    return desk.answer(call, this::run);
  }

  private Said run(AwardRequest request) {
    if (request.rest().isEmpty()) {
      return Said.shown(list(request));
    }
    Matcher typed = TYPED.matcher(request.rest());
    if (!typed.matches()) {
      throw request.refused("usage", Map.of());
    }
    return object(
        request,
        Integer.parseInt(typed.group(1)),
        UntrustedText.oneLine(typed.group(2), LONGEST_REASON));
  }

  private Said object(AwardRequest request, int number, String reason) {
    Award award =
        awards
            .find(request.organization().id(), number)
            .orElseThrow(() -> request.refused("notYours", Map.of("number", number)));
    refuseOthers(request, award);
    Award after =
        awards
            .update(
                request.organization().id(),
                List.of(number),
                request.key(),
                now -> objected(request, now, reason))
            .get(0);
    List<Member> told =
        after.state() == Award.State.OBJECTED
            ? letters.ask(request.organization(), after)
            : List.of();
    return Said.done(
        told.isEmpty()
            ? request.said("objectedAlone", Map.of("number", number))
            : request.said("objected", Map.of("number", number, "names", Deciders.names(told))));
  }

  private static void refuseOthers(AwardRequest request, Award award) {
    Member member = request.member();
    if (isOwn(request, award) && isKnown(award)) {
      return;
    }
    boolean seen = AwardSight.sees(request.organization(), member, award, request.today());
    throw seen && isKnown(award)
        ? request.refused(
            "ofAnother", Map.of("number", award.number(), "name", award.subjectName()))
        : request.refused("notYours", Map.of("number", award.number()));
  }

  private static boolean isOwn(AwardRequest request, Award award) {
    return new Deciders(request.organization(), request.today())
        .isConcerned(award, request.member());
  }

  /** What was given up before anybody heard of it does not exist for anybody. */
  private static boolean isKnown(Award award) {
    return award.state() != Award.State.VOID || award.last(Award.Deed.PUBLISHED).isPresent();
  }

  private Award objected(AwardRequest request, Award award, String reason) {
    Map<String, Object> number = Map.of("number", award.number());
    if (award.state() == Award.State.VOID) {
      throw request.refused("isVoid", number);
    }
    if (award.state() == Award.State.OBJECTED || award.state() == Award.State.DECIDED) {
      throw answered(request, award);
    }
    if (award.state() != Award.State.PUBLISHED) {
      throw request.refused("notPublished", number);
    }
    LocalDate last = lastDay(request, award);
    if (request.today().isAfter(last)) {
      throw request.refused(
          "tooLate", Map.of("number", award.number(), "day", DateText.shortDay(last)));
    }
    if (reason.isEmpty()) {
      throw request.refused("noReason", number);
    }
    return award.acted(
        new Award.Act(Award.Deed.OBJECTED, request.memberId(), request.at(), reason),
        Award.State.OBJECTED);
  }

  private CommandRejectedException answered(AwardRequest request, Award award) {
    boolean waiting = award.state() == Award.State.OBJECTED;
    String names =
        Deciders.names(
            new Deciders(request.organization(), request.today()).asked(scheme(award), award));
    return request.refused(
        waiting ? "again" : "decided",
        Map.of("number", award.number(), "names", names.isEmpty() ? "经理" : names));
  }

  private Optional<Scheme> scheme(Award award) {
    return schemes.find(award.organizationId(), award.schemeId());
  }

  private LocalDate lastDay(AwardRequest request, Award award) {
    return lastDay(request, scheme(award), award);
  }

  /** The last day for an objection to a published line, as its notice said. */
  static LocalDate lastDay(AwardRequest request, Optional<Scheme> scheme, Award award) {
    return request
        .organization()
        .businessDay()
        .of(award.last(Award.Deed.PUBLISHED).orElseThrow().at())
        .plusDays(scheme.map(Scheme::objectionDays).orElse(0));
  }

  private String list(AwardRequest request) {
    LocalDate since = request.today().minusDays(RECENT_DAYS);
    List<Award> own =
        awards.periods(request.organization().id()).stream()
            .filter(period -> period.end().isAfter(since))
            .flatMap(period -> awards.of(request.organization().id(), period).stream())
            .filter(award -> award.state() == Award.State.PUBLISHED)
            .filter(award -> isOwn(request, award))
            .filter(award -> !request.today().isAfter(lastDay(request, award)))
            .toList();
    if (own.isEmpty()) {
      return request.said("none", Map.of());
    }
    List<String> lines = new ArrayList<>();
    own.stream()
        .limit(SHOWN)
        .forEach(
            award ->
                lines.add(
                    "%s %s（%s为止）"
                        .formatted(
                            AwardText.line(award),
                            award.period().label(),
                            DateText.shortDay(lastDay(request, award)))));
    return request.said(
        "list",
        Map.of(
            "count", own.size(), "lines", String.join("\n", lines), "number", own.get(0).number()));
  }
}
