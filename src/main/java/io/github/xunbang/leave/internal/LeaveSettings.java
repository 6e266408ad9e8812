package io.github.xunbang.leave.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** 请假审批 and 轮休: whether leave needs a leader's word. Both do unless set. */
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
    return new ApprovalSetting(LEAVE, "请假要不要组长或经理批，要或自动，例如：要");
  }

  @Bean
  @Order(41)
  Setting restDaySetting() {
    return new ApprovalSetting(REST, "轮休要不要批，要或自动，例如：自动");
  }

  /** Whether leave of this kind stands without anybody's approval. */
  static boolean isAutomatic(Organization organization, String kind) {
    String setting = kind.equals(REST) ? REST : LEAVE;
    return AUTOMATIC.equals(organization.settings().get(setting));
  }

  private record ApprovalSetting(String name, String description) implements Setting {

    @Override
    public String show(Organization organization) {
      return organization.settings().getOrDefault(name, NEEDED);
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
      throw new CommandRejectedException("“" + name + "”只能是“要”或“自动”。请这样写：设置 " + name + " 自动");
    }
  }
}
