package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 排名: one board, asked for. Without a metric the first that has figures, with the asker's places on
 * the others; without a period the running 旬; a closed period as it was frozen.
 */
@Component
class RankingCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final MetricCatalog metrics;
  private final LeaderboardService leaderboards;

  RankingCommands(
      OrganizationService organizations, MetricCatalog metrics, LeaderboardService leaderboards) {
    this.organizations = organizations;
    this.metrics = metrics;
    this.leaderboards = leaderboards;
  }

  @Override
  public String name() {
    return "排名";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public boolean yieldsToFigures() {
    return true;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Period period =
        call.arguments()
            .find("period", Period.class)
            .orElseGet(() -> Period.containing(PeriodType.XUN, today));
    if (period.start().isAfter(today)) {
      throw call.rejection("future", Map.of("period", period.label()));
    }
    Optional<Metric> metric = call.arguments().find("metric", Metric.class);
    metric.ifPresent(asked -> requireSummed(call, asked));
    Optional<FrozenBoards> frozen = leaderboards.frozen(organization.id(), period);
    List<Leaderboard> boards =
        frozen
            .map(FrozenBoards::boards)
            .orElseGet(() -> leaderboards.boards(organization, period, today));
    return chosen(boards, metric)
        .map(board -> show(call, new Asked(board, boards, frozen, today, metric.isPresent())))
        .orElseGet(() -> empty(call, period, today, metric));
  }

  /**
   * What is shown.
   *
   * @param named whether the caller named the metric
   */
  private record Asked(
      Leaderboard board,
      List<Leaderboard> boards,
      Optional<FrozenBoards> frozen,
      LocalDate today,
      boolean named) {

    String state() {
      return frozen
          .map(boards -> "第" + boards.closed().number() + "期")
          .orElseGet(() -> isRunning() ? "进行中" : "已结束");
    }

    boolean isRunning() {
      return frozen.isEmpty() && board.period().contains(today);
    }

    List<Leaderboard> others() {
      return boards.stream().filter(other -> !other.equals(board)).toList();
    }
  }

  private Reply show(CommandCall call, Asked asked) {
    Leaderboard board = asked.board();
    List<String> lines = new ArrayList<>();
    lines.add(
        call.definition()
            .text(
                "title",
                Map.of(
                    "metric", LeaderboardText.name(board.metricName()),
                    "period", board.period().label(),
                    "state", asked.state())));
    lines.addAll(LeaderboardText.rows(board));
    if (!board.unreported().isEmpty()) {
      lines.add(LeaderboardText.unreported(board.unreported()));
    }
    OwnPlace own = new OwnPlace(call);
    own.line(board, asked.isRunning()).ifPresent(lines::add);
    if (!asked.named() && !asked.others().isEmpty()) {
      lines.add(own.elsewhere(asked.others()));
    }
    return Reply.text(String.join("\n", lines));
  }

  private static Optional<Leaderboard> chosen(List<Leaderboard> boards, Optional<Metric> metric) {
    return boards.stream()
        .filter(board -> metric.isEmpty() || metric.get().id().equals(board.metricId()))
        .findFirst();
  }

  private Reply empty(CommandCall call, Period period, LocalDate today, Optional<Metric> metric) {
    Metric sample = metric.orElseGet(() -> summed(call).get(0));
    return call.reply(
        period.contains(today) ? "empty" : "nothing",
        Map.of(
            "title", metric.map(asked -> asked.name() + " ").orElse("") + period.label(),
            "sample", sample.name() + " " + ("元".equals(sample.unit()) ? "3.5万" : "1")));
  }

  private void requireSummed(CommandCall call, Metric asked) {
    if (asked.rollUp() != Metric.RollUp.SUM) {
      String others = summed(call).stream().map(Metric::name).collect(Collectors.joining("、"));
      throw call.rejection("unsummed", Map.of("metric", asked.name(), "others", others));
    }
  }

  /** Never empty: an organization that has set none has the default metrics. */
  private List<Metric> summed(CommandCall call) {
    return metrics.metrics(call.caller().organization()).stream()
        .filter(metric -> metric.active() && metric.rollUp() == Metric.RollUp.SUM)
        .toList();
  }
}
