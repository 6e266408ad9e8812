package io.github.xunbang.target.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import io.github.xunbang.target.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubjectWordsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);

  private final SubjectWords words =
      new SubjectWords(organization(), TODAY, "m1", Stream.of("小区经理"));

  @Test
  void findsPeopleUnitsPositionsAndTheTeam() {
    assertThat(words.find("@张敏")).contains(new Subject(Subject.Kind.MEMBER, "m1"));
    assertThat(words.find("我")).contains(new Subject(Subject.Kind.MEMBER, "m1"));
    assertThat(words.find("五店")).contains(new Subject(Subject.Kind.UNIT, "u3"));
    assertThat(words.find("小区经理")).contains(new Subject(Subject.Kind.POSITION, "小区经理"));
    assertThat(words.find("岗位客户经理")).contains(new Subject(Subject.Kind.POSITION, "客户经理"));
    assertThat(words.find("全员")).contains(Subject.ORGANIZATION);
    assertThat(words.find("赵六")).isEmpty();
  }

  @Test
  void knowsWhoHasLeft() {
    assertThat(words.find("李强")).isEmpty();
    assertThat(words.left("李强")).isPresent();
    assertThat(words.left("张敏")).isEmpty();
  }

  @Test
  void asksForTheParentWhenTwoUnitsHaveOneName() {
    assertThatThrownBy(() -> words.find("一组"))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessage("有2个“一组”，请写上级，例如：目标 一区一组 业绩 本月");
    assertThat(words.find("二区一组")).contains(new Subject(Subject.Kind.UNIT, "u5"));
  }

  private static Organization organization() {
    return new Organization(
        "o1",
        "一部",
        BusinessDay.DEFAULT,
        Map.of(),
        true,
        List.of(),
        List.of(
            Teams.member("m1", "张敏", Access.MEMBER, null),
            new Member(
                "m2",
                "李强",
                Access.MEMBER,
                null,
                null,
                List.of(),
                Teams.FOUNDED,
                TODAY.minusDays(1))),
        new Structure(
            new UnitTree(
                List.of(
                    unit("u1", "一区", null),
                    unit("u2", "二区", null),
                    unit("u3", "五店", "u1"),
                    unit("u4", "一组", "u1"),
                    unit("u5", "一组", "u2"))),
            List.of(),
            List.of(),
            List.of()),
        Instant.EPOCH);
  }

  private static Unit unit(String id, String name, String parent) {
    return new Unit(id, name, "小组", parent, List.of(), Teams.FOUNDED, null);
  }
}
