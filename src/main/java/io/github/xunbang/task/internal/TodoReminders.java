package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * At 09:05 everybody reads, in one post, what is due today or overdue, on own workdays only. On the
 * own first workday of a week leaders read what is overdue in their unit.
 */
@Component
class TodoReminders implements JobHandler {

  private static final int SHOWN = 4;

  private final Notes notes;
  private final Team team;
  private final TaskPosts posts;
  private final Workdays workdays;
  private final MorningJobs mornings;

  TodoReminders(Notes notes, Team team, TaskPosts posts, Workdays workdays, MorningJobs mornings) {
    this.notes = notes;
    this.team = team;
    this.posts = posts;
    this.workdays = workdays;
    this.mornings = mornings;
  }

  @Override
  public String kind() {
    return MorningJobs.TODO;
  }

  @Override
  public void run(Job job) {
    mornings.organization(job).ifPresent(organization -> run(job, organization));
  }

  private void run(Job job, Organization organization) {
    List<Note> open = notes.open(organization.id(), NoteKind.TODO);
    if (open.isEmpty()) {
      return;
    }
    mornings.plan(organization.id(), NoteKind.TODO);
    if (!mornings.speaks(job, organization, NoteKind.TODO)) {
      return;
    }
    LocalDate day = MorningJobs.day(job);
    List<Note> due =
        open.stream()
            .filter(note -> !note.dueDay().isAfter(day))
            .sorted(Comparator.comparing(Note::dueDay).thenComparing(Note::number))
            .toList();
    remindOwners(organization, due, day);
    tellLeaders(
        organization, due.stream().filter(note -> note.dueDay().isBefore(day)).toList(), day);
  }

  private void remindOwners(Organization organization, List<Note> due, LocalDate day) {
    Map<Member, List<Note>> owners = new LinkedHashMap<>();
    due.forEach(
        note ->
            organization
                .member(note.owner())
                .filter(owner -> owner.activeOn(day))
                .filter(owner -> workdays.isWorkday(organization.id(), owner.id(), day))
                .ifPresent(owner -> add(owners, owner, note)));
    owners.forEach((owner, items) -> remind(organization, owner, items, day));
  }

  private void remind(Organization organization, Member owner, List<Note> items, LocalDate day) {
    long late = items.stream().filter(note -> note.dueDay().isBefore(day)).count();
    long today = items.size() - late;
    String head =
        (today > 0 ? "今天到期" + today + "条" : "")
            + (today > 0 && late > 0 ? "，" : "")
            + (late > 0 ? "过期" + late + "条" : "");
    String lines =
        items.stream()
            .limit(SHOWN)
            .map(note -> TodoText.line(note, day))
            .collect(Collectors.joining("\n"));
    posts.tell(
        organization.id(),
        owner,
        items.get(0).saidIn(),
        "todo-remind|" + day,
        "【待办】%s：\n%s\n做完发：待办 完成 %s；要延期发：待办 改期 %s 日期"
            .formatted(head, lines, items.get(0).label(), items.get(0).label()));
  }

  private void tellLeaders(Organization organization, List<Note> overdue, LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Map<Member, List<Note>> leaders = new LinkedHashMap<>();
    for (Note note : overdue) {
      organization
          .member(note.owner())
          .ifPresent(
              owner ->
                  team.leadersOf(organization, owner, day).stream()
                      .filter(
                          leader ->
                              workdays.isWorkday(organization.id(), leader.id(), day)
                                  && workdays.count(organization.id(), leader.id(), monday, day)
                                      == 1)
                      .forEach(leader -> add(leaders, leader, note)));
    }
    leaders.forEach(
        (leader, items) ->
            posts.tell(
                organization.id(),
                leader,
                items.get(0).saidIn(),
                "todo-week|" + monday,
                weekly(organization, items, day)));
  }

  private static String weekly(Organization organization, List<Note> items, LocalDate day) {
    String lines =
        items.stream()
            .limit(SHOWN)
            .map(note -> Team.name(organization, note.owner()) + " " + TodoText.line(note, day))
            .collect(Collectors.joining("\n"));
    String more = items.size() > SHOWN ? "\n…看某个人的发：待办 姓名" : "";
    return "【本周待办】过期未完成%d条：\n%s%s".formatted(items.size(), lines, more);
  }

  private static void add(Map<Member, List<Note>> people, Member person, Note note) {
    people.computeIfAbsent(person, one -> new ArrayList<>()).add(note);
  }
}
