package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.scheme.store.RuleForm;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * One line in full: formula with the numbers put in, rule and version, the figures behind it, what
 * people did, how to object (S-98, S-147).
 */
@Component
class AwardExplanation {

  private static final int METRICS = 3;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.ROOT);

  private final Schemes schemes;
  private final RuleText rules;
  private final MetricCatalog metrics;

  AwardExplanation(Schemes schemes, RuleText rules, MetricCatalog metrics) {
    this.schemes = schemes;
    this.rules = rules;
    this.metrics = metrics;
  }

  /** Two lines: what, and the working. */
  String brief(Award award) {
    return AwardText.line(award) + " " + AwardText.state(award) + "\n　" + working(award);
  }

  /** Everything; the caller has made sure that the asker may read it. */
  String of(AwardRequest request, Award award) {
    Organization organization = request.organization();
    Optional<Scheme> scheme = schemes.find(organization.id(), award.schemeId());
    List<String> lines = new ArrayList<>();
    lines.add(AwardText.line(award) + " " + AwardText.state(award));
    lines.add("周期：" + period(award.period()));
    lines.add("怎么算：" + working(award));
    lines.add("规则：" + rules.of(award.rule(), organization));
    scheme.ifPresent(one -> lines.add("出自：" + version(one, award)));
    sources(organization, award, request.memberId()).ifPresent(lines::add);
    lines.add("经过：" + acts(organization, award));
    lines.add(route(request, scheme, award));
    return String.join("\n", lines);
  }

  /** Whether the asker owns the scheme of a line that waits for a decision. */
  boolean isAskedToDecide(AwardRequest request, Award award) {
    return award.state() == Award.State.OBJECTED
        && Deciders.isOwner(
            schemes.find(award.organizationId(), award.schemeId()), request.member());
  }

  private static String working(Award award) {
    return award.working().isEmpty() ? "没有留下步骤" : String.join("；", award.working());
  }

  private static String period(Period period) {
    String days = DateText.day(period.start()) + "到" + DateText.day(period.end());
    return period.type() == PeriodType.CAMPAIGN || period.type() == PeriodType.WEEK
        ? days
        : period.label() + "（" + days + "）";
  }

  private static String version(Scheme scheme, Award award) {
    String since =
        scheme.versions().stream()
            .filter(version -> version.number() == award.schemeVersion())
            .flatMap(version -> Optional.ofNullable(version.from()).stream())
            .map(day -> "，" + day.getYear() + "年" + DateText.shortDay(day) + "起用")
            .findFirst()
            .orElse("");
    return "%s(%s)第%d版%s".formatted(scheme.name(), scheme.id(), award.schemeVersion(), since);
  }

  /** Where each entry of the figures can be read, with its serial. */
  private Optional<String> sources(Organization organization, Award award, String askerId) {
    Set<String> used = RuleForm.metrics(RuleForm.write(award.rule()));
    String whose = award.subjectId().equals(askerId) ? "" : award.subjectName() + " ";
    String questions =
        metrics.metrics(organization.id()).stream()
            .filter(metric -> used.contains(metric.id()))
            .limit(METRICS)
            .map(Metric::name)
            .map(name -> "为什么 " + whose + name + " " + award.period().label())
            .collect(Collectors.joining(" ／ "));
    boolean readable =
        award.period().type() != PeriodType.CAMPAIGN && award.period().type() != PeriodType.WEEK;
    return questions.isEmpty() || !readable ? Optional.empty() : Optional.of("每一笔登记：" + questions);
  }

  private static String acts(Organization organization, Award award) {
    return award.acts().stream()
        .map(
            act ->
                TIME.format(LocalDateTime.ofInstant(act.at(), organization.businessDay().zone()))
                    + " "
                    + name(organization, act)
                    + deed(act))
        .collect(Collectors.joining("；"));
  }

  private static String name(Organization organization, Award.Act act) {
    String memberId = act.memberId();
    return memberId == null ? "" : organization.member(memberId).map(Member::name).orElse("（已离开）");
  }

  private static String deed(Award.Act act) {
    String note = act.note().isEmpty() ? "" : "“" + act.note() + "”";
    return switch (act.deed()) {
      case PROPOSED -> "算出";
      case AMOUNT_SET -> "定为" + act.note();
      case CONFIRMED -> "确认";
      case SIGNED -> "复核";
      case PUBLISHED -> "发布";
      case OBJECTED -> "申诉" + note;
      case UPHELD -> "裁定维持" + note;
      case CHANGED -> "裁定改" + note;
      case VOIDED -> "作废" + note;
    };
  }

  private static String route(AwardRequest request, Optional<Scheme> scheme, Award award) {
    String answering =
        scheme
            .map(one -> SchemeOwners.answering(request.organization(), one, request.today()))
            .orElse("经理");
    return switch (award.state()) {
      case PROPOSED -> "还只是建议，确认前不生效；有疑问可以先问" + answering;
      case CONFIRMED -> "还没发布，发布后可以申诉";
      case PUBLISHED -> objection(request, scheme, award, answering);
      case OBJECTED -> "申诉中，先冻结，等" + answering + "答复";
      case DECIDED -> "申诉已裁定，不再改";
      case VOID -> "已作废，不算数";
    };
  }

  private static String objection(
      AwardRequest request, Optional<Scheme> scheme, Award award, String answering) {
    var last = ObjectionCommands.lastDay(request, scheme, award);
    return request.today().isAfter(last)
        ? "申诉期到" + DateText.shortDay(last) + "为止，已经过了"
        : "有疑问：%s为止可以私聊我：申诉 %d 理由（%s答复）"
            .formatted(DateText.shortDay(last), award.number(), answering);
  }
}
