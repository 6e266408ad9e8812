package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.task.internal.DueDates.Found;
import io.github.xunbang.task.internal.NoteText.Reference;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 待办: tasks with owner and due date, chased until they are closed (S-25). */
@Component
class TodoCommands implements CommandHandler {

  private static final String NAME = "待办";
  private static final int MOST_OWNERS = 10;
  private static final int SHOWN = 3;
  private static final Pattern VERB =
      Pattern.compile("(?s)^(完成|做完了?|办完了?|改期|延期|取消|撤销|删除)[\\s:：]*(.*)$");

  private final Team team;
  private final Notes notes;
  private final TodoDesk desk;
  private final TodoLists lists;

  TodoCommands(Team team, Notes notes, TodoDesk desk, TodoLists lists) {
    this.team = team;
    this.notes = notes;
    this.desk = desk;
    this.lists = lists;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public boolean yieldsToFigures(String text) {
    return NoteText.beginsReport(text);
  }

  @Override
  public Reply handle(CommandCall call) {
    Team.Scene scene = team.scene(call);
    String input = call.input().strip();
    if (input.isEmpty()) {
      return lists.own(scene);
    }
    Matcher verb = VERB.matcher(input);
    if (verb.matches()) {
      Optional<Reference> reference = NoteText.reference(NoteKind.TODO, verb.group(2));
      if (reference.isPresent()) {
        return act(scene, verb.group(1), reference.get());
      }
      if (verb.group(2).isEmpty()) {
        throw call.rejection("whichNumber", Map.of("word", verb.group(1)));
      }
    }
    Optional<Reference> shown =
        NoteText.reference(NoteKind.TODO, input).filter(one -> one.rest().isEmpty());
    return shown.isPresent()
        ? lists.one(scene, get(scene, shown.get().number()))
        : give(scene, input);
  }

  private Reply act(Team.Scene scene, String word, Reference reference) {
    Note note = get(scene, reference.number());
    if (word.matches("改期|延期")) {
      return move(scene, note, reference.rest());
    }
    String remark = NoteText.checked(reference.rest());
    boolean cancels = word.matches("取消|撤销|删除");
    if (cancels) {
      desk.cancel(scene, note, remark);
    } else {
      desk.finish(scene, note, remark);
    }
    return scene
        .call()
        .reply(
            cancels ? "cancelled" : "done",
            Map.of("number", note.label(), "text", TodoText.text(note)));
  }

  private Reply move(Team.Scene scene, Note note, String typed) {
    Found due =
        dates(scene)
            .find(typed)
            .orElseThrow(() -> scene.call().rejection("moveWhen", Map.of("number", note.label())));
    checkAhead(scene, due);
    boolean moved = desk.move(scene, note, due);
    return scene
        .call()
        .reply(
            moved ? "moved" : "moveAsked",
            Map.of(
                "number", note.label(),
                "due", TodoText.due(due.date(), due.time()),
                "giver", scene.name(note.author())));
  }

  private Reply give(Team.Scene scene, String input) {
    TodoReader.Owners named = TodoReader.owners(input, scene.organization(), scene.today());
    if (named.rest().isEmpty() && named.owners().size() == 1) {
      return lists.of(scene, named.owners().get(0));
    }
    List<Member> owners = named.owners().isEmpty() ? List.of(scene.self()) : named.owners();
    String forWhom =
        named.owners().isEmpty()
            ? ""
            : owners.stream().limit(3).map(Member::name).collect(Collectors.joining("、", "", " "));
    Found due =
        dates(scene)
            .find(named.rest())
            .orElseThrow(() -> scene.call().rejection("noDue", Map.of("owner", forWhom)));
    if (named.owners().isEmpty()) {
      refuseUnknownName(scene, input);
    }
    checkAhead(scene, due);
    String text = NoteText.checked(due.rest());
    if (text.isEmpty()) {
      throw scene.call().rejection("noText", Map.of("owner", forWhom));
    }
    checkOwners(scene, owners);
    List<Note> given = desk.give(scene, owners, due, text);
    return given(scene, owners, given);
  }

  /** 待办 王五 周五 交方案 is for somebody else, who is not on the roster. */
  private static void refuseUnknownName(Team.Scene scene, String input) {
    String[] words = input.split("\\s+", 3);
    boolean dateBehind =
        words.length > 1
            && dates(scene).find(words[1]).filter(found -> found.rest().isEmpty()).isPresent();
    if (dateBehind && TodoReader.looksLikeColleague(words[0])) {
      throw scene.call().rejection("unknownName", Map.of("name", NoteText.shown(words[0], 12)));
    }
  }

  private static void checkOwners(Team.Scene scene, List<Member> owners) {
    if (owners.size() > MOST_OWNERS) {
      throw scene.call().rejection("tooMany", Map.of("most", MOST_OWNERS));
    }
    for (Member owner : owners) {
      if (!TodoDesk.mayGive(scene, owner)) {
        throw scene.call().rejection("mayNotGive", Map.of("name", scene.name(owner.id())));
      }
    }
  }

  private static Reply given(Team.Scene scene, List<Member> owners, List<Note> given) {
    Note first = given.get(0);
    boolean own = first.owner().equals(scene.self().id()) && given.size() == 1;
    String items =
        given.stream()
            .limit(SHOWN)
            .map(
                note ->
                    own
                        ? TodoText.line(note, scene.today())
                        : TodoText.withOwner(scene.organization(), note))
            .collect(Collectors.joining("\n"));
    String more = given.size() > SHOWN ? "\n…共" + given.size() + "条" : "";
    String text =
        scene
            .call()
            .definition()
            .text(own ? "noted" : "given", Map.of("items", items + more, "number", first.label()));
    List<Member> others =
        owners.stream().filter(owner -> !owner.id().equals(scene.self().id())).toList();
    return new Reply(List.of(TaskPosts.mentioning(text, others, scene.caller().conversation())));
  }

  /** Neither past nor farther than a year. */
  private static void checkAhead(Team.Scene scene, Found due) {
    LocalDate today = scene.today();
    LocalTime now =
        LocalTime.ofInstant(
            scene.call().message().receivedAt(), scene.organization().businessDay().zone());
    LocalTime time = due.time();
    // After midnight the business day still runs, but its hours lie behind or ahead unclearly.
    boolean hourPassed =
        time != null
            && due.date().equals(today)
            && now.isAfter(time)
            && !scene
                .organization()
                .businessDay()
                .isAfterMidnight(scene.call().message().receivedAt());
    if (due.date().isBefore(today) || hourPassed) {
      throw scene
          .call()
          .rejection(
              "past",
              Map.of(
                  "due",
                  TodoText.due(due.date(), time),
                  "day",
                  DateText.shortDay(today.plusDays(1))));
    }
    if (due.date().isAfter(today.plusYears(1))) {
      throw scene.call().rejection("tooFar", Map.of("due", DateText.day(due.date())));
    }
  }

  private static DueDates dates(Team.Scene scene) {
    return new DueDates(scene.organization().businessDay(), scene.call().message().receivedAt());
  }

  private Note get(Team.Scene scene, int number) {
    return notes.get(scene.organization().id(), NoteKind.TODO, number, NAME);
  }
}
