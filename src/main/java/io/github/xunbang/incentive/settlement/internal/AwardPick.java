package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are meant: {@code 31 32 35-40}, {@code 全部}, {@code R3}, each with a period or without
 * ({@code 全部 11月}).
 *
 * @param all whether 全部 was said
 * @param rules rule ids
 * @param numbers numbers
 * @param period the period, or null
 */
public record AwardPick(
    boolean all, Set<String> rules, SortedSet<Integer> numbers, @Nullable Period period) {

  private static final int MOST = 500;
  private static final Set<String> ALL = Set.of("全部", "所有", "都", "全");
  private static final Pattern RULE = Pattern.compile("R\\d{1,6}");
  private static final Pattern NUMBERS = Pattern.compile("#?(\\d{1,7})(?:[-~—到至]#?(\\d{1,7}))?");

  boolean isEmpty() {
    return !all && rules.isEmpty() && numbers.isEmpty() && period == null;
  }

  /** Whether single lines are named, which must then all fit. */
  boolean isExplicit() {
    return !numbers.isEmpty();
  }

  /** What {@code typed} means; empty when a word of it means nothing. */
  static Optional<AwardPick> read(String typed, Organization organization, Instant at) {
    boolean all = false;
    Set<String> rules = new TreeSet<>();
    SortedSet<Integer> numbers = new TreeSet<>();
    Period period = null;
    for (String word : words(typed)) {
      Matcher range = NUMBERS.matcher(word);
      if (ALL.contains(word)) {
        all = true;
      } else if (RULE.matcher(word.toUpperCase(Locale.ROOT)).matches()) {
        rules.add(word.toUpperCase(Locale.ROOT));
      } else if (range.matches()) {
        if (!add(range, numbers)) {
          return Optional.empty();
        }
      } else {
        period = period(word, organization, at).orElse(null);
        if (period == null) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new AwardPick(all, rules, numbers, period));
  }

  /** The period that a word means in this organization. */
  public static Optional<Period> period(String word, Organization organization, Instant at) {
    Map<String, Period> campaigns =
        organization.structure().campaigns().stream()
            .collect(Collectors.toMap(Campaign::name, Campaign::period, (one, other) -> one));
    return new PeriodWords(organization.businessDay(), at, organization.periods(), campaigns)
        .parse(word);
  }

  private static Iterable<String> words(String typed) {
    return Pattern.compile("[\\s,，、;；]+")
            .splitAsStream(
                Normalizer.normalize(TypedText.clean(typed), Normalizer.Form.NFKC).strip())
            .filter(word -> !word.isEmpty())
        ::iterator;
  }

  private static boolean add(Matcher range, SortedSet<Integer> numbers) {
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
    if (to < from || to - from >= MOST || numbers.size() + to - from >= MOST) {
      return false;
    }
    for (int number = from; number <= to; number++) {
      numbers.add(number);
    }
    return true;
  }
}
