package io.github.xunbang.quarter;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What thirty people say in the last quarter of 2026, line by line: National Day with its worked
 * Saturday, a Monday off, a worked Sunday, leave, a colleague who comes and one who goes, deals,
 * late and forgotten reports. Drawn once from a fixed seed; knows nothing of the service but how
 * people write to it.
 */
final class Script {

  static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  static final LocalDateTime SET_UP = FIRST.atTime(9, 0);
  static final LocalDateTime END = LocalDateTime.of(2027, 1, 1, 12, 0);
  static final LocalDate MONDAY_OFF = LocalDate.of(2026, 11, 16);
  static final LocalDate SUNDAY_ON = LocalDate.of(2026, 12, 20);
  static final LocalDate SATURDAY_ON = LocalDate.of(2026, 10, 10);
  static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
  static final LocalDateTime ANSWERED = LocalDateTime.of(2026, 11, 18, 10, 31);
  static final LocalDateTime APPROVED = LocalDateTime.of(2026, 10, 13, 11, 51);
  static final String BOSS = "老板";

  /** Something said for a coming meeting. */
  record Word(LocalDateTime at, String who, String text) {}

  static final Word EXPERIENCE =
      new Word(LocalDateTime.of(2026, 10, 16, 21, 13), "褚文轩", "先约好时间再上门");
  static final Word DIFFICULTY = new Word(LocalDateTime.of(2026, 11, 11, 10, 41), "金秋月", "客户都嫌贵");
  static final LocalDateTime APPOINTED = LocalDateTime.of(2026, 12, 21, 10, 17);
  static final Word TOPIC = new Word(APPOINTED.plusMinutes(2), "何婉清", "小区拓展");

  static final String LEADS = "意向客户";
  static final String CONTACTS = "新客户信息";
  static final String DEALS = "签单";
  static final String MONEY = "回款";

  /** On time, after the first reminder, after the second, after midnight. */
  private static final LocalTime TABLE = LocalTime.of(18, 7);

  private static final LocalTime LATE = LocalTime.of(20, 41);
  private static final LocalTime LATER = LocalTime.of(21, 47);
  private static final LocalTime MIDNIGHT = LocalTime.of(0, 23);

  /** Somebody of the team, in order of joining. */
  record Person(String name, String unit, boolean leads, LocalDate since, LocalDate until) {

    boolean isThere(LocalDate day) {
      return !day.isBefore(since) && !day.isAfter(until);
    }
  }

  /** Leave; {@code part} is empty, 上午 or 下午. */
  record Absence(String name, LocalDate first, LocalDate last, String part, String kind) {

    boolean covers(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** A deal, paid in full on one day or, for null, not at all. */
  record Sale(
      int number, LocalDate signed, String owner, String customer, int yuan, LocalDate paid) {}

  /** A target of one month: base of 意向客户. */
  record Aim(String subject, YearMonth month, int leads) {}

  /** A figure: when it was said, for which day, and whether a report said it. */
  record Fact(LocalDateTime at, LocalDate day, String name, String metric, long value) {

    boolean isReport() {
      return metric.equals(LEADS);
    }
  }

  /** One line that somebody types; {@code answer} is how the reply begins. */
  record Line(LocalDateTime at, String who, boolean privately, String text, String answer) {}

  final List<Person> people = new ArrayList<>();
  final List<Absence> absences = new ArrayList<>();
  final List<Sale> sales = new ArrayList<>();
  final List<Aim> aims = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();

  private final Random random = new Random(20261001);

  Script() {
    hire();
    takeLeave();
    aim();
    sell();
    answer();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      report(day);
    }
    lines.sort(Comparator.comparing(Line::at));
  }

  /** Statutory holidays, weekends and what the manager typed. */
  static boolean works(LocalDate day) {
    if (day.equals(SATURDAY_ON) || day.equals(SUNDAY_ON)) {
      return true;
    }
    boolean nationalDay = day.getMonthValue() == 10 && day.getDayOfMonth() <= 7;
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !nationalDay && !weekend && !day.equals(MONDAY_OFF) && !day.equals(NEW_YEAR);
  }

  /** On leave for the whole day. */
  boolean isAway(String name, LocalDate day) {
    return absences.stream()
        .anyMatch(one -> one.name().equals(name) && one.covers(day) && one.part().isEmpty());
  }

