package io.github.xunbang.template;

import io.github.xunbang.command.Access;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The chain of S-06: 36 stores in 12 小区 of two 大区, each 小区经理 with three stores, set up by what a
 * manager would paste. Every store is open every day.
 */
@Component
@Order(2)
class ChainDemo implements DemoScript {

  private static final int STORES_EACH = 3;
  private static final double FORGOTTEN = 0.04;
  private static final List<String> NAMES =
      List.of("车娟", "罗敏", "邓丽", "彭飞", "曾静", "肖勇", "田甜", "董洁", "袁媛", "潘峰", "于倩", "蒋晨");
  private static final List<DemoPerson> PEOPLE = everybody();

  @Override
  public String name() {
    return "示范连锁";
  }

  @Override
  public List<DemoPerson> people() {
    return PEOPLE;
  }

  @Override
  public List<String> setup() {
    return List.of(units(), people(NAMES), responsibilities(), "设置 工作日 每天");
  }

  private static String units() {
    List<String> lines = new ArrayList<>(List.of("门店", "湖南大区 大区", "湖北大区 大区"));
    for (int index = 0; index < NAMES.size(); index++) {
      lines.add(district(index) + " 小区 " + (index < 6 ? "湖南大区" : "湖北大区"));
    }
    for (int number = 1; number <= NAMES.size() * STORES_EACH; number++) {
      lines.add(
          store(number) + " " + district((number - 1) / STORES_EACH) + " " + storeClass(number));
    }
    return String.join("\n", lines);
  }

  private static String people(List<String> names) {
    return "加人\n"
        + IntStream.range(0, names.size())
            .mapToObj(index -> names.get(index) + " 小区经理 " + district(index))
            .collect(Collectors.joining("\n"));
  }

  private static String responsibilities() {
    return "负责\n"
        + IntStream.range(0, NAMES.size())
            .mapToObj(index -> NAMES.get(index) + " " + String.join(" ", stores(index)))
            .collect(Collectors.joining("\n"));
  }

  @Override
  public Optional<DemoDay> day(DemoPerson person, LocalDate day) {
    Random random = new Random(person.number() * 1_000_003L + day.toEpochDay() * 31);
    random.nextInt();
    if (person.access().covers(Access.MANAGER) || random.nextDouble() < FORGOTTEN) {
      return Optional.empty();
    }
    Map<String, BigDecimal> own = new LinkedHashMap<>();
    own.put("业绩", hundreds(random, 0, 60));
    own.put("签单", BigDecimal.valueOf(random.nextInt(3)));
    Map<String, Map<String, BigDecimal>> units = new LinkedHashMap<>();
    for (int number : storeNumbers(person.number() - 1)) {
      // A stores sell about three times what C stores do, every day alike.
      int scale = 4 - "ABC".indexOf(storeClass(number).charAt(0));
      units.put(store(number), Map.of("业绩", hundreds(random, 10 * scale, 60 * scale)));
    }
    LocalTime saidAt = LocalTime.of(20 + random.nextInt(2), random.nextInt(60));
    return Optional.of(new DemoDay(own, units, Map.of(), text(own, units), saidAt));
  }

  private static String text(
      Map<String, BigDecimal> own, Map<String, Map<String, BigDecimal>> units) {
    return own.entrySet().stream()
            .map(value -> value.getKey() + value.getValue())
            .collect(Collectors.joining(" ", "日报 ", ""))
        + units.entrySet().stream()
            .map(unit -> "，" + unit.getKey() + " 业绩" + unit.getValue().get("业绩"))
            .collect(Collectors.joining());
  }

  private static BigDecimal hundreds(Random random, int least, int most) {
    return BigDecimal.valueOf(100L * (least + random.nextInt(most - least)));
  }

  /** Own and store figures in one line, then boards of stores and of one class. */
  @Override
  public List<DemoTeams.Line> linesOf(LocalDate today) {
    return List.of(
        line(today, 1, "车娟", "个人业绩1.2万 签单1，一店2.3万，二店1.8万，三店挂零"),
        line(today, 2, "罗敏", "日报 业绩0.6万，四店九千五，五店1.2万，六店8000元"),
        line(today, 3, "方总", "排名 门店 业绩"),
        line(today, 4, "方总", "排名 A类 业绩 上一旬"));
  }

  private static List<DemoPerson> everybody() {
    List<DemoPerson> people = new ArrayList<>();
    for (int index = 0; index < NAMES.size(); index++) {
      people.add(
          new DemoPerson(
              String.format("chain-%02d", index + 1),
              NAMES.get(index),
              "小区经理",
              district(index),
              Access.MEMBER,
              index + 1));
    }
    people.add(new DemoPerson("chain-00", "方总", "总经理", null, Access.MANAGER, 0));
    return List.copyOf(people);
  }

  private static String district(int index) {
    return (index < 6 ? "湖南" : "湖北") + chinese(index % 6 + 1) + "区";
  }

  private static List<String> stores(int index) {
    return storeNumbers(index).stream().map(ChainDemo::store).toList();
  }

  private static List<Integer> storeNumbers(int index) {
    return IntStream.rangeClosed(1, STORES_EACH)
        .mapToObj(place -> index * STORES_EACH + place)
        .toList();
  }

  private static String store(int number) {
    return chinese(number) + "店";
  }

  private static String storeClass(int number) {
    return number % 4 == 1 ? "A类" : number % 4 == 2 ? "B类" : "C类";
  }

  /** 一 to 九十九. */
  private static String chinese(int number) {
    String digits = "一二三四五六七八九";
    String ones = number % 10 == 0 ? "" : digits.substring(number % 10 - 1, number % 10);
    if (number < 10) {
      return ones;
    }
    return (number < 20 ? "" : digits.substring(number / 10 - 1, number / 10)) + "十" + ones;
  }
}
