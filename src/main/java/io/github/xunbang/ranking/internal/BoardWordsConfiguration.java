package io.github.xunbang.ranking.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.BoardView;
import io.github.xunbang.ranking.Terms.Basis;
import io.github.xunbang.ranking.Terms.Growth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The argument types that only 排名 needs. */
@Configuration(proxyBeanMethods = false)
class BoardWordsConfiguration {

  private static final Set<String> KINDS = Set.of("大区", "小区", "门店", "小组", "城市", "单位");
  private static final Map<String, BoardView> VIEWS =
      Map.of("分档", BoardView.BUCKETS, "编外", BoardView.GUESTS, "全部", BoardView.ALL);
  private static final Map<String, Basis> BASES =
      Map.of("完成率", Basis.ATTAINMENT, "达成率", Basis.ATTAINMENT, "完成", Basis.ATTAINMENT);
  private static final Map<String, Growth.Kind> GROWTHS =
      Map.of("同比", Growth.Kind.YEAR, "环比", Growth.Kind.PREVIOUS);

  /** {@code unit-kind}: 门店, 小区 … or another kind the organization has; 单位 is any. */
  @Bean
  ArgumentType unitKindArgument(OrganizationService organizations) {
    return new WordType(
        "unit-kind",
        "门店、小区、大区、小组",
        (token, caller) ->
            KINDS.contains(token)
                    || caller.organizationId() != null
                        && organizations.get(caller.organization()).units().all().stream()
                            .map(Unit::kind)
                            .anyMatch(token::equals)
                ? Optional.of(token)
                : Optional.empty());
  }

  /** {@code unit-class}: A类, B类店, c类. */
  @Bean
  ArgumentType unitClassArgument() {
    return new WordType(
        "unit-class",
        "A类、B类、C类",
        (token, caller) ->
            token.matches("[A-Ca-c]类店?")
                ? Optional.of(token.substring(0, 1).toUpperCase(Locale.ROOT))
                : Optional.empty());
  }

  @Bean
  ArgumentType basisArgument() {
    return new WordType("basis", "完成率", (token, caller) -> Optional.ofNullable(BASES.get(token)));
  }

  @Bean
  ArgumentType growthArgument() {
    return new WordType(
        "growth", "同比、环比", (token, caller) -> Optional.ofNullable(GROWTHS.get(token)));
  }

  @Bean
  ArgumentType boardViewArgument() {
    return new WordType(
        "board-view", "分档、编外、全部", (token, caller) -> Optional.ofNullable(VIEWS.get(token)));
  }

  /** {@code entry-line}: 满3万, the least value that is listed (S-68). */
  @Bean
  ArgumentType entryLineArgument() {
    return new WordType(
        "entry-line",
        "满3万",
        (token, caller) ->
            token.startsWith("满")
                ? ChineseNumber.parse(token.substring(1).replaceFirst("[元%]?(以上|起)?$", ""))
                    .filter(number -> !number.vague())
                    .map(ParsedNumber::value)
                : Optional.empty());
  }
}
