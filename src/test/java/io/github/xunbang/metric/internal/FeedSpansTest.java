package io.github.xunbang.metric.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.Metric;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FeedSpansTest {

  private static final LocalDate FOURTH = LocalDate.of(2026, 12, 4);
  private static final Feed RUNNING = FeedSpans.fed(null, Measure.DEAL_COUNT, FOURTH);

  @Test
  void aFeedBeginsOnItsFirstDayAndNotBefore() {
    assertThat(RUNNING.covers(FOURTH)).isTrue();
    assertThat(RUNNING.covers(FOURTH.minusDays(1))).isFalse();
  }

  @Test
  void whatWasFedOnceStaysFedWhenItEndsAndBeginsAgain() {
    Feed ended = FeedSpans.reported(RUNNING, FOURTH.plusDays(7));
    Feed again = FeedSpans.fed(ended, Measure.DEAL_COUNT, FOURTH.plusDays(16));

    assertThat(again.covers(FOURTH)).isTrue();
    assertThat(again.covers(FOURTH.plusDays(6))).isTrue();
    assertThat(again.covers(FOURTH.plusDays(7))).isFalse();
    assertThat(again.covers(FOURTH.plusDays(15))).isFalse();
    assertThat(again.covers(FOURTH.plusDays(16))).isTrue();
    assertThat(FeedSpans.read(FeedSpans.store(again), Measure.DEAL_COUNT)).isEqualTo(again);
  }

  @Test
  void aChangeThatStillWaitsIsReplaced() {
    assertThat(FeedSpans.reported(RUNNING, FOURTH)).isNull();
    assertThat(FeedSpans.store(null)).isEmpty();
    assertThat(FeedSpans.read("", Measure.CUSTOMERS)).isNull();

    LocalDate tomorrow = FOURTH.plusDays(3);
    Feed ending = FeedSpans.reported(RUNNING, tomorrow);
    assertThat(FeedSpans.fed(ending, Measure.DEAL_COUNT, tomorrow)).isEqualTo(RUNNING);
  }

  @Test
  void anotherMeasureCountsFromItsOwnDay() {
    Metric amount =
        fed(
            FeedSpans.fed(
                FeedSpans.fed(null, Measure.DEAL_AMOUNT, FOURTH),
                Measure.PAID_AMOUNT,
                FOURTH.plusDays(2)));

    assertThat(amount.isFedOn(FOURTH.plusDays(1), Measure.DEAL_AMOUNT)).isTrue();
    assertThat(amount.isFedOn(FOURTH.plusDays(1), Measure.PAID_AMOUNT)).isFalse();
    assertThat(amount.isFedOn(FOURTH.plusDays(2), Measure.PAID_AMOUNT)).isTrue();
    assertThat(MetricDocument.load(MetricDocument.store(amount))).isEqualTo(amount);
  }

  private static Metric fed(Feed feed) {
    MetricDraft draft = MetricDraft.of(DefaultMetrics.ALL.get(3));
    draft.feed = feed;
    return draft.metric();
  }
}
