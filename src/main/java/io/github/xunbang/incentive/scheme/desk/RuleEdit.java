package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.PersonName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes one part of a rule: 金额 80, 名次 5, 区间 10到23, 满 12, 封顶 500, 岗位 业务员, 标题 …. */
final class RuleEdit {

  private static final int SHOWN = 16;
  private static final Pattern BAND = Pattern.compile("(.+?)\\s*[到至~～-]\\s*(.+)");
  private static final Pattern MEASURED = Pattern.compile("[个单家条次票分名位]$");

  private final SchemeCall call;
  private final Rule rule;
  private final RuleText texts;

  RuleEdit(SchemeCall call, Rule rule, RuleText texts) {
    this.call = call;
    this.rule = rule;
    this.texts = texts;
  }

  /**
   * The rule with this field changed.
   *
   * @throws CommandRejectedException when the rule has no such part or the value means nothing
   */
  Rule with(String field, String value) {
    return switch (field) {
      case "金额", "比例" ->
          copy(rule.audience(), rule.conditions(), rule.selection(), payout(value), rule.guard());
      case "名次" -> places(value);
      case "区间" -> condition(field, Condition::isBand, one -> band(one, value));
      case "满" -> condition(field, RuleEdit::hasLine, one -> line(one, value));
      case "封顶" ->
          copy(rule.audience(), rule.conditions(), rule.selection(), rule.payout(), guard(value));
      case "岗位" ->
          copy(audience(value), rule.conditions(), rule.selection(), rule.payout(), rule.guard());
      case "标题" -> titled(UntrustedText.oneLine(value, SHOWN));
      default -> throw call.rejection("changeUsage", Map.of("id", rule.id()));
    };
  }

  private Payout payout(String value) {
    if (rule.payout() instanceof Payout.Tiers tiers) {
      List<BigDecimal> amounts = amounts(value, tiers.tiers().size(), false);
      List<Payout.Tier> changed = new ArrayList<>();
      for (Payout.Tier tier : tiers.tiers()) {
        changed.add(new Payout.Tier(tier.from(), tier.to(), amounts.get(changed.size())));
      }
      return new Payout.Tiers(changed);
    }
    if (rule.payout() instanceof Payout.Bands bands) {
      List<BigDecimal> amounts = amounts(value, bands.bands().size(), true);
      List<Payout.Band> changed = new ArrayList<>();
      for (Payout.Band band : bands.bands()) {
        changed.add(new Payout.Band(band.from(), amounts.get(changed.size())));
      }
      return new Payout.Bands(bands.by(), changed);
    }
    if (rule.payout() instanceof Payout.Percent percent) {
      return new Payout.Percent(amount(value, true), percent.of());
    }
    if (rule.payout() instanceof Payout.Fixed) {
      return new Payout.Fixed(amount(value, false));
    }
    if (rule.payout() instanceof Payout.PerPiece piece) {
      return new Payout.PerPiece(amount(value, false), piece.pieces());
    }
    throw cannot("金额");
  }

  private List<BigDecimal> amounts(String value, int count, boolean rising) {
    List<BigDecimal> amounts =
        Stream.of(value.strip().split("[\\s、/]+")).map(one -> amount(one, false)).toList();
    if (amounts.size() != count) {
      String example =
          Stream.iterate(rising ? 100 : 100 * count, amount -> amount + (rising ? 100 : -100))
              .limit(count)
              .map(String::valueOf)
              .collect(Collectors.joining(" "));
      throw call.rejection("tooFew", Map.of("id", rule.id(), "count", count, "example", example));
    }
    return amounts;
  }

  private BigDecimal amount(String value, boolean percent) {
    ParsedNumber number = number(value, percent ? "金额 10%" : "金额 80");
    boolean usable =
        number.value().signum() > 0
            && number.value().scale() <= 2
            && (percent ? !number.money() : !number.percent());
    if (!usable) {
      throw wrong(value, percent ? "金额 10%" : "金额 80");
    }
    return number.value();
  }

  private ParsedNumber number(String value, String example) {
    String plain = MEASURED.matcher(value.strip()).replaceFirst("");
    return ChineseNumber.parse(plain)
        .filter(number -> number.value().signum() >= 0)
        .orElseThrow(() -> wrong(value, example));
  }

