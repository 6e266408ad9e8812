package io.github.xunbang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.customer.internal.CallBack.State;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CallBacksTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 20);

  @Test
  void theSameMessageTwiceMakesOneCallBack() {
    CallBacks once = CallBacks.NONE.with(callBack("a"));

    CallBacks twice = once.with(callBack("a"));

    assertThat(twice).isEqualTo(once);
    assertThat(twice.open()).extracting(CallBack::number).containsExactly(1);
  }

  @Test
  void theFirstMessageThatClosesItIsRemembered() {
    CallBacks closed = CallBacks.NONE.with(callBack("a")).closed(1, State.DONE, "m1", DAY);

    CallBacks again = closed.closed(1, State.CANCELLED, "m2", DAY);

    assertThat(again.find(1).orElseThrow().state()).isEqualTo(State.DONE);
    assertThat(again.find(1).orElseThrow().closedBy()).isEqualTo("m1");
  }

  @Test
  void oneThatWentAwayAndComesBackIsOpenUnderANewNumber() {
    CallBacks gone = CallBacks.NONE.with(callBack("a")).closed(1, State.MOVED, "m1", DAY);

    CallBacks back = gone.with(callBack("a"));

    assertThat(back.open()).extracting(CallBack::number).containsExactly(2);
    assertThat(back.all()).hasSize(1);
  }

  @Test
  void openOnesAreNeverForgotten() {
    CallBacks all = CallBacks.NONE.with(callBack("first"));
    for (int i = 2; i < 300; i++) {
      all = all.with(callBack("x" + i)).closed(i, State.DONE, "m" + i, DAY);
    }

    assertThat(all.find(1)).isPresent();
    assertThat(all.all().size()).isLessThan(110);
    assertThat(all.with(callBack("last")).find(300)).isPresent();
  }

  private static CallBack callBack(String id) {
    return new CallBack(id, 0, 12, "王女士", "回访", "", "m1", true, DAY, State.OPEN, null, null);
  }
}
