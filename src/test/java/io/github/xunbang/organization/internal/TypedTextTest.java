package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.organization.PersonName;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type after 我是 and 设置. */
class TypedTextTest {

  @ParameterizedTest
  @CsvSource({
    "张敏,张敏,,",
    "张敏 电话营销员,张敏,电话营销员,",
    "张敏 一组,张敏,,一组",
    "张敏 电话营销员 一组,张敏,电话营销员,一组",
    "张敏、电话营销员、五店,张敏,电话营销员,五店",
    "阿依•古丽,阿依·古丽,,"
  })
  void readsNamePositionAndUnit(String typed, String name, String position, String unit) {
    assertThat(SelfIntroduction.read(typed)).contains(new SelfIntroduction(name, position, unit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"说昨天签单2", "谁", "不是第一", "新来的", "第一", "老板", "a b c d", "", "你爸爸"})
  void introducesNobody(String typed) {
    assertThat(SelfIntroduction.read(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"张敏🌸,张敏", "Ａnna,Anna", "zhang_san,zhangsan", "rep-1,rep1"})
  void vendorNamesAreCleaned(String vendor, String name) {
    assertThat(PersonName.fromVendor(vendor)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"🌸", "1", "", "@", "123"})
  void vendorNamesWithoutANameAreNone(String vendor) {
    assertThat(PersonName.fromVendor(vendor)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "08:30,08:30",
    "8:30,08:30",
    "８：３０,08:30",
    "8点,08:00",
    "8点半,08:30",
    "早上八点半,08:30",
    "凌晨四点,04:00",
    "两点三十分,02:30",
    "十二点,12:00",
    "十一点,11:00",
    "0点,00:00",
    "23:59,23:59",
    "4,04:00"
  })
  void readsTimesOfDay(String typed, LocalTime time) {
    assertThat(ClockText.read(typed)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "很早", "25:00", "8:60", "8:30pm", "-1", "99999999999"})
  void refusesWhatIsNoTime(String typed) {
    assertThat(ClockText.read(typed)).isEmpty();
  }

  @Test
  void aVendorWithoutANameGivesNone() {
    assertThat(PersonName.fromVendor(null)).isEmpty();
  }
}
