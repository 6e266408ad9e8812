package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The 晨会 of one group in five parts (S-119), each only when it has something; then who is out and
 * who is on leave. Nothing at all to say is no post.
 */
@Component
class MorningDigest {

  private final MorningDays days;
  private final DigestBookRepository books;
  private final NewsPart news;
  private final ProgressPart progress;
  private final WhereaboutsLines whereabouts;
  private final LeaveCalendar leave;
  private final Workdays workdays;

  MorningDigest(
      MorningDays days,
      DigestBookRepository books,
      NewsPart news,
      ProgressPart progress,
      WhereaboutsLines whereabouts,
      LeaveCalendar leave,
      Workdays workdays) {
    this.days = days;
    this.books = books;
    this.news = news;
    this.progress = progress;
    this.whereabouts = whereabouts;
    this.leave = leave;
    this.workdays = workdays;
  }

  /** The text as a group that looks at these units reads it. */
  Optional<String> text(Organization organization, List<String> unitIds, LocalDate day) {
    LocalDate last = days.workdayBefore(organization, day);
    LocalDate before = days.workdayBefore(organization, last);
    MorningView view = new MorningView(organization, unitIds, day, last, before);
    DigestBook book = books.find(organization.id());
    List<String> lines = new ArrayList<>();
    add(lines, "① 市场", news.market(view, book));
    add(lines, "② 通知与任务", news.notices(view, book));
    add(lines, "③ 昨天与进度", progress.lines(view));
    add(lines, "④ 案例", cases(view, book));
    add(lines, "⑤ 口号", NewsPart.items(book, Part.SLOGAN, day));
    lines.addAll(whereabouts.of(view));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of("【晨会】" + DateText.day(day) + "\n" + String.join("\n", lines));
  }

  /** Who shares a case on {@code day}: was asked, and is there. */
  Optional<CaseTurn> turn(Organization organization, LocalDate day) {
    return books.find(organization.id()).turn(day).filter(turn -> isThere(organization, turn, day));
  }

  private List<String> cases(MorningView view, DigestBook book) {
    List<String> lines = new ArrayList<>(NewsPart.items(book, Part.CASE, view.day()));
    turn(view.organization(), view.day())
        .filter(turn -> view.shows(turn.memberId()))
        .map(turn -> "· 今天请 %s 分享：%s，说说怎么做到的".formatted(view.name(turn.memberId()), turn.reason()))
        .ifPresent(lines::add);
    return lines;
  }

  private boolean isThere(Organization organization, CaseTurn turn, LocalDate day) {
    DayPart away = leave.away(organization.id(), day).get(turn.memberId());
    return (away == null || away == DayPart.AFTERNOON)
        && organization.member(turn.memberId()).filter(one -> one.activeOn(day)).isPresent()
        && workdays.isWorkday(organization.id(), turn.memberId(), day);
  }

  private static void add(List<String> lines, String heading, List<String> part) {
    if (!part.isEmpty()) {
      lines.add(heading);
      lines.addAll(part);
    }
  }
}
