package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.task.CompetitorNote;
import io.github.xunbang.task.Tasks;
import io.github.xunbang.task.TodoItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** ① what managers say of the market, with 竞品 notes; ② notices, new 公告 and 待办 due today. */
@Component
class NewsPart {

  private static final int SHOWN_NOTES = 3;
  private static final int SHOWN_TODOS = 5;
  private static final int TEXT = 40;

  private final Tasks tasks;
  private final MorningDays days;

  NewsPart(Tasks tasks, MorningDays days) {
    this.tasks = tasks;
    this.days = days;
  }

  static List<String> items(DigestBook book, Part part, LocalDate day) {
    return book.of(part, day).stream().map(item -> "· " + item.text()).toList();
  }

  List<String> market(MorningView view, DigestBook book) {
    List<String> lines = new ArrayList<>(items(book, Part.MARKET, view.day()));
    Period since = new Period(PeriodType.CAMPAIGN, view.last(), view.day().minusDays(1));
    List<CompetitorNote> notes = tasks.competitors(view.organization().id(), since);
    notes.stream().limit(SHOWN_NOTES).map(note -> note(view, note)).forEach(lines::add);
    if (notes.size() > SHOWN_NOTES) {
      lines.add("· 竞品还有" + (notes.size() - SHOWN_NOTES) + "条，看全部发：竞品");
    }
    return lines;
  }

  List<String> notices(MorningView view, DigestBook book) {
    List<String> lines = new ArrayList<>(items(book, Part.NOTICE, view.day()));
    book.announcements().stream()
        .filter(isNew(view))
        .map(one -> "· 公告：" + shown(one.text()))
        .forEach(lines::add);
    List<TodoItem> due = due(view);
    due.stream()
        .limit(SHOWN_TODOS)
        .map(
            todo ->
                "· 今天到期：T%d %s %s"
                    .formatted(todo.number(), view.name(todo.ownerId()), shown(todo.text())))
        .forEach(lines::add);
    if (due.size() > SHOWN_TODOS) {
      lines.add("· 今天到期的待办还有" + (due.size() - SHOWN_TODOS) + "条，看自己的发：待办");
    }
    return lines;
  }

  /** Said since the last 晨会. */
  private Predicate<Announcement> isNew(MorningView view) {
    Organization organization = view.organization();
    Instant from = days.at(organization, view.last());
    Instant to = days.at(organization, view.day());
    return one ->
        one.state() == Announcement.State.SENT
            && !one.instant().isBefore(from)
            && one.instant().isBefore(to);
  }

  private List<TodoItem> due(MorningView view) {
    String organizationId = view.organization().id();
    Stream<TodoItem> open =
        view.isWhole()
            ? tasks.openTodos(organizationId).stream()
            : view.unitIds().stream()
                .flatMap(unit -> tasks.openTodos(organizationId, unit, view.day()).stream())
                .distinct();
    return open.filter(todo -> todo.due().equals(view.day())).toList();
  }

  private static String note(MorningView view, CompetitorNote note) {
    return "· 竞品 %s %s（%s）"
        .formatted(shown(note.brand()), shown(note.text()), view.name(note.memberId()));
  }

  private static String shown(String text) {
    return UntrustedText.oneLine(PhoneNumbers.masked(text).replaceAll("\\s+", " "), TEXT);
  }
}
