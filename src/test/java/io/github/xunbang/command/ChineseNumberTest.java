package io.github.xunbang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumberTest {

  private static final String DIGITS = "零一二三四五六七八九";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "１２|12",
        "0|0",
        "007|7",
        "1,234.5|1234.5",
        "35,000元整|35000",
        "¥35,000|35000",
        "￥3.5万|35000",
        "3w5|35000",
        "3万5|35000",
        "3W|30000",
        "3.5W|35000",
        "1.2k|1200",
        "3k5|3500",
        "３萬５|35000",
        "三点五万|35000",
        "十二|12",
        "十|10",
        "二十|20",
        "两万三|23000",
        "三百零五|305",
        "三百五|350",
        "三百五十|350",
        "一千二|1200",
        "三万五千块|35000",
        "三万五|35000",
        "三万零五百|30500",
        "一亿二千万|120000000",
        "一亿零三万|100030000",
        "贰万叁仟元整|23000",
        "两千五百万|25000000",
        "一百零八|108",
        "3万5千|35000",
        "3万五千|35000",
        "3万5000|35000",
        "3万500|30500",
        "2.5千万|25000000",
        "三五〇|350",
        "零|0",
        "半|0.5",
        "零点五|0.5",
        "5.8万元|58000",
        "一百十五|115",
        "100块钱|100",
        "3千五|3500",
        "62%|62",
        "-12|-12",
        "三千五万|35000000",
        "35000rmb|35000",
        "1.50|1.5",
        "两|2",
        "一|1"
      })
  void readsWhatPeopleType(String typed, String value) {
    assertThat(ChineseNumber.parse(typed)).as(typed).isPresent();
    assertThat(ChineseNumber.parse(typed).orElseThrow().value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "三万左右",
        "十来个",
        "十几",
        "几十",
        "几个",
        "3-5万",
        "3~5",
        "3到5",
        "三五",
        "七八",
        "十二三",
        "三四十",
        "大概3万",
        "约12",
        "三万多",
        "12多",
        "10+",
        "5+3",
        "12/3",
        "3.5万5",
        "1.2.3",
        "3块5",
        "近20",
        "不到10",
        "20以上",
        "若干",
        "3万05",
        "1234567890123456789"
      })
  void recognisesWhatIsNotExact(String typed) {
    assertThat(ChineseNumber.parse(typed)).as(typed).isEmpty();
    assertThat(ChineseNumber.scan(TypedText.normalize(typed), 0))
        .as(typed)
        .hasValueSatisfying(number -> assertThat(number.vague()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "万", "百", "很多", "张三", "x12", "12x", "12个", "-", "¥"})
  void findsNoNumberAsAWhole(String typed) {
    assertThat(ChineseNumber.parse(typed)).as(typed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"三万一共|2", "三万两单|2", "12,签单2|2", "12，345|2", "3家|1", "3.5万意向|4", "35,0000|2"})
  void stopsWhereTheNumberEnds(String typed, int end) {
    assertThat(ChineseNumber.scan(TypedText.normalize(typed), 0).orElseThrow().end())
        .isEqualTo(end);
  }

  @Test
  void printsAmountsShort() {
    assertThat(NumberText.amount(new BigDecimal("35000.00"))).isEqualTo("3.5万");
    assertThat(NumberText.amount(new BigDecimal("9999"))).isEqualTo("9999");
    assertThat(NumberText.amount(new BigDecimal("35050"))).isEqualTo("35050");
    assertThat(NumberText.amount(new BigDecimal("100000"))).isEqualTo("10万");
    assertThat(NumberText.plain(new BigDecimal("0.50"))).isEqualTo("0.5");
  }

  @Test
  void readsBackWhatItPrints() {
    Random random = new Random(20261203);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal value = randomValue(random);

      assertReads(NumberText.amount(value), value);
      assertReads(NumberText.plain(value), value);
      assertReads(fullWidth(NumberText.amount(value)) + "元", value);
      assertReads(grouped(value), value);
    }
  }

  @Test
  void readsBackChineseNumerals() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextInt(4) == 0 ? random.nextInt(1000) : random.nextInt(200_000_000);

      assertReads(chinese(value), BigDecimal.valueOf(value));
    }
  }

  @Test
  void neverThrows() {
    Random random = new Random(99);
    String alphabet = "0123456789零一二两三十百千万亿半点几多来个元块w k,.，+-~/%¥约大概左右单\uD83D\u200D\n";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      ChineseNumber.parse(typed.toString());
      String text = TypedText.normalize(typed.toString());
      for (int at = -1; at <= text.length(); at++) {
        int from = at;
        ChineseNumber.scan(text, at)
            .ifPresent(found -> assertThat(found.end()).isBetween(from + 1, text.length()));
      }
    }
  }

  private static void assertReads(String printed, BigDecimal value) {
    assertThat(ChineseNumber.parse(printed)).as(printed).isPresent();
    assertThat(ChineseNumber.parse(printed).orElseThrow().value())
        .as(printed)
        .isEqualByComparingTo(value);
  }

  private static BigDecimal randomValue(Random random) {
    long whole = (long) Math.pow(10, random.nextDouble() * 10);
    return switch (random.nextInt(3)) {
      case 0 -> BigDecimal.valueOf(whole);
      case 1 -> BigDecimal.valueOf(whole * 100);
      default -> BigDecimal.valueOf(whole, random.nextInt(3));
    };
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c < 0x80 ? c + 0xFEE0 : c)));
    return wide.toString();
  }

  private static String grouped(BigDecimal value) {
    return String.format(java.util.Locale.ROOT, "%,.2f", value);
  }

  private static String chinese(long value) {
    if (value == 0) {
      return "零";
    }
    StringBuilder text = new StringBuilder();
    long[] scales = {100_000_000, 10_000, 1};
    String[] names = {"亿", "万", ""};
    boolean gap = false;
    for (int i = 0; i < 3; i++) {
      long part = value / scales[i];
      value %= scales[i];
      if (part == 0) {
        gap = !text.isEmpty();
        continue;
      }
      if (!text.isEmpty() && (gap || part < 1000)) {
        text.append('零');
      }
      text.append(section(part)).append(names[i]);
      gap = false;
    }
    return text.toString();
  }

  private static String section(long value) {
    StringBuilder text = new StringBuilder();
    int[] scales = {1000, 100, 10, 1};
    String[] names = {"千", "百", "十", ""};
    boolean gap = false;
    for (int i = 0; i < 4; i++) {
      int digit = (int) (value / scales[i]);
      value %= scales[i];
      if (digit == 0) {
        gap = !text.isEmpty();
        continue;
      }
      if (gap) {
        text.append('零');
      }
      text.append(DIGITS.charAt(digit)).append(names[i]);
      gap = false;
    }
    return text.toString();
  }
}
