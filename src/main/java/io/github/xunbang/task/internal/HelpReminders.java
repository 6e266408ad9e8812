package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * At 09:15 the leader reads of 求助 that nobody has answered since the workday before, and two
 * workdays later the manager does. Each reader is told once per request, on their own first workday
 * from then on, in one post per day; so nothing about it needs to be stored.
 */
@Component
class HelpReminders implements JobHandler {

  private static final int MANAGER_AFTER = 3;
  private static final int SHOWN = 3;
  private static final int TEXT = 40;

  private final Notes notes;
  private final Team team;
  private final TaskPosts posts;
  private final Workdays workdays;
  private final MorningJobs mornings;

  HelpReminders(Notes notes, Team team, TaskPosts posts, Workdays workdays, MorningJobs mornings) {
    this.notes = notes;
    this.team = team;
    this.posts = posts;
    this.workdays = workdays;
    this.mornings = mornings;
  }

  @Override
  public String kind() {
    return MorningJobs.HELP;
  }

  @Override
  public void run(Job job) {
    mornings.organization(job).ifPresent(organization -> run(job, organization));
  }

  private void run(Job job, Organization organization) {
    List<Note> open = notes.open(organization.id(), NoteKind.HELP);
    if (open.isEmpty()) {
      return;
    }
    mornings.plan(organization.id(), NoteKind.HELP);
    if (mornings.speaks(job, organization, NoteKind.HELP)) {
      remind(organization, open, MorningJobs.day(job));
    }
  }

  private void remind(Organization organization, List<Note> open, LocalDate day) {
    Map<Member, List<Note>> readers = new LinkedHashMap<>();
    for (Note note : open) {
      organization
          .member(note.author())
          .ifPresent(
              asker -> {
                team.leadersOf(organization, asker, day).stream()
                    .filter(one -> isTurn(organization, one, note.day().plusDays(1), day))
                    .forEach(one -> add(readers, one, note));
                escalated(organization, note, day).stream()
                    .flatMap(from -> managers(organization, asker, from, day).stream())
                    .forEach(one -> add(readers, one, note));
              });
    }
    readers.forEach((reader, unanswered) -> post(organization, reader, unanswered, day));
  }

  private List<Member> managers(
      Organization organization, Member asker, LocalDate from, LocalDate day) {
    return team.managersBut(organization, asker, day).stream()
        .filter(one -> isTurn(organization, one, from, day))
        .toList();
  }

  /** The third workday of the organization after the asking, once it has come. */
  private List<LocalDate> escalated(Organization organization, Note note, LocalDate day) {
    return note.day()
        .plusDays(1)
        .datesUntil(day.plusDays(1))
        .filter(one -> workdays.isWorkday(organization.id(), one))
        .skip(MANAGER_AFTER - 1L)
        .limit(1)
        .toList();
  }

  /** Whether {@code day} is the reader's first own workday since {@code from}. */
  private boolean isTurn(Organization organization, Member reader, LocalDate from, LocalDate day) {
    return !day.isBefore(from)
        && workdays.isWorkday(organization.id(), reader.id(), day)
        && workdays.count(organization.id(), reader.id(), from, day) == 1;
  }

  private static void add(Map<Member, List<Note>> readers, Member reader, Note note) {
    List<Note> unanswered = readers.computeIfAbsent(reader, one -> new ArrayList<>());
    if (!unanswered.contains(note)) {
      unanswered.add(note);
    }
  }

  private void post(
      Organization organization, Member reader, List<Note> unanswered, LocalDate day) {
    String lines =
        unanswered.stream()
            .limit(SHOWN)
            .map(
                note ->
                    "%s %s：%s"
                        .formatted(
                            note.label(),
                            Team.name(organization, note.author()),
                            NoteText.shown(note.text(), TEXT)))
            .collect(Collectors.joining("\n"));
    String more = unanswered.size() > SHOWN ? "\n…看全部发：求助" : "";
    String text =
        "【求助待答】有%d条还没人答复：\n%s%s\n答复请发：求助 答 %s 办法"
            .formatted(unanswered.size(), lines, more, unanswered.get(0).label());
    posts.tell(organization.id(), reader, unanswered.get(0).saidIn(), "help-remind|" + day, text);
  }
}
