package io.github.xunbang.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.chain.ChainBooks.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.context.TestPropertySource;

/**
 * The chain of S-06 lives two months: 36 stores in 12 districts set up by pasted tables, own and
 * store figures every day, and every board compared with {@link ChainBooks}.
 */
@TestPropertySource(properties = "xunbang.test=chain")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreChainIT extends FrontDoorTest {

  private static final String BOSS = "方总";
  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
  private static final LocalDate END = LocalDate.of(2027, 2, 1);
  private static final Pattern ROW =
      Pattern.compile("^(\\d+)\\. (\\S+) ([\\d.,]+)(万|亿)?元?(?: .*)?$", Pattern.MULTILINE);

  private final ChainBooks books = new ChainBooks(FIRST, END);
  private final ChainBooks lastYear = new ChainBooks(FIRST.minusYears(1), LocalDate.of(2026, 1, 1));

  @Test
  void twoMonthsComeOutRight() {
    String group = newGroup();
    at(FIRST.atTime(8, 0));
    setUp(group);

    for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
      turnClockTo(day.atTime(20, 30));
      for (ChainBooks.Day report : books.on(day)) {
        assertThat(say(group, report.keeper(), report.line())).contains("已登记");
      }
    }
    turnClockTo(END.atTime(9, 0));

    boards(group);
    posts10th(group);
    bucketsAndLastYear(group);
  }

  private void setUp(String group) {
    assertThat(say(group, BOSS, "成员")).contains(BOSS);
    assertThat(say(group, BOSS, unitTable())).contains("50");
    assertThat(say(group, BOSS, "方案 启用 门店")).doesNotContain("没改");
    assertThat(say(group, BOSS, peopleTable())).contains("12");
    assertThat(say(group, BOSS, careTable())).contains("三十六店");
    ChainBooks.KEEPERS.forEach(
        keeper -> assertThat(say(group, keeper, "我是 " + keeper)).contains(keeper));
    assertThat(say(group, BOSS, targetTable())).contains("36");
    assertThat(say(group, BOSS, lastYearTable())).contains("36");
  }

  /** Tabs and blanks mixed, as they come from a spreadsheet and from a phone. */
  private static String unitTable() {
    String districts =
        IntStream.range(0, 12)
            .mapToObj(i -> ChainBooks.districtOf(i) + "\t小区\t" + (i < 6 ? "湖南大区" : "湖北大区"))
            .collect(Collectors.joining("\n"));
    String stores =
        IntStream.range(0, 12)
            .boxed()
            .flatMap(
                i ->
                    ChainBooks.storesOf(i).stream()
                        .map(
                            store ->
                                store
                                    + " "
                                    + ChainBooks.districtOf(i)
                                    + " "
                                    + ChainBooks.classOf(store)))
            .collect(Collectors.joining("\n"));
    return "门店\n湖南大区 大区\n湖北大区 大区\n" + districts + "\n" + stores;
  }

  private static String peopleTable() {
    return "加人\n"
        + IntStream.range(0, 12)
            .mapToObj(i -> ChainBooks.KEEPERS.get(i) + " 小区经理 " + ChainBooks.districtOf(i))
            .collect(Collectors.joining("\n"));
  }

  private static String careTable() {
    return "负责\n"
        + IntStream.range(0, 12)
            .mapToObj(
                i -> ChainBooks.KEEPERS.get(i) + " " + String.join(" ", ChainBooks.storesOf(i)))
            .collect(Collectors.joining("\n"));
  }

  /** December's sheet: everybody 80万, 100万 to strive for, and the total to check against. */
  private static String targetTable() {
    return "目标 导入 本月\n门店\t业绩\t奋斗\n"
        + ChainBooks.allStores().stream()
            .map(store -> store + "\t80万\t100万")
            .collect(Collectors.joining("\n"))
        + "\n合计\t2880万\t3600万";
  }

  private String lastYearTable() {
    return "导入 去年12月\n门店\t业绩\n"
        + ChainBooks.allStores().stream()
            .map(
                store ->
                    store
                        + "\t"
                        + lastYear.store(
                            store, LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31)))
            .collect(Collectors.joining("\n"));
  }

  private void boards(String group) {
    for (LocalDate[] xun :
        new LocalDate[][] {
          {FIRST, FIRST.withDayOfMonth(10)},
          {FIRST.withDayOfMonth(11), FIRST.withDayOfMonth(20)},
          {FIRST.withDayOfMonth(21), FIRST.withDayOfMonth(31)}
        }) {
      String name = List.of("上旬", "中旬", "下旬").get((xun[0].getDayOfMonth() - 1) / 10);
      assertBoard(ask("排名 门店 业绩 12月" + name + " 全部"), books.stores(xun[0], xun[1], s -> true));
      assertBoard(ask("排名 业绩 12月" + name + " 全部"), books.people(xun[0], xun[1]));
    }
    LocalDate half = FIRST.withDayOfMonth(15);
    LocalDate last = FIRST.withDayOfMonth(31);
    assertBoard(ask("排名 门店 业绩 12月上半月 全部"), books.stores(FIRST, half, s -> true));
    assertBoard(ask("排名 门店 业绩 12月 全部"), books.stores(FIRST, last, s -> true));
    assertBoard(ask("排名 小区 业绩 12月 全部"), books.districts(FIRST, last));
    assertBoard(
        ask("排名 A类 业绩 12月 全部"),
        books.stores(FIRST, last, store -> ChainBooks.classOf(store).equals("A类")));
    assertBoard(
        ask("排名 门店 业绩 1月 全部"),
        books.stores(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31), s -> true));
  }

  /** What was posted by itself: each closing once, with the right first places. */
  private void posts10th(String group) {
    List<String> posts = posts(group);
    assertThat(posts).filteredOn(post -> post.startsWith("【旬榜】")).hasSizeGreaterThanOrEqualTo(6);
    String first =
        posts.stream()
            .filter(post -> post.startsWith("【旬榜】2026年12月上旬"))
            .collect(Collectors.joining("\n"));
    books.people(FIRST, FIRST.withDayOfMonth(10)).stream()
        .limit(3)
        .forEach(place -> assertThat(first).contains(place.place() + ". " + place.name()));
    for (String title : List.of("【半月榜】", "【月榜】")) {
      assertThat(posts).anyMatch(post -> post.startsWith(title));
    }
  }

  private void bucketsAndLastYear(String group) {
    LocalDate last = FIRST.withDayOfMonth(31);
    String buckets = ask("排名 分档 门店 业绩 12月");
    for (Place store : books.stores(FIRST, last, s -> true)) {
      assertThat(buckets).contains(store.name());
    }
    Place best = books.stores(FIRST, last, s -> true).get(0);
    long before =
        lastYear.store(best.name(), LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31));
    BigDecimal growth =
        BigDecimal.valueOf(100 * (best.yuan() - before))
            .divide(BigDecimal.valueOf(before), 1, java.math.RoundingMode.HALF_UP);
    assertThat(ask("排名 门店 业绩 12月 同比"))
        .containsPattern(best.name() + ".*" + growth.abs().toPlainString());
  }

  private String ask(String question) {
    return sayPrivately(BOSS, question);
  }

  private static void assertBoard(String answer, List<Place> expected) {
    List<Place> shown =
        ROW.matcher(answer)
            .results()
            .map(
                row ->
                    new Place(
                        Integer.parseInt(row.group(1)),
                        row.group(2),
                        yuan(row.group(3), row.group(4))))
            .sorted(Comparator.comparing(Place::place).thenComparing(Place::name))
            .toList();
    assertThat(shown).as(answer).isEqualTo(expected);
  }

  private static long yuan(String number, String unit) {
    BigDecimal factor =
        unit == null
            ? BigDecimal.ONE
            : unit.equals("万") ? new BigDecimal(10_000) : new BigDecimal(100_000_000);
    return new BigDecimal(number.replace(",", "")).multiply(factor).longValueExact();
  }
}
