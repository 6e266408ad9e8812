package io.github.xunbang.ranking.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.explanation.Explainer;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.ranking.BoardRequest;
import io.github.xunbang.ranking.Boards;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.LeaderboardService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Explains figures and places (S-98). Everybody reads formula, value and place; the entries only
 * oneself, the leader and managers, and those of others only in private (S-144).
 */
@Component
@Order(50)
class RankingExplainer implements Explainer {

  private final OrganizationService organizations;
  private final MetricCatalog metrics;
  private final LeaderboardService leaderboards;
  private final FigureSource source;
  private final ObjectProvider<ArgumentType> types;

  RankingExplainer(
      OrganizationService organizations,
      MetricCatalog metrics,
      LeaderboardService leaderboards,
      FigureSource source,
      ObjectProvider<ArgumentType> types) {
    this.organizations = organizations;
    this.metrics = metrics;
    this.leaderboards = leaderboards;
    this.source = source;
    this.types = types;
  }

  @Override
  public Optional<Reply> explain(CommandCall call) {
    if (call.caller().organizationId() == null) {
      return Optional.empty();
    }
    Organization organization = organizations.get(call.caller().organization());
    return WhyQuestion.read(call, typesByName())
        .flatMap(question -> lines(call, organization, question))
        .map(lines -> Reply.text(String.join("\n", lines)));
  }

  /**
   * One board of one period, or the period without one.
   *
   * @param board null when the subject's metric has no board there
   */
  private record Found(Period period, Boards boards, @Nullable Leaderboard board) {}

  private Optional<List<String>> lines(
      CommandCall call, Organization organization, WhyQuestion question) {
    return ExplainedSubject.of(call, organization, question)
        .flatMap(
            who -> {
              Found found = found(call, organization, question, who);
              return metric(organization, question, found)
                  .map(
                      metric ->
                          new FigureExplanation(organization, source, who, metric, found.period())
                              .lines(found.boards(), found.board()));
            });
  }

  /** Without a period the running 旬; a place that is not there may be that of the last 旬榜. */
  private Found found(
      CommandCall call, Organization organization, WhyQuestion question, ExplainedSubject who) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Period running = organization.periods().containing(PeriodType.XUN, today);
    Period asked = question.period();
    Found first = find(organization, question, who, asked == null ? running : asked, today);
    if (asked != null || question.place() == null || hasPlace(first, question, who)) {
      return first;
    }
    Found last = find(organization, question, who, organization.periods().previous(running), today);
    return hasPlace(last, question, who) ? last : first;
  }

  private Found find(
      Organization organization,
      WhyQuestion question,
      ExplainedSubject who,
      Period period,
      LocalDate today) {
    Metric metric = question.metric();
    BoardRequest all = BoardRequest.of(period).of(who.entrants());
    Boards boards = leaderboards.find(organization, metric == null ? all : all.of(metric), today);
    List<Leaderboard> own =
        boards.boards().stream().filter(board -> board.row(who.id()).isPresent()).toList();
    Leaderboard board =
        own.stream()
            .filter(one -> isPlace(one, question, who))
            .findFirst()
            .or(() -> own.stream().findFirst())
            .orElse(null);
    return new Found(period, boards, board);
  }

  private static boolean hasPlace(Found found, WhyQuestion question, ExplainedSubject who) {
    Leaderboard board = found.board();
    return board != null && isPlace(board, question, who);
  }

  private static boolean isPlace(Leaderboard board, WhyQuestion question, ExplainedSubject who) {
    Integer place = question.place();
    return place != null && board.row(who.id()).filter(row -> row.place() == place).isPresent();
  }

  /** The asked metric, else that of the board found; none to explain without either. */
  private Optional<Metric> metric(Organization organization, WhyQuestion question, Found found) {
    Leaderboard board = found.board();
    return Optional.ofNullable(question.metric())
        .or(
            () ->
                board == null
                    ? Optional.empty()
                    : metrics.metrics(organization.id()).stream()
                        .filter(metric -> metric.id().equals(board.metricId()))
                        .findFirst());
  }

  private Map<String, ArgumentType> typesByName() {
    return types.stream()
        .collect(Collectors.toMap(ArgumentType::name, type -> type, (first, second) -> first));
  }
}
