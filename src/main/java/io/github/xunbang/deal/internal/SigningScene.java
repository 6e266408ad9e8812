package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a line about a deal is read against.
 *
 * @param self the member whose deal it is
 * @param at when it was said
 * @param figureWords words that name figures and no customer
 * @param sources words that are a source even without 来源 before them
 */
record SigningScene(
    Organization organization,
    Member self,
    Instant at,
    Set<String> figureWords,
    Set<String> sources) {

  private static final Set<String> NO_CUSTOMERS =
      Set.of("目标", "任务", "合计", "累计", "本月", "上月", "今天", "今日", "昨天", "客户", "排名");

  DateWords dates() {
    return new DateWords(organization.businessDay(), at);
  }

  LocalDate today() {
    return organization.businessDay().of(at);
  }

  boolean isFigure(String word) {
    return figureWords.contains(word) || NO_CUSTOMERS.contains(word);
  }
}
