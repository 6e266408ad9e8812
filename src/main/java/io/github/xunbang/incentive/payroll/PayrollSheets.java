package io.github.xunbang.incentive.payroll;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.internal.AwardText;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.render.Sheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The three sheets for payroll (S-142, S-148): every line, totals by person of what is settled, and
 * who signed when. Rewards, deductions and points stand apart and are never netted: the bot
 * proposes, people pay. No phone number stands anywhere.
 */
final class PayrollSheets {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Organization organization;
  private final Map<String, Scheme> schemes;
  private final List<Award> awards;

  PayrollSheets(Organization organization, List<Scheme> schemes, List<Award> awards) {
    this.organization = organization;
    this.schemes = schemes.stream().collect(Collectors.toMap(Scheme::id, scheme -> scheme));
    this.awards = List.copyOf(awards);
  }

  List<Sheet> all() {
    return List.of(lines(), totals(), signatures());
  }

  private Sheet lines() {
    List<String> header =
        List.of(
            "编号", "姓名", "岗位", "单位", "周期", "方案", "规则", "版本", "类别", "内容", "金额(元)", "积分", "状态", "计入合计",
            "算法");
    return new Sheet("明细", header, awards.stream().map(this::line).toList());
  }

  private List<@Nullable Object> line(Award award) {
    boolean yuan = award.rule().currency() == Rule.Currency.YUAN;
    String open = award.open();
    return Arrays.asList(
        award.number(),
        award.subjectName(),
        position(award),
        unit(award),
        award.period().label(),
        Optional.ofNullable(schemes.get(award.schemeId())).map(Scheme::name).orElse("")
            + award.schemeId(),
        award.rule().id() + " " + award.rule().title(),
        award.schemeVersion(),
        AwardText.kind(award) + (award.difference() ? "（更正）" : ""),
        PhoneNumbers.masked(open == null ? award.words() : "待定：" + open),
        yuan ? award.amount() : null,
        yuan ? null : award.amount(),
        AwardText.state(award),
        award.isSettled() ? "是" : "否",
        PhoneNumbers.masked(String.join("；", award.working())));
  }

  private String position(Award award) {
    return member(award)
        .map(member -> Objects.requireNonNullElse(member.positionOn(award.period().end()), ""))
        .orElse("");
  }

  private String unit(Award award) {
    return member(award)
        .flatMap(member -> organization.unitOf(member, award.period().end()))
        .or(() -> organization.units().unit(award.subjectId()))
        .map(Unit::name)
        .orElse("");
  }

  private Optional<Member> member(Award award) {
    return organization.member(award.subjectId());
  }

  private Sheet totals() {
    Map<String, List<Award>> bySubject =
        awards.stream()
            .filter(award -> award.state() != Award.State.VOID)
            .collect(
                Collectors.groupingBy(Award::subjectId, LinkedHashMap::new, Collectors.toList()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    bySubject.values().forEach(own -> rows.add(total(own.get(0).subjectName(), own.get(0), own)));
    rows.add(total("合计", null, awards));
    return new Sheet(
        "按人合计",
        List.of("姓名", "岗位", "单位", "奖励(元)", "绩效扣减建议(元)", "奖励积分", "绩效扣减建议积分", "计入条数", "未定条数(不计入)"),
        rows);
  }

  private List<@Nullable Object> total(String name, @Nullable Award of, List<Award> own) {
    List<Award> settled = own.stream().filter(Award::isSettled).toList();
    long loose =
        own.stream()
            .filter(award -> !award.isSettled() && award.state() != Award.State.VOID)
            .count();
    return Arrays.asList(
        name,
        of == null ? "" : position(of),
        of == null ? "" : unit(of),
        sum(settled, Rule.Sense.REWARD, Rule.Currency.YUAN),
        sum(settled, Rule.Sense.DEDUCTION, Rule.Currency.YUAN),
        sum(settled, Rule.Sense.REWARD, Rule.Currency.POINTS),
        sum(settled, Rule.Sense.DEDUCTION, Rule.Currency.POINTS),
        settled.size(),
        (int) loose);
  }

  private static BigDecimal sum(List<Award> settled, Rule.Sense sense, Rule.Currency currency) {
    return settled.stream()
        .filter(award -> award.rule().sense() == sense && award.rule().currency() == currency)
        .map(Award::amount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What one person did to lines of one period at one instant. */
  private record Signature(Period period, Award.Deed deed, @Nullable String memberId, Instant at) {}

  private Sheet signatures() {
    Map<Signature, List<Integer>> signed = new LinkedHashMap<>();
    for (Award award : awards) {
      for (Award.Act act : award.acts()) {
        signed
            .computeIfAbsent(
                new Signature(award.period(), act.deed(), act.memberId(), act.at()),
                none -> new ArrayList<>())
            .add(award.number());
      }
    }
    List<List<@Nullable Object>> rows =
        signed.entrySet().stream()
            .sorted(java.util.Comparator.comparing(one -> one.getKey().at()))
            .map(one -> row(one.getKey(), one.getValue()))
            .toList();
    return new Sheet("签字", List.of("周期", "步骤", "姓名", "时间", "条数", "编号"), rows);
  }

  private List<@Nullable Object> row(Signature signature, List<Integer> numbers) {
    String memberId = signature.memberId();
    return Arrays.asList(
        signature.period().label(),
        step(signature.deed()),
        memberId == null ? "旬榜" : organization.member(memberId).map(Member::name).orElse("（已离开）"),
        signature.at().atZone(organization.businessDay().zone()).format(TIME),
        numbers.size(),
        ranges(numbers));
  }

  private static String step(Award.Deed deed) {
    return switch (deed) {
      case PROPOSED -> "制表";
      case AMOUNT_SET -> "定金额";
      case CONFIRMED -> "确认";
      case SIGNED -> "复核";
      case PUBLISHED -> "发布";
      case OBJECTED -> "申诉";
      case UPHELD -> "裁定维持";
      case CHANGED -> "裁定改";
      case VOIDED -> "作废";
    };
  }

  /** {@code 31-35 40}. */
  static String ranges(List<Integer> numbers) {
    List<String> parts = new ArrayList<>();
    List<Integer> sorted = numbers.stream().sorted().toList();
    int from = 0;
    for (int at = 0; at < sorted.size(); at++) {
      boolean ends = at + 1 == sorted.size() || sorted.get(at + 1) != sorted.get(at) + 1;
      if (ends) {
        parts.add(sorted.get(from) + (at > from ? "-" + sorted.get(at) : ""));
        from = at + 1;
      }
    }
    return String.join(" ", parts);
  }
}
