package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Names of campaigns: typed as a period in other commands, so they must mean nothing else. */
@Component
class CampaignNames {

  private static final Pattern USABLE = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{N}·]{2,12}");

  private final CallScene scene;

  CampaignNames(CallScene scene) {
    this.scene = scene;
  }

  /**
   * Refuses a name that is unusable or taken.
   *
   * @throws CommandRejectedException saying what the name already is
   */
  void requireFree(String name, Organization organization, LocalDate today) {
    if (!USABLE.matcher(name).matches()) {
      throw new CommandRejectedException(
          "活动名“%s”用不了，要2到12个字，不带空格和符号。请这样写：设置 活动 国庆冲刺 8-1到11-30"
              .formatted(UntrustedText.oneLine(name, 12)));
    }
    if (organization.campaign(name).isPresent()) {
      throw new CommandRejectedException("已经有活动“%s”。要改日期请先发：设置 活动 取消 %s".formatted(name, name));
    }
    meaning(name, organization, today)
        .ifPresent(
            taken -> {
              throw new CommandRejectedException(
                  "“%s”已经是%s，活动换个名字，例如：%s冲刺".formatted(name, taken, name));
            });
  }

  private Optional<String> meaning(String name, Organization organization, LocalDate today) {
    if (isPeriod(name, today)) {
      return Optional.of("时间说法");
    }
    return OrganizationNames.takenAs(organization, name, today)
        .or(() -> scene.taken(organization).apply(name));
  }

  private static boolean isPeriod(String name, LocalDate today) {
    Instant noon = today.atTime(12, 0).atZone(BusinessDay.DEFAULT.zone()).toInstant();
    return new PeriodWords(BusinessDay.DEFAULT, noon).parse(name).isPresent();
  }
}
