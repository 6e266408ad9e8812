package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words behind 评分 in any order: whom, which sheet, how many points, which period.
 *
 * @param member whom, or null
 * @param sheet which sheet, or null
 * @param points 0 to 100, or null
 * @param period as named, or null
 */
record SheetLine(
    @Nullable Member member,
    @Nullable ScoreSheet sheet,
    @Nullable BigDecimal points,
    @Nullable Period period) {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final int DECIMALS = 2;

  /**
   * Reads the words.
   *
   * @throws CommandRejectedException for a word that is none of these
   */
  static SheetLine read(Speaker speaker, List<String> words, List<ScoreSheet> sheets) {
    Member member = null;
    ScoreSheet sheet = null;
    BigDecimal points = null;
    Period period = null;
    for (String word : words) {
      Optional<ScoreSheet> named = named(sheets, word);
      Optional<Member> person = speaker.member(word);
      Optional<BigDecimal> number = number(word);
      if (named.isPresent()) {
        sheet = named.get();
      } else if (person.isPresent()) {
        member = person.get();
      } else if (number.isPresent()) {
        points = checked(speaker, word, number.get());
      } else {
        period = speaker.period(word).orElseThrow(() -> unread(speaker, word, sheets));
      }
    }
    return new SheetLine(member, sheet, points, period);
  }

  /** The sheet of this name. */
  static Optional<ScoreSheet> named(List<ScoreSheet> sheets, String name) {
    return sheets.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The period of the sheet's kind: the one named, else the running one. */
  Period periodOf(Speaker speaker, ScoreSheet of) {
    if (period == null) {
      return speaker.running(of.kind());
    }
    if (period.type() != of.kind()) {
      throw speaker
          .call()
          .rejection("wrongPeriod", Map.of("sheet", of.name(), "kind", kindWord(of.kind())));
    }
    return period;
  }

  /** 月 季 年. */
  static String kindWord(PeriodType kind) {
    return kind == PeriodType.MONTH ? "月" : kind == PeriodType.QUARTER ? "季" : "年";
  }

  private static Optional<BigDecimal> number(String word) {
    return ChineseNumber.parse(word.replaceFirst("分$", "")).map(number -> number.value());
  }

  private static BigDecimal checked(Speaker speaker, String word, BigDecimal points) {
    if (points.signum() < 0
        || points.compareTo(HUNDRED) > 0
        || points.stripTrailingZeros().scale() > DECIMALS) {
      throw speaker.call().rejection("points", Map.of("points", Speaker.shown(word)));
    }
    return points;
  }

  private static CommandRejectedException unread(
      Speaker speaker, String word, List<ScoreSheet> sheets) {
    boolean likeSheet = word.matches(".*(考核|评分|打分|质量|表现|评价).*");
    if (!likeSheet) {
      return speaker.unknown(word);
    }
    List<String> names = new ArrayList<>(sheets.stream().map(ScoreSheet::name).toList());
    return speaker
        .call()
        .rejection(
            names.isEmpty() ? "noSheets" : "noSuchSheet",
            Map.of("sheet", Speaker.shown(word), "sheets", String.join("、", names)));
  }
}
