package io.github.xunbang.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.Reply;
import io.github.xunbang.inbound.Outcome.Result;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.outbox.DirectReplies;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.storage.HandTurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmationBurstsTest {

  private static final Conversation GROUP = Conversation.group("aibot", "g1");

  private final HandTurnedClock real = new HandTurnedClock(Fakes.NOW);
  private final MergingOutbox outbox = new MergingOutbox();
  private final ConfirmationBursts bursts =
      new ConfirmationBursts(new Fakes.Organizations(), outbox, outbox, real);

  /** Keeps heading and time of what is merged. */
  private static final class MergingOutbox implements OutboxService, DirectReplies {
    private final List<String> merged = new ArrayList<>();

    @Override
    public void enqueue(Post post) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void merge(Post post, String heading, Instant notBefore) {
      merged.add(heading + post.message().text() + " " + notBefore);
    }

    @Override
    public void drain() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean limited(Conversation conversation) {
      return true;
    }

    @Override
    public boolean take(Conversation conversation, int messages) {
      return true;
    }

    @Override
    public boolean isKnown(String postKey) {
      return false;
    }
  }

  @Test
  void theSixthWithinAMinuteWaitsFifteenSecondsUnderTheDay() {
    assertThat(said(5)).containsOnly(false);

    assertThat(said(1)).containsExactly(true);

    assertThat(outbox.merged).containsExactly("已登记 12月3日(周四)：张敏 意向客户12 2026-12-03T13:40:15Z");
  }

  @Test
  void aClockThatIsSetBackAnHourKeepsNobodyWaitingForThatHour() {
    said(6);

    real.turn(Duration.ofHours(-1));

    assertThat(said(6)).containsExactly(false, false, false, false, false, true);
    assertThat(outbox.merged.get(1)).endsWith("2026-12-03T12:40:15Z");
  }

  private List<Boolean> said(int times) {
    List<Boolean> collected = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      InboundMessage message = Fakes.message("m" + i, GROUP, "日报 意向12", null, List.of());
      Reply reply = Reply.text("已登记").inBrief("张敏 意向客户12");
      collected.add(bursts.collects(message, new Outcome(reply, "日报", Result.DONE, "o1")));
    }
    return collected;
  }
}
