package io.github.xunbang.template;

import io.github.xunbang.command.Access;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The contest of document 004: eleven cities with a manager and two or three people each, a start
 * and a budget line per city, premiums reported by everybody. Nobody sells on Sunday.
 */
@Component
@Order(3)
class ContestDemo implements DemoScript {

  private static final double FORGOTTEN = 0.05;
  private static final List<String> CITIES =
      List.of("太原", "大同", "阳泉", "长治", "晋城", "朔州", "晋中", "运城", "忻州", "临汾", "吕梁");

  /** Cities with three people beside the manager; the others have two. */
  private static final int LARGE = 7;

  private static final String NAMES =
      "郝建军 田晓燕 石磊 侯敏 "
          + "武志刚 康丽 邵峰 段雪 "
          + "贺文斌 史静 常亮 温馨 "
          + "薛立新 樊娜 申杰 秦悦 "
          + "牛海涛 路瑶 任鹏 乔欣 "
          + "庞卫东 尹洁 毕超 安然 "
          + "耿志强 荆慧 岳松 齐蕊 "
          + "裴国栋 卫红 聂飞 "
          + "阎永胜 兰芳 葛平 "
          + "卢振华 翟颖 苗壮 "
          + "柴树林 宁佳 辛磊";

  private static final List<DemoPerson> PEOPLE = everybody();

  @Override
  public String name() {
    return "示范竞赛";
  }

  @Override
  public List<DemoPerson> people() {
    return PEOPLE;
  }

  /** Cities first, for the contest is for units of that kind; then the template, then the lines. */
  @Override
  public List<String> setup() {
    return List.of(cities(), "方案 启用 竞赛", targets(), "设置 工作日 周一到周六");
  }

  private static String cities() {
    return CITIES.stream().map(city -> city + " 城市").collect(Collectors.joining("\n", "门店\n", ""));
  }

  private static String targets() {
    return IntStream.range(0, CITIES.size())
        .mapToObj(index -> CITIES.get(index) + (index < LARGE ? " 15万 30万" : " 10万 20万"))
        .collect(Collectors.joining("\n", "目标 导入 业务竞赛\n城市 保费 奋斗\n", ""));
  }

  @Override
  public Optional<DemoDay> day(DemoPerson person, LocalDate day) {
    Random random = new Random(person.number() * 1_000_003L + day.toEpochDay() * 31);
    random.nextInt();
    boolean away = day.getDayOfWeek() == DayOfWeek.SUNDAY || random.nextDouble() < FORGOTTEN;
    if (away || person.access().covers(Access.MANAGER)) {
      return Optional.empty();
    }
    // 0.6 to 1.4, the same every day: who is strong stays strong, so the race has a story.
    double talent = 0.6 + new Random(person.number() * 7_919L).nextDouble() * 0.8;
    int policies = random.nextInt(3);
    long premium = 0;
    for (int policy = 0; policy < policies; policy++) {
      premium += 100L * Math.round(talent * (10 + random.nextInt(60)));
    }
    Map<String, BigDecimal> values = Map.of("保费", BigDecimal.valueOf(premium));
    LocalTime saidAt = LocalTime.of(18 + random.nextInt(4), random.nextInt(60));
    return Optional.of(new DemoDay(values, Map.of(), Map.of(), "日报 保费" + premium, saidAt));
  }

  /** Two reports, the board of the cities, and what the rules would give so far. */
  @Override
  public List<DemoTeams.Line> linesOf(LocalDate today) {
    return List.of(
        line(today, 1, "田晓燕", "日报 保费8600"),
        line(today, 2, "郝建军", "保费1.2万"),
        line(today, 3, "任志远", "排名 城市 保费"),
        line(today, 4, "任志远", "方案 F1"));
  }

  private static List<DemoPerson> everybody() {
    List<DemoPerson> people = new ArrayList<>();
    List<String> names = List.of(NAMES.split(" "));
    for (int city = 0; city < CITIES.size(); city++) {
      int staff = city < LARGE ? 3 : 2;
      for (int place = 0; place <= staff; place++) {
        people.add(person(names.get(people.size()), city, place == 0, people.size() + 1));
      }
    }
    people.add(new DemoPerson("contest-00", "任志远", "总经理", null, Access.MANAGER, 0));
    return List.copyOf(people);
  }

  /** Who runs a city's office has coefficient 1, the others 0.5 (S-92). */
  private static DemoPerson person(String name, int city, boolean runs, int number) {
    return new DemoPerson(
        String.format("contest-%02d", number),
        name,
        runs ? "经理" : "业务员",
        CITIES.get(city),
        runs ? Access.LEADER : Access.MEMBER,
        number);
  }
}
