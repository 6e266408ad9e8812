package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Member;
import io.github.xunbang.task.CompetitorNote;
import io.github.xunbang.task.HelpRequest;
import io.github.xunbang.task.Idea;
import io.github.xunbang.task.Tasks;
import io.github.xunbang.task.TodoItem;
import io.github.xunbang.task.internal.NoteAct.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What other rooms read, from the stored notes. */
@Component
class StoredTasks implements Tasks {

  private final Notes notes;
  private final PlanRepository plans;
  private final Team team;

  StoredTasks(Notes notes, PlanRepository plans, Team team) {
    this.notes = notes;
    this.plans = plans;
    this.team = team;
  }

  @Override
  public List<HelpRequest> openHelp(String organizationId) {
    return notes.open(organizationId, NoteKind.HELP).stream()
        .map(
            note ->
                new HelpRequest(note.number(), note.author(), note.text(), note.acts().get(0).at()))
        .toList();
  }

  @Override
  public List<Idea> ideas(String organizationId, Period period) {
    return notes.of(organizationId, NoteKind.IDEA, period).stream()
        .map(
            note -> new Idea(note.number(), note.authorId(), note.text(), note.day(), answer(note)))
        .toList();
  }

  @Override
  public List<CompetitorNote> competitors(String organizationId, Period period) {
    return notes.of(organizationId, NoteKind.COMPETITOR, period).stream()
        .sorted(Comparator.comparing(Note::subject).thenComparing(Note::number))
        .map(
            note ->
                new CompetitorNote(
                    note.number(), note.author(), note.subject(), note.text(), note.day()))
        .toList();
  }

  @Override
  public List<TodoItem> openTodos(String organizationId) {
    return notes.open(organizationId, NoteKind.TODO).stream()
        .sorted(Comparator.comparing(Note::dueDay).thenComparing(Note::number))
        .map(
            note ->
                new TodoItem(
                    note.number(), note.owner(), note.author(), note.text(), note.dueDay()))
        .toList();
  }

  @Override
  public List<TodoItem> openTodos(String organizationId, String unitId, LocalDate day) {
    Set<String> members =
        team.organization(organizationId).membersWithin(unitId, day).stream()
            .map(Member::id)
            .collect(Collectors.toSet());
    return openTodos(organizationId).stream()
        .filter(item -> members.contains(item.ownerId()))
        .toList();
  }

  @Override
  public Optional<String> plan(String organizationId, String memberId, Period period) {
    return Optional.ofNullable(plans.of(organizationId, memberId, List.of(period)).get(period));
  }

  private static String answer(Note note) {
    return note.acts().stream()
        .filter(act -> act.kind() == Kind.ANSWERED || act.kind() == Kind.ADOPTED)
        .reduce((first, next) -> next)
        .map(NoteAct::text)
        .orElse("");
  }
}
