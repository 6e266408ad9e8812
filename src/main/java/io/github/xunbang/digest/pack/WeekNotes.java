package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.LeaderboardText;
import io.github.xunbang.task.CompetitorNote;
import io.github.xunbang.task.HelpRequest;
import io.github.xunbang.task.Idea;
import io.github.xunbang.task.Tasks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open help requests, ideas, competitor notes and overdue tasks, a short line of each (S-120). */
@Component
class WeekNotes {

  private static final int SHOWN = 2;
  private static final int TEXT = 24;

  private final Tasks tasks;

  WeekNotes(Tasks tasks) {
    this.tasks = tasks;
  }

  /** At most four lines; only what people of the scope wrote, an unnamed idea for everybody. */
  List<String> lines(Scope scope, Period period, LocalDate today) {
    Organization organization = scope.organization();
    List<String> lines = new ArrayList<>();
    List<HelpRequest> help =
        tasks.openHelp(organization.id()).stream()
            .filter(one -> scope.holdsMember(one.memberId(), today))
            .toList();
    add(
        lines,
        "求助待答",
        help.size(),
        help.stream().map(one -> said(scope, "H" + one.number(), one.memberId(), one.text())));
    List<Idea> ideas =
        tasks.ideas(organization.id(), period).stream()
            .filter(one -> mayRead(scope, one, today))
            .toList();
    add(
        lines,
        "建议",
        ideas.size(),
        ideas.stream().map(one -> said(scope, "S" + one.number(), one.memberId(), one.text())));
    List<CompetitorNote> notes =
        tasks.competitors(organization.id(), period).stream()
            .filter(one -> scope.holdsMember(one.memberId(), today))
            .toList();
    add(
        lines,
        "竞品",
        notes.size(),
        notes.stream().map(one -> shown(one.brand() + " " + one.text())));
    long overdue =
        tasks.openTodos(organization.id()).stream()
            .filter(one -> one.overdueOn(today) && scope.holdsMember(one.ownerId(), today))
            .count();
    add(lines, "待办过期", overdue, Stream.of());
    return lines;
  }

  private static boolean mayRead(Scope scope, Idea idea, LocalDate today) {
    String author = idea.memberId();
    return author == null ? scope.isAll() : scope.holdsMember(author, today);
  }

  private static void add(List<String> lines, String what, long count, Stream<String> texts) {
    if (count > 0) {
      String some = texts.limit(SHOWN).collect(Collectors.joining("；"));
      String more = count > SHOWN && !some.isEmpty() ? "…" : "";
      lines.add(what + count + "条" + (some.isEmpty() ? "" : "：" + some + more));
    }
  }

  private static String said(Scope scope, String number, @Nullable String author, String text) {
    String name =
        author == null
            ? "匿名"
            : LeaderboardText.name(
                scope.organization().member(author).map(one -> one.name()).orElse("同事"));
    return number + " " + name + " " + shown(text);
  }

  private static String shown(String text) {
    return UntrustedText.oneLine(text.replaceAll("\\s+", " "), TEXT);
  }
}
