package io.github.xunbang.task.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.task.internal.DueDates.Found;
import io.github.xunbang.task.internal.NoteAct.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Gives, closes, moves and cancels 待办 and tells the other side in private (S-25). */
@Component
class TodoDesk {

  private final Notes notes;
  private final TaskPosts posts;

  TodoDesk(Notes notes, TaskPosts posts) {
    this.notes = notes;
    this.posts = posts;
  }

  /**
   * Whether the caller may give a task to {@code owner}: to oneself, to the people one leads, and
   * among colleagues of one unit to nobody above oneself.
   */
  static boolean mayGive(Team.Scene scene, Member owner) {
    LocalDate day = scene.today();
    Access level = scene.organization().accessOn(owner, day);
    return owner.id().equals(scene.self().id())
        || scene.leads(owner.id())
        || (Team.sameUnit(owner, scene.self(), day) && scene.caller().access().covers(level));
  }

  /** One item per owner; the same message gives nothing twice. */
  List<Note> give(Team.Scene scene, List<Member> owners, Found due, String text) {
    List<Note> given = new ArrayList<>();
    for (Member owner : owners) {
      Note note =
          notes.open(
              scene.organization().id(),
              NoteKind.TODO,
              scene.key() + "|" + owner.id(),
              number -> note(scene, owner, due, text, number));
      given.add(note);
      if (!owner.id().equals(scene.self().id())) {
        tell(
            scene,
            note,
            owner.id(),
            "given",
            "【待办 %s】%s交给你：%s\n%s前完成，做完发：待办 完成 %s"
                .formatted(
                    note.label(),
                    scene.name(scene.self().id()),
                    TodoText.text(note),
                    TodoText.due(note),
                    note.label()));
      }
    }
    return given;
  }

  private static Note note(Team.Scene scene, Member owner, Found due, String text, int number) {
    return new Note(
        scene.organization().id(),
        NoteKind.TODO,
        number,
        scene.self().id(),
        owner.id(),
        "",
        text,
        scene.today(),
        due.date(),
        due.time(),
        scene.caller().conversation(),
        Note.State.OPEN,
        List.of(scene.act(Kind.OPENED, "")));
  }

  /** Closed by owner, giver or the owner's leader; the others involved are told. */
  void finish(Team.Scene scene, Note note, String remark) {
    checkOpen(scene, note);
    if (!isInvolved(scene, note) && !scene.leads(note.owner())) {
      throw scene.call().rejection("notYours", Map.of("number", note.label()));
    }
    notes.change(
        note,
        stored ->
            stored.open() ? stored.after(scene.act(Kind.CLOSED, remark), Note.State.DONE) : stored);
    String said =
        "待办 %s %s完成了：%s%s"
            .formatted(
                note.label(),
                scene.name(scene.self().id()),
                TodoText.text(note),
                remark.isEmpty() ? "" : "（" + NoteText.shown(remark, 80) + "）");
    tellOthers(scene, note, "done", said);
  }

  /** Cancelled by the giver or the owner's leader. */
  void cancel(Team.Scene scene, Note note, String remark) {
    checkOpen(scene, note);
    if (!mayDecide(scene, note)) {
      throw scene
          .call()
          .rejection(
              "giverOnly", Map.of("number", note.label(), "giver", scene.name(note.author())));
    }
    notes.change(
        note,
        stored ->
            stored.open()
                ? stored.after(scene.act(Kind.CANCELLED, remark), Note.State.CANCELLED)
                : stored);
    tellOthers(
        scene, note, "cancelled", "待办 %s 取消了，不用再做：%s".formatted(note.label(), TodoText.text(note)));
  }

  /**
   * Moved by the giver or the owner's leader; the owner alone only asks for it.
   *
   * @return whether it was moved
   */
  boolean move(Team.Scene scene, Note note, Found due) {
    checkOpen(scene, note);
    boolean decides = mayDecide(scene, note);
    if (!decides && !note.owner().equals(scene.self().id())) {
      throw scene.call().rejection("notYours", Map.of("number", note.label()));
    }
    String remark = NoteText.checked(due.rest());
    String when = TodoText.due(due.date(), due.time());
    NoteAct act = scene.act(decides ? Kind.MOVED : Kind.MOVE_ASKED, due.date() + " " + remark);
    notes.change(note, stored -> moved(stored, due, act, decides));
    String reason = remark.isEmpty() ? "" : "（" + NoteText.shown(remark, 80) + "）";
    if (decides) {
      tellOthers(
          scene,
          note,
          "moved",
          "待办 %s 改到%s前%s：%s".formatted(note.label(), when, reason, TodoText.text(note)));
    } else {
      tell(
          scene,
          note,
          note.author(),
          "asked",
          "%s想把待办 %s 改到%s%s：%s\n同意请发：待办 改期 %s %s"
              .formatted(
                  scene.name(scene.self().id()),
                  note.label(),
                  when,
                  reason,
                  TodoText.text(note),
                  note.label(),
                  due.date().toString().substring(5)));
    }
    return decides;
  }

  private static Note moved(Note stored, Found due, NoteAct act, boolean decided) {
    if (!stored.open() || stored.knows(act.messageKey())) {
      return stored;
    }
    return decided ? stored.moved(due.date(), due.time(), act) : stored.after(act, Note.State.OPEN);
  }

  private static void checkOpen(Team.Scene scene, Note note) {
    if (!note.open() && !note.knows(scene.key())) {
      throw scene
          .call()
          .rejection(
              note.state() == Note.State.DONE ? "alreadyDone" : "alreadyCancelled",
              Map.of("number", note.label()));
    }
  }

  static boolean isInvolved(Team.Scene scene, Note note) {
    return scene.self().id().equals(note.author()) || scene.self().id().equals(note.owner());
  }

  private static boolean mayDecide(Team.Scene scene, Note note) {
    boolean ownMatter = scene.self().id().equals(note.owner());
    return scene.self().id().equals(note.author())
        || scene.isManager()
        || (!ownMatter && scene.leads(note.owner()));
  }

  private void tellOthers(Team.Scene scene, Note note, String what, String text) {
    for (String one : List.of(note.author(), note.owner())) {
      if (!Objects.equals(one, scene.self().id())) {
        tell(scene, note, one, what, text);
      }
    }
  }

  private void tell(Team.Scene scene, Note note, String memberId, String what, String text) {
    scene
        .organization()
        .member(memberId)
        .ifPresent(
            member ->
                posts.tell(
                    note.organizationId(),
                    member,
                    scene.caller().conversation(),
                    note.label() + "|" + what + "|" + scene.key(),
                    text));
  }
}
