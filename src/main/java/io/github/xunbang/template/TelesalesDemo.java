package io.github.xunbang.template;

import io.github.xunbang.command.Access;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The team of S-04: 16 telesales, 12 field reps, two of them leading, one manager. */
@Component
@Order(1)
class TelesalesDemo implements DemoScript {

  private static final String TELESALES = "电话营销员";
  private static final String FIELD = "业务员";

  static final List<DemoPerson> PEOPLE = everybody();

  static boolean isTelesales(DemoPerson person) {
    return person.position().equals(TELESALES);
  }

  @Override
  public String name() {
    return "示范团队";
  }

  @Override
  public List<DemoPerson> people() {
    return PEOPLE;
  }

  @Override
  public List<String> setup() {
    return List.of();
  }

  @Override
  public Optional<DemoDay> day(DemoPerson person, LocalDate day) {
    return DemoFigures.of(person, day);
  }

  /** Three ways to report, then two questions. */
  @Override
  public List<DemoTeams.Line> linesOf(LocalDate today) {
    return List.of(
        line(today, 1, "王芳", "日报 意向9 新客户14 签单1 业绩1.8万"),
        line(today, 2, "车娟", "意向6个，2单，业绩三万二，回款1.5万"),
        line(today, 3, "张敏", "日报 意向12 签单2 业绩2.6万 回款1.2万"),
        line(today, 4, "张敏", "我的"),
        line(today, 5, "陈立", "排名 业绩"));
  }

  private static List<DemoPerson> everybody() {
    List<DemoPerson> people = new ArrayList<>();
    add(people, "一组", TELESALES, "张敏 王芳 刘洋 陈静 赵雪梅 黄丽娟 周婷 吴小燕");
    add(people, "二组", TELESALES, "李娜 杨柳 孙悦 马晓东 朱琳 胡文静 郭佳 何思雨");
    add(people, "三组", FIELD, "李强 车娟 高磊 林志远 罗建国 梁宇");
    add(people, "四组", FIELD, "宋涛 郑凯 谢军 韩雪 唐明辉 冯斌");
    people.add(new DemoPerson("demo-00", "陈立", "经理", null, Access.MANAGER, 0));
    return List.copyOf(people);
  }

  private static void add(List<DemoPerson> people, String unit, String position, String names) {
    for (String name : names.split(" ")) {
      int number = people.size() + 1;
      boolean leads = name.equals("张敏") || name.equals("李强");
      people.add(
          new DemoPerson(
              String.format("demo-%02d", number),
              name,
              position,
              unit,
              leads ? Access.LEADER : Access.MEMBER,
              number));
    }
  }
}