  private Rule places(String value) {
    int places = whole(value);
    Selection selection = rule.selection();
    if (selection instanceof Selection.Best best) {
      selection = new Selection.Best(best.by(), places);
    } else if (selection instanceof Selection.Last last) {
      selection = new Selection.Last(last.by(), places);
    } else if (selection instanceof Selection.Race race) {
      selection = new Selection.Race(race.metricId(), race.line(), places, race.fallback());
    } else {
      throw cannot("名次");
    }
    Payout payout =
        rule.payout() instanceof Payout.Tiers tiers ? cut(tiers, places) : rule.payout();
    return copy(rule.audience(), rule.conditions(), selection, payout, rule.guard());
  }

  private int whole(String value) {
    BigDecimal number = number(value, "名次 5").value();
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(999)) > 0) {
      throw wrong(value, "名次 5");
    }
    return number.intValueExact();
  }

  private Payout cut(Payout.Tiers tiers, int places) {
    if (places > tiers.places()) {
      throw call.rejection("morePlaces", Map.of());
    }
    return new Payout.Tiers(
        tiers.tiers().stream()
            .filter(tier -> tier.from() <= places)
            .map(tier -> new Payout.Tier(tier.from(), Math.min(tier.to(), places), tier.amount()))
            .toList());
  }

  private Rule condition(
      String field, Predicate<Condition> which, UnaryOperator<Condition> change) {
    Optional<Condition> found = rule.conditions().stream().filter(which).findFirst();
    Condition before = found.orElseThrow(() -> cannot(field));
    Condition after = change.apply(before);
    List<Condition> conditions =
        rule.conditions().stream().map(one -> one == before ? after : one).toList();
    return copy(rule.audience(), conditions, rule.selection(), rule.payout(), rule.guard());
  }

  private static boolean hasLine(Condition one) {
    return one.min() instanceof Limit.Number && one.max() == null;
  }

  private Condition band(Condition one, String value) {
    Matcher ends = BAND.matcher(value.strip());
    if (!ends.matches()) {
      throw wrong(value, "区间 10到23");
    }
    BigDecimal low = number(ends.group(1), "区间 10到23").value();
    BigDecimal high = number(ends.group(2), "区间 10到23").value();
    if (low.compareTo(high) > 0) {
      throw wrong(value, "区间 10到23");
    }
    return limited(one, new Limit.Number(low), new Limit.Number(high));
  }

  private Condition line(Condition one, String value) {
    return limited(one, new Limit.Number(number(value, "满 12").value()), one.max());
  }

  private static Condition limited(
      Condition one, Limit min, @org.jspecify.annotations.Nullable Limit max) {
    return new Condition(
        one.of(),
        one.measure(),
        min,
        one.minInclusive(),
        max,
        one.maxInclusive(),
        one.consecutive());
  }

  private Guard guard(String value) {
    boolean none = "无".equals(value.strip()) || "取消".equals(value.strip());
    BigDecimal most = none ? null : amount(value, false);
    return new Guard(most, rule.guard().warns(), rule.guard().retestMonths());
  }

  private Audience audience(String value) {
    Audience old = rule.audience();
    if (old.kind() == Audience.Kind.UNITS) {
      throw cannot("岗位");
    }
    List<String> jobs =
        "全员".equals(value.strip())
            ? List.of()
            : Stream.of(value.strip().split("[\\s、,，]+"))
                .map(job -> PersonName.checkedLabel("岗位", job))
                .toList();
    return new Audience(
        old.kind(), jobs, old.withinId(), old.unitKind(), old.unitClass(), old.standing());
  }

  private CommandRejectedException cannot(String field) {
    return call.rejection(
        "cannot",
        Map.of("id", rule.id(), "field", field, "text", texts.of(rule, call.organization())));
  }

  private CommandRejectedException wrong(String value, String example) {
    return call.rejection(
        "wrongValue",
        Map.of("value", UntrustedText.oneLine(value, SHOWN), "id", rule.id(), "example", example));
  }

  private Rule titled(String title) {
    return new Rule(
        rule.id(),
        title,
        rule.sense(),
        rule.currency(),
        rule.period(),
        rule.campaign(),
        rule.audience(),
        rule.conditions(),
        rule.selection(),
        rule.payout(),
        rule.factor(),
        rule.sharing(),
        rule.guard());
  }

  private Rule copy(
      Audience audience,
      List<Condition> conditions,
      Selection selection,
      Payout payout,
      Guard guard) {
    return new Rule(
        rule.id(),
        rule.title(),
        rule.sense(),
        rule.currency(),
        rule.period(),
        rule.campaign(),
        audience,
        conditions,
        selection,
        payout,
        rule.factor(),
        rule.sharing(),
        guard);
  }
}
