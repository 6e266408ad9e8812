package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 方案复核: the second person without whose 批准 no rules take effect (S-138); nobody by default. */
@Component
@Order(71)
class ReviewSetting implements Setting {

  private static final String NAME = "方案复核";
  private static final Set<String> NOBODY = Set.of("无", "不用", "关", "取消");

  /** The second person of the organization. */
  static Optional<Member> reviewer(Organization organization) {
    return Optional.ofNullable(organization.settings().get(NAME)).flatMap(organization::member);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "奖惩方案生效前由谁复核，写一位经理的名字或“无”，例如：赵敏";
  }

  @Override
  public String show(Organization organization) {
    return reviewer(organization).map(Member::name).orElse("无");
  }

  @Override
  public String parse(String typed) {
    throw new CommandRejectedException("方案复核要写一位经理的名字。请这样写：设置 方案复核 赵敏");
  }

  /** Stored by id, so that a new name changes nothing. */
  @Override
  public String parse(String typed, Organization organization, LocalDate today) {
    String name = PersonName.normalized(typed.strip()).replaceFirst("^@", "");
    if (NOBODY.contains(name)) {
      return "";
    }
    Member member =
        organization
            .memberNamed(name, today)
            .orElseThrow(
                () ->
                    new CommandRejectedException(
                        "团队里没有“%s”。请写一位经理的名字，例如：设置 方案复核 赵敏；不用复核请发：设置 方案复核 无"
                            .formatted(UntrustedText.oneLine(name, 12))));
    if (!organization.accessOn(member, today).covers(Access.MANAGER)) {
      throw new CommandRejectedException(
          "%s还不是经理，批不了方案。先由管理员发：任命 %s 经理".formatted(member.name(), member.name()));
    }
    return member.id();
  }
}
