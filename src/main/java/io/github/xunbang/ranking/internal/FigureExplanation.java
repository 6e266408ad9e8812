package io.github.xunbang.ranking.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.closing.Closed;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.metric.CreditText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Standings.Standing;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.Boards;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.LeaderboardText;
import io.github.xunbang.ranking.Terms.Ties;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer about one figure: value, formula, entries, place. */
final class FigureExplanation {

  private static final int SHOWN = 6;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M-d HH:mm");

  private final Organization organization;
  private final FigureSource source;
  private final ExplainedSubject who;
  private final Metric metric;
  private final Period period;

  FigureExplanation(
      Organization organization,
      FigureSource source,
      ExplainedSubject who,
      Metric metric,
      Period period) {
    this.organization = organization;
    this.source = source;
    this.who = who;
    this.metric = metric;
    this.period = period;
  }

  /**
   * The lines of the answer.
   *
   * @param boards where the board comes from
   * @param board the board on which the subject stands, or null
   */
  List<String> lines(Boards boards, @Nullable Leaderboard board) {
    return who.isOpen() ? openly(boards, board) : publicly(boards, board);
  }

  /** Place and value of somebody among the first ten, as any board shows them; nothing else. */
  private List<String> publicly(Boards boards, @Nullable Leaderboard board) {
    Row row = board == null ? null : board.row(who.id()).orElse(null);
    if (board == null || row == null || row.place() > LeaderboardText.shownRows()) {
      throw new CommandRejectedException(
          who.entitled()
              ? "这个数请私聊我问：为什么 %s %s %s"
                  .formatted(LeaderboardText.name(who.name()), metric.name(), period.label())
              : "别人的数只有本人、组长和经理能看。看自己的请发：为什么 " + metric.name());
    }
    FormulaText formula = new FormulaText(source.metrics(organization), Map.of());
    return List.of(
        first(row.value()),
        "算法：" + formula.withoutNumbers(metric, period),
        placeLine(boards, board, row, row.value()),
        who.entitled() ? "登记明细请私聊我问" : "登记明细只有本人、组长和经理能看");
  }

  private List<String> openly(Boards boards, @Nullable Leaderboard board) {
    Map<String, BigDecimal> values = source.values(organization, who, period);
    Map<String, Metric> metrics = source.metrics(organization);
    BigDecimal value = values.get(metric.id());
    List<String> lines = new ArrayList<>();
    lines.add(first(value));
    lines.add(
        "算法："
            + new FormulaText(metrics, values).of(metric, period, who.unit() != null)
            + parts(value));
    if (who.entitled()) {
      lines.addAll(entries(metrics));
    }
    place(boards, board, value).ifPresent(lines::add);
    return lines;
  }

  private String first(@Nullable BigDecimal value) {
    return "%s %s %s：%s"
        .formatted(
            LeaderboardText.name(who.name()),
            LeaderboardText.name(metric.name()),
            period.label(),
            value == null ? "—" : FigureText.of(value, metric.unit()));
  }

  /** Of a unit's sum what units and what people reported: {@code ：1万+3万=4万}. */
  private String parts(@Nullable BigDecimal value) {
    boolean both =
        metric.unitValue() == Metric.UnitValue.BOTH
            && metric.rollUp() == Metric.RollUp.SUM
            && !metric.isDerived();
    if (who.unit() == null || value == null || !both) {
      return "";
    }
    BigDecimal own = source.reportedByUnits(organization, who.unit(), period, metric);
    return "：%s+%s=%s"
        .formatted(
            FigureText.of(own, metric.unit()),
            FigureText.of(value.subtract(own), metric.unit()),
            FigureText.of(value, metric.unit()));
  }

  private List<String> entries(Map<String, Metric> metrics) {
    Set<String> parts =
        metric.formula() == null ? Set.of(metric.id()) : Set.copyOf(metric.formula().metricIds());
    List<LedgerEntry> entries = source.entries(organization, who, period, parts);
    if (entries.isEmpty()) {
      return List.of();
    }
    long days = entries.stream().map(LedgerEntry::day).distinct().count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "共%d天有数，登记%d笔%s"
            .formatted(days, entries.size(), entries.size() > SHOWN ? "，最近" + SHOWN + "笔：" : "："));
    entries.stream()
        .skip(Math.max(0, entries.size() - SHOWN))
        .map(entry -> line(entry, parts, metrics))
        .forEach(lines::add);
    return lines;
  }

  private String line(LedgerEntry entry, Set<String> parts, Map<String, Metric> metrics) {
    String steps =
        entry.steps().stream()
            .filter(step -> parts.contains(step.metricId()))
            .map(step -> step(step, metrics))
            .collect(Collectors.joining(" "));
    return "#%s %s %s"
        .formatted(
            entry.serial(),
            TIME.format(entry.at().atZone(organization.businessDay().zone())),
            steps + CreditText.of(entry));
  }

  private static String step(LedgerEntry.Step step, Map<String, Metric> metrics) {
    Metric of = metrics.get(step.metricId());
    String unit = of != null && of.unit().equals("元") ? "元" : "";
    String after = step.after() == null ? "清除" : FigureText.of(step.after(), unit);
    String before = step.before() == null ? "" : FigureText.of(step.before(), unit) + "→";
    return (of == null ? step.metricId() : of.name()) + before + after;
  }

  /** The place; in a group a low one only when it was asked about by name. */
  private Optional<String> place(
      Boards boards, @Nullable Leaderboard board, @Nullable BigDecimal now) {
    if (board == null) {
      return Optional.empty();
    }
    Row row = board.row(who.id()).orElseThrow();
    int of = board.rows().size();
    boolean fit = new Standing(row.place(), of, row.gapToNext(), row.previousPlace()).fitForGroup();
    if (who.inGroup() && !who.placeAsked() && !fit) {
      return Optional.empty();
    }
    return Optional.of(placeLine(boards, board, row, now));
  }

  private String placeLine(Boards boards, Leaderboard board, Row row, @Nullable BigDecimal now) {
    return frozen(boards.closed(), board, row, now)
        + "名次：第%d名，共%d%s上榜；%s"
            .formatted(
                row.place(), board.rows().size(), who.unit() == null ? "人" : "家", rule(board));
  }

  private static String frozen(
      @Nullable Closed closed, Leaderboard board, Row row, @Nullable BigDecimal now) {
    if (closed == null) {
      return "";
    }
    String published = LeaderboardText.figure(board, row.value());
    boolean corrected = now == null || now.compareTo(row.value()) != 0;
    return "已封榜（第%d期），榜上%s%s\n"
        .formatted(closed.number(), published, corrected ? "，封榜后有更正，原榜不变" : "");
  }

  private static String rule(Leaderboard board) {
    return (board.lowerIsBetter() ? "数小的在前" : "数大的在前")
        + (board.terms().ties() == Ties.FIRST ? "，前十名相同先到在前" : "，相同并列");
  }
}
