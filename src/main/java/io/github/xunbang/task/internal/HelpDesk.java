package io.github.xunbang.task.internal;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.task.internal.NoteAct.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Opens 求助, tells who leads the asker, and tells the asker what was answered (S-19). */
@Component
class HelpDesk {

  private static final int TEXT = 80;
  private static final int ANSWER = 160;

  private final Notes notes;
  private final Team team;
  private final TaskPosts posts;

  HelpDesk(Notes notes, Team team, TaskPosts posts) {
    this.notes = notes;
    this.team = team;
    this.posts = posts;
  }

  /**
   * One who asks.
   *
   * @param claim what makes it the same request when it comes again
   */
  record Asking(
      Organization organization,
      Member asker,
      Conversation saidIn,
      String claim,
      String messageKey,
      LocalDate day,
      Instant at,
      String text) {}

  /**
   * An opened request.
   *
   * @param told who reads of it in private
   */
  record Opened(Note note, List<Member> told) {}

  /** Opens a request and tells the asker's leaders; the same claim opens nothing new. */
  Opened open(Asking asking) {
    Organization organization = asking.organization();
    NoteAct opened =
        new NoteAct(Kind.OPENED, asking.asker().id(), asking.at(), asking.messageKey(), "");
    Note note =
        notes.open(
            organization.id(),
            NoteKind.HELP,
            asking.claim(),
            number ->
                new Note(
                    organization.id(),
                    NoteKind.HELP,
                    number,
                    asking.asker().id(),
                    null,
                    "",
                    asking.text(),
                    asking.day(),
                    null,
                    null,
                    asking.saidIn(),
                    Note.State.OPEN,
                    List.of(opened)));
    List<Member> told = team.reachableLeadersOf(organization, asking.asker(), asking.day());
    String text =
        "【求助 %s】%s：%s\n答复请发：求助 答 %s 办法"
            .formatted(
                note.label(),
                Team.name(organization, note.author()),
                NoteText.shown(note.text(), ANSWER),
                note.label());
    told.forEach(
        leader ->
            posts.tell(organization.id(), leader, asking.saidIn(), note.label() + "|asked", text));
    return new Opened(note, told);
  }

  /** Stores an answer and tells the asker, unless it is said where the asker asked. */
  Note answer(Team.Scene scene, Note note, String answer) {
    Note after =
        notes.change(
            note,
            stored ->
                stored.knows(scene.key())
                    ? stored
                    : stored.after(scene.act(Kind.ANSWERED, answer), Note.State.DONE));
    Conversation saidIn = note.saidIn();
    if (!Objects.equals(saidIn, scene.caller().conversation())) {
      String text =
          "%s答复了你的求助 %s（%s）：\n%s"
              .formatted(
                  scene.name(scene.self().id()),
                  note.label(),
                  NoteText.shown(note.text(), TEXT),
                  NoteText.shown(answer, ANSWER));
      scene
          .organization()
          .member(note.author())
          .ifPresent(
              asker ->
                  posts.tell(
                      note.organizationId(),
                      asker,
                      saidIn,
                      note.label() + "|answer|" + scene.key(),
                      text));
    }
    return after;
  }

  /** Closes a request that needs no answer any more. */
  Note solve(Note note, NoteAct act) {
    return notes.change(
        note, stored -> stored.open() ? stored.after(act, Note.State.DONE) : stored);
  }
}
