package io.github.xunbang.digest.rota;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 培训人选: who takes turns at training the others, everybody but managers or one position (S-128). */
@Component
@Order(83)
class TrainerSetting implements Setting {

  private static final String NAME = "培训人选";
  private static final String ALL = "全员";
  private static final String NOBODY = "关";
  private static final int LONGEST = 12;
  private static final Set<String> ALL_WORDS = Set.of(ALL, "所有人", "大家", "全部", "开", "打开");
  private static final Set<String> NOBODY_WORDS = Set.of(NOBODY, "关闭", "关掉", "不要", "取消", "无");

  /** The ids of those who take turns, in order of joining. */
  static List<String> trainers(Organization organization, LocalDate day) {
    String chosen = chosen(organization);
    return organization.activeMembers(day).stream()
        .filter(
            member ->
                chosen.equals(ALL)
                    ? !member.access().covers(Access.MANAGER)
                    : chosen.equals(member.positionOn(day)))
        .map(Member::id)
        .toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "每月轮流请一位在例会上讲一课，全员、某个岗位或关，例如：小区经理";
  }

  @Override
  public String show(Organization organization) {
    String chosen = chosen(organization);
    boolean position = !chosen.equals(ALL) && !chosen.equals(NOBODY);
    return position && organization.members().stream().noneMatch(one -> holds(one, chosen))
        ? chosen + "（名册里还没有）"
        : chosen;
  }

  @Override
  public String parse(String typed) {
    String word = typed.strip().replaceFirst("^岗位\\s*", "");
    if (ALL_WORDS.contains(word)) {
      return ALL;
    }
    if (NOBODY_WORDS.contains(word)) {
      return NOBODY;
    }
    String position = UntrustedText.oneLine(word, LONGEST);
    if (!position.equals(word) || word.matches(".*[\\s\\d].*")) {
      throw new CommandRejectedException("培训人选写全员、一个岗位，或者关。请这样写：设置 培训人选 小区经理");
    }
    return position;
  }

  private static boolean holds(Member member, String position) {
    return member.until() == null && position.equals(member.position());
  }

  private static String chosen(Organization organization) {
    return organization.settings().getOrDefault(NAME, ALL);
  }
}
