package io.github.xunbang.organization.internal;

import io.github.xunbang.command.ActLog;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.OrganizationService;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Administrative acts as 记录 管理 shows them. */
@Component
class MongoActLog implements ActLog {

  private static final int SHOWN = 60;

  private final ActRepository acts;
  private final OrganizationService organizations;

  MongoActLog(ActRepository acts, OrganizationService organizations) {
    this.acts = acts;
    this.organizations = organizations;
  }

  /** {@inheritDoc} A command without anything behind its word only showed something. */
  @Override
  public void record(CommandCall call) {
    String organizationId = call.caller().organizationId();
    if (organizationId == null
        || call.input().isBlank() && !call.definition().name().equals("解绑")) {
      return;
    }
    Organization organization = organizations.get(organizationId);
    acts.append(
        organizationId,
        YearMonth.from(organization.businessDay().of(call.message().receivedAt())),
        new ActRepository.Act(
            call.message().key(),
            call.message().receivedAt().truncatedTo(ChronoUnit.MILLIS),
            call.caller().name(),
            line(call)));
  }

  @EventListener
  void on(OrganizationDeleted event) {
    acts.deleteOf(event.organizationId());
  }

  private static String line(CommandCall call) {
    String[] lines = (call.definition().name() + " " + call.input()).strip().split("\n");
    String shown = UntrustedText.oneLine(withoutSecrets(String.join(" / ", lines)), SHOWN);
    return lines.length > 2 ? shown + "（共" + lines.length + "行）" : shown;
  }

  /** Keys, tokens and web addresses, and the middle of phone numbers. */
  static String withoutSecrets(String line) {
    return line.replaceAll("https?://\\S+", "（链接）")
        .replaceAll("(?<![A-Za-z0-9])[A-Za-z0-9_\\-+/=]{16,}", "（密钥）")
        .replaceAll("(?<!\\d)(1\\d{2})\\d{4}(\\d{4})(?!\\d)", "$1××××$2");
  }
}
