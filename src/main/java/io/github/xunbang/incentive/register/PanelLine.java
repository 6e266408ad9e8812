package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.register.ScoreSheet.Assessor;
import io.github.xunbang.organization.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 评分 设置 季度考核 王总60 李经理40: which sheet, how often, who scores with which weight.
 *
 * @param kind MONTH, QUARTER or YEAR; as said, else as the name says
 * @param said whether the kind was said in a word of its own
 * @param period from which period on, or null for the running one
 * @param assessors in the order typed
 */
record PanelLine(
    String name, PeriodType kind, boolean said, @Nullable Period period, List<Assessor> assessors) {

  private static final int MOST_ASSESSORS = 5;
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final Pattern WEIGHED = Pattern.compile("(.+?)(\\d{1,3})%?");
  private static final Map<String, PeriodType> KINDS =
      Map.ofEntries(
          Map.entry("月", PeriodType.MONTH),
          Map.entry("每月", PeriodType.MONTH),
          Map.entry("月度", PeriodType.MONTH),
          Map.entry("季", PeriodType.QUARTER),
          Map.entry("每季", PeriodType.QUARTER),
          Map.entry("每季度", PeriodType.QUARTER),
          Map.entry("季度", PeriodType.QUARTER),
          Map.entry("年", PeriodType.YEAR),
          Map.entry("每年", PeriodType.YEAR),
          Map.entry("年度", PeriodType.YEAR));

  /** Reads the words behind 设置; weights must add up to 100, none at all are equal ones. */
  static PanelLine read(Speaker speaker, List<String> words) {
    if (words.size() < 2) {
      throw speaker.call().rejection("setUsage", Map.of());
    }
    String name = words.get(0);
    if (!name.matches("[\\p{IsHan}A-Za-z0-9]{2,12}") || speaker.member(name).isPresent()) {
      throw speaker.call().rejection("sheetName", Map.of("sheet", Speaker.shown(name)));
    }
    PeriodType kind = null;
    Period period = null;
    List<Assessor> assessors = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      Optional<Period> named =
          speaker.member(word).isPresent() ? Optional.empty() : speaker.period(word);
      if (KINDS.containsKey(word)) {
        kind = KINDS.get(word);
      } else if (word.matches("\\d{1,3}%?") && !assessors.isEmpty()) {
        weigh(assessors, new BigDecimal(word.replace("%", "")));
      } else if (named.isPresent()) {
        period = named.get();
      } else {
        assessors.add(assessor(speaker, word));
      }
    }
    check(speaker, assessors);
    PeriodType usual = kind == null ? kindOf(name) : kind;
    return new PanelLine(name, usual, kind != null, period, assessors);
  }

  private static Assessor assessor(Speaker speaker, String word) {
    Optional<Member> whole = speaker.member(word);
    if (whole.isPresent()) {
      return new Assessor(whole.get().id(), BigDecimal.ZERO);
    }
    Matcher weighed = WEIGHED.matcher(word);
    if (!weighed.matches()) {
      throw speaker.unknown(word);
    }
    Member member =
        speaker.member(weighed.group(1)).orElseThrow(() -> speaker.unknown(weighed.group(1)));
    return new Assessor(member.id(), new BigDecimal(weighed.group(2)));
  }

  private static void weigh(List<Assessor> assessors, BigDecimal weight) {
    int last = assessors.size() - 1;
    assessors.set(last, new Assessor(assessors.get(last).memberId(), weight));
  }

  private static void check(Speaker speaker, List<Assessor> assessors) {
    long different = assessors.stream().map(Assessor::memberId).distinct().count();
    if (assessors.isEmpty() || different < assessors.size()) {
      throw speaker.call().rejection("setUsage", Map.of());
    }
    if (assessors.size() > MOST_ASSESSORS) {
      throw speaker.call().rejection("tooMany", Map.of("most", MOST_ASSESSORS));
    }
    BigDecimal sum =
        assessors.stream().map(Assessor::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean none = assessors.stream().allMatch(one -> one.weight().signum() == 0);
    boolean all = assessors.stream().allMatch(one -> one.weight().signum() > 0);
    if (none) {
      assessors.replaceAll(one -> new Assessor(one.memberId(), BigDecimal.ONE));
    } else if (!all || sum.compareTo(HUNDRED) != 0) {
      throw speaker.call().rejection("weights", Map.of("sum", sum));
    }
  }

  private static PeriodType kindOf(String name) {
    if (name.contains("季")) {
      return PeriodType.QUARTER;
    }
    return name.contains("年") ? PeriodType.YEAR : PeriodType.MONTH;
  }
}
