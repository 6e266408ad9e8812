package io.github.xunbang.deal.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** 计入: when a deal counts. 催款: whether owners are reminded of what is not paid. */
@Configuration(proxyBeanMethods = false)
class MoneySettings {

  static final String CHASE = "催款";

  private static final String CREDIT = "计入";
  private static final String FULL = "全款";
  private static final Map<String, String> RULES =
      Map.of(
          "签单", "签单", "签约", "签单", "签单时", "签单", "首款", "首款", "首付", "首款", "首笔", "首款", "定金", "首款", FULL,
          FULL, "尾款", FULL, "收齐", FULL);
  private static final Set<String> YES = Set.of("开", "打开", "要", "是");
  private static final Set<String> NO = Set.of("关", "关闭", "不要", "否");

  @Bean
  @Order(63)
  Setting creditRuleSetting() {
    return new CreditRuleSetting();
  }

  @Bean
  @Order(64)
  Setting chaseSetting() {
    return new ChaseSetting();
  }

  /** Whether owners are chased every week; they are unless it was switched off. */
  static boolean isChasing(Organization organization) {
    return !"关".equals(organization.settings().get(CHASE));
  }

  private record CreditRuleSetting() implements Setting {

    @Override
    public String name() {
      return CREDIT;
    }

    @Override
    public String description() {
      return "签单什么时候计入业绩：签单、首款或全款，例如：全款";
    }

    /** The rule of the signing stays (design section 6), and people should know. */
    @Override
    public String show(Organization organization) {
      return organization.settings().getOrDefault(CREDIT, FULL) + "（已签的单按签时的规矩）";
    }

    @Override
    public String parse(String typed) {
      String rule = RULES.get(typed.strip());
      if (rule == null) {
        throw new CommandRejectedException("“计入”只能是签单、首款或全款。请这样写：设置 计入 全款");
      }
      return rule;
    }
  }

  private record ChaseSetting() implements Setting {

    @Override
    public String name() {
      return CHASE;
    }

    @Override
    public String description() {
      return "每周一早上私信签单人没收齐的单，开或关，例如：开";
    }

    @Override
    public String show(Organization organization) {
      return isChasing(organization) ? "开" : "关";
    }

    @Override
    public String parse(String typed) {
      String word = typed.strip();
      if (YES.contains(word)) {
        return "开";
      }
      if (NO.contains(word)) {
        return "关";
      }
      throw new CommandRejectedException("“催款”只能是“开”或“关”。请这样写：设置 催款 关");
    }
  }
}
