package io.github.xunbang.ranking;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.ranking.Terms.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * 排名: one board, asked for. Without a metric the first that has figures, with the asker's places on
 * the others; without a period the running 旬; a closed period as it was frozen.
 */
@Component
class RankingCommands implements CommandHandler {

  /** Rows of one message of a whole list: what a phone scrolls through. */
  private static final int PIECE = 40;

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
    BoardQuestion question = BoardQuestion.read(call, organization);
    if (question.view() == BoardView.ALL && call.caller().conversation().isGroup()) {
      throw call.rejection("privately", Map.of());
    }
    Boards found =
        leaderboards
            .find(organization, question.request(), question.today())
            .shownBy(organization, unitsOf(organization, call));
    if (found.boards().isEmpty()) {
      return empty(call, question);
    }
    AskedBoard asked = new AskedBoard(call, organization, question, found);
    if (question.view() == BoardView.BUCKETS) {
      return Reply.text(String.join("\n", BucketText.of(asked)));
    }
    return question.view() == BoardView.ALL
        ? whole(asked)
        : Reply.text(String.join("\n", lines(asked)));
  }

  /** A group that shows some units reads only those, whatever is asked there (S-65). */
  private static List<String> unitsOf(Organization organization, CommandCall call) {
    return organization
        .group(call.caller().conversation())
        .map(ChatGroup::unitIds)
        .orElse(List.of());
  }

  private static List<String> lines(AskedBoard asked) {
    Leaderboard board = asked.board();
    List<String> lines = new ArrayList<>();
    lines.add(asked.title());
    lines.addAll(asked.rows());
    LeaderboardText.lastPlaces(asked.organization(), board).ifPresent(lines::add);
    lines.addAll(LeaderboardText.notes(board));
    if (asked.question().entryLine() == null) {
      LeaderboardText.unreported(board).ifPresent(lines::add);
      lines.addAll(LeaderboardText.apart(board));
    }
    OwnPlace own = new OwnPlace(asked.call());
    lines.addAll(own.window(board));
    own.line(board, asked.isRunning()).ifPresent(lines::add);
    if (asked.question().request().metric() == null && !asked.others().isEmpty()) {
      lines.add(own.elsewhere(asked.others()));
    }
    return lines;
  }

  /** Every row, in messages a phone can hold. */
  private static Reply whole(AskedBoard asked) {
    Leaderboard board = asked.board();
    List<String> rows = board.rows().stream().map(row -> LeaderboardText.line(board, row)).toList();
    int pieces = (rows.size() + PIECE - 1) / PIECE;
    return new Reply(
        IntStream.range(0, pieces)
            .mapToObj(
                piece ->
                    asked.title()
                        + (pieces == 1 ? "" : "（" + (piece + 1) + "/" + pieces + "）")
                        + "\n"
                        + String.join(
                            "\n",
                            rows.subList(
                                piece * PIECE, Math.min(rows.size(), (piece + 1) * PIECE))))
            .map(OutboundMessage::text)
            .toList());
  }

  private Reply empty(CommandCall call, BoardQuestion question) {
    Optional<Metric> metric = Optional.ofNullable(question.request().metric());
    String title = (question.title() + " " + question.period().label()).strip();
    if (question.request().basis() == Basis.ATTAINMENT) {
      return call.reply("noGoals", Map.of("title", title));
    }
    Metric sample = metric.filter(one -> !one.isDerived()).orElseGet(() -> sample(call));
    return call.reply(
        question.period().contains(question.today()) ? "empty" : "nothing",
        Map.of(
            "title",
            title,
            "sample",
            sample.name() + " " + ("元".equals(sample.unit()) ? "3.5万" : "1")));
  }

  /** Never empty: an organization that has set none has the default metrics. */
  private Metric sample(CommandCall call) {
    return metrics.metrics(call.caller().organization()).stream()
        .filter(metric -> metric.active() && !metric.isDerived())
        .findFirst()
        .orElseThrow();
  }
}
