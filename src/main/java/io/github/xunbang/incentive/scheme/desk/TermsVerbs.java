package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.PersonName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** 方案 预算, 负责, 异议, 改名: what holds for a scheme as a whole. */
@Configuration(proxyBeanMethods = false)
class TermsVerbs {

  private static final Pattern NAME = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{N}·]{2,12}");
  private static final List<String> NO_BUDGET = List.of("无", "取消", "不限");
  private static final BigDecimal MOST = new BigDecimal("1000000000");
  private static final int MOST_DAYS = 60;
  private static final BigDecimal LONGEST = BigDecimal.valueOf(MOST_DAYS);

  @Bean
  @Order(5)
  SchemeVerb budgetVerb(Schemes schemes, Checked checked) {
    return new Verb(List.of("预算", "封顶"), call -> budget(call, schemes, checked));
  }

  @Bean
  @Order(6)
  SchemeVerb ownerVerb(Schemes schemes) {
    return new Verb(List.of("负责"), call -> owner(call, schemes));
  }

  @Bean
  @Order(7)
  SchemeVerb objectionVerb(Schemes schemes) {
    return new Verb(List.of("异议"), call -> objection(call, schemes));
  }

  @Bean
  @Order(8)
  SchemeVerb renameVerb(Schemes schemes) {
    return new Verb(List.of("改名"), call -> rename(call, schemes));
  }

  private record Verb(List<String> words, java.util.function.Function<SchemeCall, Reply> answer)
      implements SchemeVerb {

    @Override
    public Reply handle(SchemeCall call) {
      return answer.apply(call);
    }
  }

  /** Refused when the rules could pay more, with the sum (S-91). */
  private static Reply budget(SchemeCall call, Schemes schemes, Checked checked) {
    SchemeCall.Named named = call.scheme(schemes);
    Scheme scheme = named.scheme();
    String typed = TypedText.normalize(named.rest().words());
    if (NO_BUDGET.contains(typed)) {
      change(call, schemes, scheme, one -> one.withCap(null));
      return call.reply("schemeNoBudget", Map.of("id", scheme.id(), "name", scheme.name()));
    }
    Scheme.Cap cap =
        cap(typed)
            .orElseThrow(() -> call.rejection("schemeBudgetShape", Map.of("id", scheme.id())));
    String warnings = checked.warnings(call, SchemeBook.written(scheme), cap);
    change(call, schemes, scheme, one -> one.withCap(cap));
    return call.reply(
        "schemeBudget",
        Map.of(
            "id", scheme.id(),
            "name", scheme.name(),
            "period", Words.period(cap.period()),
            "amount", NumberText.plain(cap.amount()),
            "warnings", warnings));
  }

  private static Optional<Scheme.Cap> cap(String typed) {
    for (int at = typed.length(); at > 0; at--) {
      Optional<PeriodType> period =
          at == typed.length()
              ? Optional.of(PeriodType.MONTH)
              : Words.periodOf(typed.substring(at).strip());
      Optional<BigDecimal> amount =
          ChineseNumber.parse(typed.substring(0, at).strip())
              .filter(number -> !number.vague() && !number.percent())
              .map(ParsedNumber::value)
              .filter(number -> number.signum() > 0 && number.compareTo(MOST) <= 0)
              .filter(number -> number.scale() <= 2);
      if (period.isPresent() && amount.isPresent()) {
        return Optional.of(new Scheme.Cap(amount.get(), period.get()));
      }
    }
    return Optional.empty();
  }

  private static Reply owner(SchemeCall call, Schemes schemes) {
    SchemeCall.Named named = call.scheme(schemes);
    Scheme scheme = named.scheme();
    String name = PersonName.normalized(named.rest().words()).replaceFirst("^@", "");
    Member member =
        call.organization()
            .memberNamed(name, call.today())
            .orElseThrow(
                () ->
                    call.rejection(
                        "schemeOwnerUnknown",
                        Map.of("name", UntrustedText.oneLine(name, 12), "id", scheme.id())));
    change(call, schemes, scheme, one -> one.withOwner(member.id()));
    return call.reply(
        "schemeOwner", Map.of("id", scheme.id(), "name", scheme.name(), "owner", member.name()));
  }

  private static Reply objection(SchemeCall call, Schemes schemes) {
    SchemeCall.Named named = call.scheme(schemes);
    Scheme scheme = named.scheme();
    String typed = TypedText.normalize(named.rest().words()).replaceFirst("\\s*天$", "");
    int days =
        ChineseNumber.parse(typed)
            .map(ParsedNumber::value)
            .filter(number -> number.scale() <= 0 && number.compareTo(LONGEST) <= 0)
            .map(BigDecimal::intValue)
            .orElse(0);
    if (days < 1 || days > MOST_DAYS) {
      throw call.rejection("schemeObjectionShape", Map.of("id", scheme.id(), "most", MOST_DAYS));
    }
    change(call, schemes, scheme, one -> one.withObjectionDays(days));
    return call.reply(
        "schemeObjection", Map.of("id", scheme.id(), "name", scheme.name(), "days", days));
  }

  private static Reply rename(SchemeCall call, Schemes schemes) {
    SchemeCall.Named named = call.scheme(schemes);
    Scheme scheme = named.scheme();
    String name = named.rest().words();
    boolean usable = NAME.matcher(name).matches() && !name.matches("[FfRr]\\d+");
    if (!usable) {
      throw call.rejection("schemeNameShape", Map.of("id", scheme.id()));
    }
    boolean taken =
        schemes.all(call.organization().id()).stream()
            .anyMatch(one -> one.name().equals(name) && !one.id().equals(scheme.id()));
    if (taken) {
      throw call.rejection("schemeNameTaken", Map.of("name", name, "id", scheme.id()));
    }
    change(call, schemes, scheme, one -> one.withName(name));
    return call.reply(
        "schemeRenamed", Map.of("id", scheme.id(), "old", scheme.name(), "name", name));
  }

  private static void change(
      SchemeCall call, Schemes schemes, Scheme scheme, UnaryOperator<Scheme> change) {
    schemes.update(
        call.organization().id(), before -> SchemeBook.changed(before, scheme.id(), change));
  }
}
