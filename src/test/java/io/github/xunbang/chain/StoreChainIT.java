package io.github.xunbang.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.chain.ChainBooks.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    bucketsAndLastYear();
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

  /** Asked for, and as they were posted by themselves: 旬, half-month and month boards. */
  private void boards(String group) {
    List<String> posts = posts(group);
    for (LocalDate month = FIRST; month.isBefore(END); month = month.plusMonths(1)) {
      String name = month.getMonthValue() + "月";
      LocalDate last = month.plusMonths(1).minusDays(1);
      assertPeriod(posts, "【旬榜】", name + "上旬", month, month.withDayOfMonth(10));
      assertPeriod(posts, "【旬榜】", name + "中旬", month.withDayOfMonth(11), month.withDayOfMonth(20));
      assertPeriod(posts, "【旬榜】", name + "下旬", month.withDayOfMonth(21), last);
      assertPeriod(posts, "【半月榜】", name + "上半月", month, month.withDayOfMonth(15));
      assertPeriod(posts, "【半月榜】", name + "下半月", month.withDayOfMonth(16), last);
      assertPeriod(posts, "【月榜】", name, month, last);
    }
  }

  private void assertPeriod(
      List<String> posts, String kind, String name, LocalDate first, LocalDate last) {
    List<Place> stores = books.stores(first, last, store -> true);
    List<Place> people = books.people(first, last);
    assertThat(rows(ask("排名 门店 业绩 " + name + " 全部"))).isEqualTo(stores);
    assertThat(rows(ask("排名 业绩 " + name + " 全部"))).isEqualTo(people);
    assertThat(rows(ask("排名 小区 业绩 " + name + " 全部"))).isEqualTo(books.districts(first, last));

    String posted =
        posts.stream()
            .filter(post -> post.startsWith(kind + first.getYear() + "年" + name + " "))
            .collect(Collectors.joining("\n\n"));
    assertThat(rows(section(posted, "业绩"))).isEqualTo(firstTen(people));
    assertThat(rows(section(posted, "业绩 小区"))).isEqualTo(books.districts(first, last));
    for (String unitClass : List.of("A类", "B类", "C类")) {
      List<Place> ofClass =
          books.stores(first, last, store -> ChainBooks.classOf(store).equals(unitClass));
      assertThat(rows(ask("排名 " + unitClass + " 业绩 " + name + " 全部"))).isEqualTo(ofClass);
      assertThat(rows(section(posted, "业绩 " + unitClass + "门店"))).isEqualTo(ofClass);
    }
  }

  /** A post shows ten rows; of equal people at the edge those who joined first. */
  private static List<Place> firstTen(List<Place> people) {
    return people.stream()
        .sorted(
            Comparator.comparing(Place::place)
                .thenComparing(place -> place.name().codePoints().toArray(), Arrays::compare))
        .limit(10)
        .sorted(Comparator.comparing(Place::place).thenComparing(Place::name))
        .toList();
  }

  /** What stands under one heading of a post, up to the next blank line. */
  private static String section(String post, String heading) {
    String start = "■ " + heading + "\n";
    assertThat(post).containsOnlyOnce(start);
    return post.substring(post.indexOf(start) + start.length()).split("\n\n")[0];
  }

  /** Borders as the manager's sheet set them: 100万 to strive for, 80万, then 90 and 80 percent. */
  private void bucketsAndLastYear() {
    LocalDate last = FIRST.withDayOfMonth(31);
    List<Place> stores = books.stores(FIRST, last, store -> true);
    Map<String, Set<String>> expected = new TreeMap<>();
    for (Place store : stores) {
      String bucket =
          store.yuan() >= 1_000_000
              ? "奋斗"
              : store.yuan() >= 800_000
                  ? "100"
                  : store.yuan() >= 720_000 ? "90" : store.yuan() >= 640_000 ? "80" : "以下";
      expected.computeIfAbsent(bucket, none -> new TreeSet<>()).add(store.name());
    }
    Map<String, Set<String>> shown = new TreeMap<>();
    for (String line : ask("排名 分档 门店 业绩 12月").split("\n")) {
      if (line.contains("家）：")) {
        String label = line.substring(0, line.indexOf('（'));
        shown.put(
            label.contains("奋斗") ? "奋斗" : label.contains("以下") ? "以下" : label.split("\\D")[0],
            Arrays.stream(line.substring(line.indexOf('：') + 1).split("、"))
                .map(store -> store.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
    assertThat(shown).isEqualTo(expected);

    String growth = ask("排名 门店 业绩 12月 同比");
    for (Place store : stores) {
      long before =
          lastYear.store(store.name(), LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31));
      BigDecimal percent =
          BigDecimal.valueOf(100 * (store.yuan() - before))
              .divide(BigDecimal.valueOf(before), 1, RoundingMode.HALF_UP);
      assertThat(growth)
          .containsPattern(
              Pattern.quote(store.name() + " ")
                  + "\\S+ 同比"
                  + Pattern.quote(
                      (percent.signum() < 0 ? "-" : "+")
                          + percent.abs().stripTrailingZeros().toPlainString()
                          + "%"));
    }
  }

  private String ask(String question) {
    return sayPrivately(BOSS, question);
  }

  private static List<Place> rows(String answer) {
    return ROW.matcher(answer)
        .results()
        .map(
            row ->
                new Place(
                    Integer.parseInt(row.group(1)), row.group(2), yuan(row.group(3), row.group(4))))
        .sorted(Comparator.comparing(Place::place).thenComparing(Place::name))
        .toList();
  }

  private static long yuan(String number, String unit) {
    BigDecimal factor =
        unit == null
            ? BigDecimal.ONE
            : unit.equals("万") ? new BigDecimal(10_000) : new BigDecimal(100_000_000);
    return new BigDecimal(number.replace(",", "")).multiply(factor).longValueExact();
  }
}
