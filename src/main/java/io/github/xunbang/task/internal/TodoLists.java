package io.github.xunbang.task.internal;

import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.task.internal.NoteAct.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is open for a person, and one item with what became of it. */
@Component
class TodoLists {

  private static final int SHOWN = 4;

  private final Notes notes;

  TodoLists(Notes notes) {
    this.notes = notes;
  }

  /** The caller's own ones and, in one line, those given to others. */
  Reply own(Team.Scene scene) {
    List<Note> open = open(scene);
    String self = scene.self().id();
    List<Note> mine = open.stream().filter(note -> note.owner().equals(self)).toList();
    List<Note> given =
        open.stream()
            .filter(note -> note.author().equals(self) && !note.owner().equals(self))
            .toList();
    if (mine.isEmpty() && given.isEmpty()) {
      return scene.call().reply("none").changingNothing();
    }
    String out =
        given.isEmpty()
            ? ""
            : "\n派出去还没完成的%d条：%s"
                .formatted(
                    given.size(),
                    given.stream()
                        .limit(SHOWN)
                        .map(note -> note.label() + " " + scene.name(note.owner()))
                        .collect(Collectors.joining("、")));
    String text = listed(scene, mine, scene.self().name());
    return Reply.text(text + out).changingNothing();
  }

  /** Another member's, for those who lead them. */
  Reply of(Team.Scene scene, Member owner) {
    if (owner.id().equals(scene.self().id())) {
      return own(scene);
    }
    if (!scene.leads(owner.id())) {
      throw scene.call().rejection("leadersOnly", Map.of("name", scene.name(owner.id())));
    }
    List<Note> theirs =
        open(scene).stream().filter(note -> note.owner().equals(owner.id())).toList();
    return Reply.text(listed(scene, theirs, scene.name(owner.id()))).changingNothing();
  }

  Reply one(Team.Scene scene, Note note) {
    if (!TodoDesk.isInvolved(scene, note) && !scene.leads(note.owner())) {
      throw scene.call().rejection("notYours", Map.of("number", note.label()));
    }
    String state =
        switch (note.state()) {
          case OPEN -> "还没完成，" + scene.name(note.author()) + "交办";
          case DONE -> "已完成" + remark(note);
          case CANCELLED -> "已取消";
        };
    return Reply.text(TodoText.withOwner(scene.organization(), note) + "\n" + state)
        .changingNothing();
  }

  private static String remark(Note note) {
    return note.last(Kind.CLOSED)
        .filter(act -> !act.text().isEmpty())
        .map(act -> "：" + NoteText.shown(act.text(), 80))
        .orElse("");
  }

  private static String listed(Team.Scene scene, List<Note> items, String name) {
    if (items.isEmpty()) {
      return name + "没有待办。";
    }
    LocalDate today = scene.today();
    String lines =
        items.stream()
            .limit(SHOWN)
            .map(note -> TodoText.line(note, today))
            .collect(Collectors.joining("\n"));
    return "%s的待办%d条：\n%s".formatted(name, items.size(), lines);
  }

  private List<Note> open(Team.Scene scene) {
    return notes.open(scene.organization().id(), NoteKind.TODO).stream()
        .sorted(Comparator.comparing(Note::dueDay).thenComparing(Note::number))
        .toList();
  }
}
