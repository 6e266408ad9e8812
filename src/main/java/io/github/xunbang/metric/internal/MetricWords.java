package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Which words may name a metric. A name stands beside numbers, dates and section words in one line
 * of chat, so it must not look like any of them.
 */
@Component
class MetricWords {

  private static final String EXAMPLE = "请换个名字，例如：指标 新增 电话量 个 0-500";
  private static final Pattern SHAPE = Pattern.compile("[\\p{IsHan}a-zA-Z0-9]{2,12}");
  private static final String NUMERALS = "0-9零〇一二两三四五六七八九十百千万亿半廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億兩";
  private static final Pattern NUMERAL_AT_EDGE =
      Pattern.compile("[" + NUMERALS + "].*|.*[" + NUMERALS + "]");
  private static final Pattern UNIT = Pattern.compile("[\\p{IsHan}a-zA-Z]{1,4}");
  private static final Pattern NUMERAL = Pattern.compile("[" + NUMERALS + "]");
  private static final Pattern DATE_AT_START =
      Pattern.compile(
          "(今天|今日|昨天|昨日|前天|明天|明日|次日|[本上下](周|月|旬|季度|星期|礼拜)|[上中下本]旬|(周|星期|礼拜)[一二三四五六日天]).*");
  private static final Set<String> TAKEN =
      Set.of(
          "小结", "总结", "行程", "困难", "求助", "累计", "月累", "目标", "任务", "完成率", "还差", "合计", "姓名", "汇报人",
          "日期", "部门", "个人", "本人", "确认", "没有", "挂零", "左右", "新增", "停用", "定义", "启用", "改名", "别名", "岗位",
          "范围", "说明", "期末", "最大", "平均", "越低越好", "越高越好", "门店自报", "门店合计", "门店两者", "门店", "所有人", "来源");

  /** Asked late: the commands need the argument type, which needs the catalog, which needs us. */
  private final ObjectProvider<CommandCatalog> commands;

  MetricWords(ObjectProvider<CommandCatalog> commands) {
    this.commands = commands;
  }

  /**
   * Refuses a metric whose words are unusable or taken. Words it had before stay, even if a command
   * has come to use them since.
   *
   * @param before the metric as it was, or null for a new one
   * @param existing all metrics, {@code before} among them
   * @throws CommandRejectedException with the reason and a line to type
   */
  void check(Metric changed, @Nullable Metric before, List<Metric> existing) {
    Set<String> own = new HashSet<>();
    for (String word : words(changed).toList()) {
      if (!own.add(MongoMetricCatalog.folded(word))) {
        throw refused(word, "写了两遍");
      }
      if (before == null || words(before).noneMatch(had -> same(had, word))) {
        checkShape(word);
        checkFree(word, changed.id(), existing);
      }
    }
    if (before == null || !before.unit().equals(changed.unit())) {
      checkUnit(changed.unit());
    }
  }

  private void checkFree(String word, String ownId, List<Metric> existing) {
    for (Metric metric : existing) {
      boolean other = !metric.id().equals(ownId);
      if (other && words(metric).anyMatch(taken -> same(taken, word))) {
        throw metric.active()
            ? refused(word, "已经是指标“" + metric.name() + "”的叫法")
            : new CommandRejectedException(
                "“%s”是已停用的指标“%s”的叫法。要接着用请发：指标 启用 %s"
                    .formatted(shown(word), metric.name(), metric.name()));
      }
    }
    commandUsing(word)
        .ifPresent(
            command -> {
              throw refused(word, "是命令“" + command.name() + "”的叫法");
            });
  }

  private static void checkShape(String word) {
    if (!SHAPE.matcher(word).matches()) {
      throw refused(word, "不能用：名字要2到12个汉字或字母");
    }
    if (NUMERAL_AT_EDGE.matcher(word).matches()) {
      throw refused(word, "开头或结尾是数字，会和数量混在一起");
    }
    if (TAKEN.contains(word) || DATE_AT_START.matcher(word).matches() || isPeriod(word)) {
      throw refused(word, "在日报里另有意思");
    }
  }

  private static boolean isPeriod(String word) {
    return new PeriodWords(BusinessDay.DEFAULT, Instant.EPOCH).parse(word).isPresent();
  }

  private static void checkUnit(String unit) {
    if (unit.equals("%")) {
      return;
    }
    if (!UNIT.matcher(unit).matches() || NUMERAL.matcher(unit).find()) {
      throw new CommandRejectedException(
          "“" + shown(unit) + "”不能作单位，单位是1到4个字，金额用元，比率用%。请这样写：指标 新增 电话量 个 0-500");
    }
  }

  private Optional<CommandDefinition> commandUsing(String word) {
    @Nullable CommandCatalog catalog = commands.getIfAvailable();
    return catalog == null
        ? Optional.empty()
        : catalog.all().stream()
            .filter(
                command ->
                    same(command.name(), word)
                        || command.aliases().stream().anyMatch(alias -> same(alias, word)))
            .findFirst();
  }

  /** What people may call the metric. */
  static Stream<String> words(Metric metric) {
    return Stream.concat(Stream.of(metric.name()), metric.aliases().stream());
  }

  /** Whether the word is the metric's name or an alias. */
  static boolean isCalled(Metric metric, String word) {
    return words(metric).anyMatch(own -> same(own, word));
  }

  /** Whether two words are the same to a reader of chat lines. */
  static boolean same(String one, String other) {
    return MongoMetricCatalog.folded(one).equals(MongoMetricCatalog.folded(other));
  }

  private static CommandRejectedException refused(String word, String reason) {
    return new CommandRejectedException("“" + shown(word) + "”" + reason + "。" + EXAMPLE);
  }

  private static String shown(String typed) {
    return UntrustedText.oneLine(typed, 12);
  }
}