  Person person(String name) {
    return people.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private void hire() {
    team("一组", FIRST, "赵敏行", "钱一凡", "孙可欣", "李子昂", "周雨桐", "吴嘉豪", "郑思远", "王梓涵", "冯佳怡", "陈浩然");
    team("二组", FIRST, "褚文轩", "卫诗涵", "蒋俊杰", "沈梦琪", "韩雪儿", "杨天宇", "朱晓彤", "秦子墨", "尤若曦", "许志强");
    team("三组", FIRST, "何婉清", "吕建国", "施雅静", "张宇航", "孔令辉", "曹欣妍", "严若冰", "华子健", "金秋月");
    LocalDate joined = LocalDate.of(2026, 11, 9);
    people.add(new Person("魏晨曦", "二组", false, joined, LocalDate.MAX));
    lines.add(line(joined.atTime(10, 13), "魏晨曦", "我是 魏晨曦 电话营销员 二组", "已登记：魏晨曦"));
    LocalDate left = LocalDate.of(2026, 11, 24);
    people.replaceAll(
        one ->
            one.name().equals("许志强")
                ? new Person(one.name(), one.unit(), false, one.since(), left)
                : one);
    lines.add(line(left.atTime(17, 31), BOSS, "移除 许志强", "许志强今天是最后一天"));
  }

  private void team(String unit, LocalDate since, String leader, String... others) {
    people.add(new Person(leader, unit, true, since, LocalDate.MAX));
    for (String name : others) {
      people.add(new Person(name, unit, false, since, LocalDate.MAX));
    }
  }

  private void takeLeave() {
    leave("钱一凡", "10-19", "10-23", "", "年假");
    leave("卫诗涵", "10-28", "10-28", "上午", "病假");
    leave("张宇航", "10-30", "11-03", "", "事假");
    leave("蒋俊杰", "11-05", "11-05", "下午", "事假");
    leave("褚文轩", "11-11", "11-12", "", "病假");
    leave("冯佳怡", "11-30", "12-31", "", "产假");
    leave("金秋月", "12-18", "12-21", "", "年假");
  }

  /** The manager enters it the evening before at 19:11. */
  private void leave(String name, String first, String last, String part, String kind) {
    LocalDate from = LocalDate.parse("2026-" + first);
    absences.add(new Absence(name, from, LocalDate.parse("2026-" + last), part, kind));
    String dates = first.equals(last) ? first + part : first + "到" + last;
    lines.add(
        line(
            from.minusDays(1).atTime(19, 11),
            BOSS,
            "请假 %s %s %s".formatted(name, dates, kind),
            "已登记：" + name + " " + kind));
  }

  private void aim() {
    for (int month = 10; month <= 12; month++) {
      YearMonth of = YearMonth.of(2026, month);
      aim("团队", of, 3900 + 150 * month % 400);
      aim("三组", of, 2400);
      aim("李子昂", of, 110 + month);
      aim("蒋俊杰", of, 260);
    }
  }

  private void aim(String subject, YearMonth month, int leads) {
    aims.add(new Aim(subject, month, leads));
    LocalDateTime at = month.atDay(1).atTime(10, 3);
    lines.add(line(at, BOSS, "目标 %s 意向客户 本月 %d".formatted(subject, leads), "已定：" + subject));
  }

  private void sell() {
    sell("2026-10-12", "李子昂", "王女士", 58_000, "2026-10-14");
    sell("2026-10-16", "卫诗涵", "刘先生", 36_500, "2026-11-04");
    sell("2026-10-27", "孙可欣", "赵总", 120_000, null);
    sell("2026-11-10", "李子昂", "何阿姨", 42_000, "2026-11-17");
    sell("2026-11-23", "许志强", "马老师", 66_000, null);
    sell("2026-12-09", "吕建国", "孙经理", 88_000, "2026-12-10");
    sell("2026-12-22", "陈浩然", "高先生", 31_000, "2026-12-25");
  }

  private void sell(String signed, String owner, String customer, int yuan, String paid) {
    Sale sale =
        new Sale(
            sales.size() + 1,
            LocalDate.parse(signed),
            owner,
            customer,
            yuan,
            paid == null ? null : LocalDate.parse(paid));
    sales.add(sale);
    lines.add(
        line(
            sale.signed().atTime(14, 22),
            owner,
            "签单 %s %s万".formatted(customer, yuan / 10_000.0),
            "签单 #" + sale.number() + " 已登记"));
    if (sale.paid() != null) {
      LocalDateTime at = sale.paid().atTime(16, 9);
      lines.add(line(at, owner, "回款 #" + sale.number() + " 尾款", ""));
      facts.add(new Fact(at, sale.paid(), owner, DEALS, 1));
      facts.add(new Fact(at, sale.paid(), owner, MONEY, yuan));
    }
  }

  /** One who is behind says why, and one late report needs the manager's 批准. */
  private void answer() {
    lines.add(new Line(ANSWERED, "蒋俊杰", true, "补救 原因 客户少 计划 每天多跑2家", "已记下 蒋俊杰 的原因和计划"));
    lines.add(line(APPOINTED, BOSS, "培训 指定 下月 " + TOPIC.who(), "已定：1月请 何婉清 来讲"));
    say("经验 ", EXPERIENCE, "已放进10月19日(周一)的晨会");
    say("困难 ", DIFFICULTY, "记下了");
    say("培训 题目 ", TOPIC, "1月的培训你讲“小区拓展”");
    lines.add(line(APPROVED.minusMinutes(20), "严若冰", "补报 10-9 意向9 新客户4", "批准"));
    lines.add(line(APPROVED, BOSS, "批准 1", ""));
    note(APPROVED, LocalDate.of(2026, 10, 9), new Person("严若冰", "三组", false, FIRST, LAST), 9, 4);
  }

  private void say(String command, Word word, String answer) {
    lines.add(new Line(word.at(), word.who(), true, command + word.text(), answer));
  }

  private void report(LocalDate day) {
    List<String> table = new ArrayList<>();
    for (Person person : people) {
      if (!person.isThere(day)) {
        continue;
      }
      boolean eager = day.equals(LocalDate.of(2026, 10, 17)) && person.unit().equals("三组");
      boolean diligent = day.equals(LocalDate.of(2026, 10, 20)) && person.name().equals("钱一凡");
      if (works(day) && !isAway(person.name(), day) || eager || diligent) {
        report(person, day, table);
      }
    }
    if (!table.isEmpty()) {
      lines.add(
          line(
              day.atTime(TABLE),
              BOSS,
              "代报\n" + String.join("\n", table),
              "已代报 " + table.size() + " 人"));
    }
  }

  private void report(Person person, LocalDate day, List<String> table) {
    int leads = 3 + random.nextInt(10);
    int contacts = random.nextInt(5);
    String figures = "意向%d 新客户%d".formatted(leads, contacts);
    int when = random.nextInt(100);
    if (person.name().equals("严若冰") && day.equals(LocalDate.of(2026, 10, 9))) {
      return;
    }
    if (when < 92) {
      table.add(person.name() + " " + figures);
      note(day.atTime(TABLE), day, person, leads, contacts);
    } else if (when < 94) {
      alone(day.atTime(LATE), day, person, figures, leads, contacts);
    } else if (when < 96) {
      alone(day.atTime(LATER), day, person, figures, leads, contacts);
    } else if (when < 97) {
      alone(day.plusDays(1).atTime(MIDNIGHT), day, person, figures, leads, contacts);
    } else if (when < 98 && !frozenAt(day, day.plusDays(1))) {
      String typed = "补报 %d-%d %s".formatted(day.getMonthValue(), day.getDayOfMonth(), figures);
      LocalDateTime at = day.plusDays(1).atTime(12, 29);
      lines.add(line(at, person.name(), typed, "已登记 "));
      note(at, day, person, leads, contacts);
    }
  }

  /** Whether a 旬 or half-month with {@code day} froze on the morning of {@code later} or before. */
  static boolean frozenAt(LocalDate day, LocalDate later) {
    for (LocalDate end = day; end.isBefore(later); end = end.plusDays(1)) {
      if (Set.of(10, 15, 20).contains(end.getDayOfMonth())
          || end.equals(YearMonth.from(end).atEndOfMonth())) {
        return true;
      }
    }
    return false;
  }

  private void alone(
      LocalDateTime at, LocalDate day, Person person, String figures, int leads, int contacts) {
    lines.add(line(at, person.name(), figures, "已登记 "));
    note(at, day, person, leads, contacts);
  }

  private void note(LocalDateTime at, LocalDate day, Person person, int leads, int contacts) {
    facts.add(new Fact(at, day, person.name(), LEADS, leads));
    facts.add(new Fact(at, day, person.name(), CONTACTS, contacts));
  }

  private static Line line(LocalDateTime at, String who, String text, String answer) {
    return new Line(at, who, false, text, answer);
  }

  /** Every name, the manager's too. */
  Set<String> names() {
    Set<String> names = new HashSet<>(Set.of(BOSS));
    people.forEach(one -> names.add(one.name()));
    return names;
  }
}
