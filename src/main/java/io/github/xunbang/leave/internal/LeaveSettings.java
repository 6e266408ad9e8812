package io.github.xunbang.leave.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.math.BigDecimal;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** 请假审批 and 轮休: which leave needs a leader's word. All of it does unless set. */
@Configuration(proxyBeanMethods = false)
class LeaveSettings {

  private static final String LEAVE = "请假审批";
  private static final String REST = "轮休";
  private static final String NEEDED = "要批";
  private static final String AUTOMATIC = "自动";
  private static final Set<String> YES = Set.of("要", "要批", "需要", "是", "开", "打开", "审批");
  private static final Set<String> NO = Set.of("自动", "不要", "不用", "否", "关", "关闭", "免批");

  @Bean
  @Order(40)
  Setting leaveApprovalSetting() {
    return new LeaveSetting();
  }

  @Bean
  @Order(41)
  Setting restDaySetting() {
    return new RestSetting();
  }

  /** Whether leave of this kind and length stands without anybody's approval. */
  static boolean isAutomatic(Organization organization, String kind, BigDecimal workdays) {
    if (kind.equals(REST)) {
      return AUTOMATIC.equals(organization.settings().get(REST));
    }
    return ApprovalRule.isFree(
        organization.settings().getOrDefault(LEAVE, ApprovalRule.ALL), kind, workdays);
  }

  private record LeaveSetting() implements Setting {

    @Override
    public String name() {
      return LEAVE;
    }

    @Override
    public String description() {
      return "哪些假要组长或经理批：全部；免批 病假,调休；2天以内免批；全部免批（补请过去的总要批）";
    }

    @Override
    public String show(Organization organization) {
      return ApprovalRule.shown(organization.settings().getOrDefault(LEAVE, ApprovalRule.ALL));
    }

    @Override
    public String parse(String typed) {
      return ApprovalRule.parse(typed)
          .orElseThrow(
              () ->
                  new CommandRejectedException(
                      "请假审批没看懂。请这样写：设置 请假审批 免批 病假,调休（也可以写 全部、2天以内免批、全部免批）\n假别有："
                          + LeaveKinds.LIST));
    }
  }

  private record RestSetting() implements Setting {

    @Override
    public String name() {
      return REST;
    }

    @Override
    public String description() {
      return "轮休要不要批，要或自动，例如：自动";
    }

    @Override
    public String show(Organization organization) {
      return organization.settings().getOrDefault(REST, NEEDED);
    }

    @Override
    public String parse(String typed) {
      String word = typed.strip();
      if (YES.contains(word)) {
        return NEEDED;
      }
      if (NO.contains(word)) {
        return AUTOMATIC;
      }
      throw new CommandRejectedException("“轮休”只能是“要”或“自动”。请这样写：设置 轮休 自动");
    }
  }
}
