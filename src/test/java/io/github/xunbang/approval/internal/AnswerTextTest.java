package io.github.xunbang.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.approval.internal.AnswerText.Choice;
import io.github.xunbang.approval.internal.AnswerText.Confirmation;
import io.github.xunbang.approval.internal.AnswerText.Courtesy;
import io.github.xunbang.approval.internal.AnswerText.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines are wholly an answer, and which only begin like one. */
class AnswerTextTest {

  @ParameterizedTest
  @CsvSource({"1,1", "２,2", "回1,1", "回 2,2", "选1,1", "1。,1", "1️⃣,1", "②,2", "' 1 ',1"})
  void readsAChoice(String typed, int option) {
    assertThat(AnswerText.read(typed)).contains(new Choice(option));
  }

  @ParameterizedTest
  @CsvSource({
    "确认,0,1",
    "是,0,1",
    "是的,0,1",
    "对,0,1",
    "确认！,0,1",
    "确认 3,3,1",
    "确认3,3,1",
    "确认#3,3,1",
    "确认 12,12,1",
    "确认 3 2,3,2",
    "确认3选2,3,2",
    "确认 3-2,3,2"
  })
  void readsAConfirmation(String typed, int question, int option) {
    assertThat(AnswerText.read(typed)).contains(new Confirmation(question, option));
  }

  @ParameterizedTest
  @CsvSource({"取消,0", "不,0", "否,0", "不用了,0", "取消 3,3", "取消3,3"})
  void readsARefusal(String typed, int question) {
    assertThat(AnswerText.read(typed)).contains(new Refusal(question));
  }

  @ParameterizedTest
  @CsvSource({"收到,false", "好的,false", "👍🏻,false", "嗯,false", "OK,false", "谢谢！,true", "辛苦了,true"})
  void courtesyNeverConfirms(String typed, boolean thanks) {
    assertThat(AnswerText.read(typed)).contains(new Courtesy(thanks));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "12",
        "1单",
        "2单",
        "确认签单2",
        "对，签单1",
        "不对",
        "不对，签单是1不是2",
        "是意向12",
        "不 2",
        "对 3",
        "收到 意向12",
        "好的意向3",
        "确认 0",
        "确认 123",
        "取消订单",
        "意向1",
        "1 2",
        "确认 3 2 1"
      })
  void anythingElseIsNoAnswer(String typed) {
    assertThat(AnswerText.read(typed)).isEmpty();
  }
}
