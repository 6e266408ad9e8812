package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.task.internal.NoteAct.Kind;
import io.github.xunbang.task.internal.NoteText.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 建议: collected with a number and thanked for, answered by a leader (S-20). The author of a 匿名建议 is
 * stored nowhere.
 */
@Component
class IdeaCommands implements CommandHandler {

  private static final String NAME = "建议";
  private static final String ANONYMOUS = "匿名";
  private static final int SHOWN = 4;
  private static final int TEXT = 40;
  private static final int LONG = 120;
  private static final Pattern ANSWER = Pattern.compile("(?s)^(采纳|回复|答复)[\\s:：]*(.*)$");

  private final Team team;
  private final Notes notes;
  private final TaskPosts posts;

  IdeaCommands(Team team, Notes notes, TaskPosts posts) {
    this.team = team;
    this.notes = notes;
    this.posts = posts;
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
    boolean anonymous = scene.word().contains(ANONYMOUS);
    if (input.isEmpty() && !anonymous) {
      return list(scene);
    }
    Matcher answer = ANSWER.matcher(input);
    if (!anonymous && answer.matches()) {
      Optional<Reference> reference = NoteText.reference(NoteKind.IDEA, answer.group(2));
      if (reference.isPresent()) {
        return answer(scene, reference.get(), answer.group(1).equals("采纳"));
      }
      if (scene.caller().access().covers(Access.LEADER) && input.matches("(?s)..(?:[\\s:：].*)?")) {
        throw scene.call().rejection("whichIdea", Map.of());
      }
    }
    Optional<Reference> shown =
        NoteText.reference(NoteKind.IDEA, input).filter(one -> one.rest().isEmpty());
    if (shown.isPresent()) {
      return show(scene, shown.get().number());
    }
    return collect(scene, input, anonymous);
  }

  private Reply collect(Team.Scene scene, String input, boolean anonymous) {
    if (input.isEmpty()) {
      throw scene.call().rejection("empty", Map.of());
    }
    if (anonymous && scene.caller().conversation().isGroup()) {
      throw scene.call().rejection("anonymousInGroup", Map.of());
    }
    String text = NoteText.checked(input);
    String author = anonymous ? null : scene.self().id();
    NoteAct opened =
        new NoteAct(
            Kind.OPENED,
            author,
            scene.call().message().receivedAt(),
            anonymous ? "" : scene.key(),
            "");
    Note note =
        notes.open(
            scene.organization().id(),
            NoteKind.IDEA,
            scene.key(),
            number ->
                new Note(
                    scene.organization().id(),
                    NoteKind.IDEA,
                    number,
                    author,
                    null,
                    "",
                    text,
                    scene.today(),
                    null,
                    null,
                    anonymous ? null : scene.caller().conversation(),
                    Note.State.OPEN,
                    List.of(opened)));
    return scene
        .call()
        .reply(
            anonymous ? "thanksUnnamed" : "thanks",
            Map.of("name", scene.name(scene.self().id()), "number", note.label()));
  }

  /** Leaders and managers read this week's, others what they wrote themselves. */
  private Reply list(Team.Scene scene) {
    boolean leader = scene.caller().access().covers(Access.LEADER);
    PeriodType type = leader ? PeriodType.WEEK : PeriodType.MONTH;
    List<Note> ideas =
        notes
            .of(scene.organization().id(), NoteKind.IDEA, Period.containing(type, scene.today()))
            .stream()
            .filter(note -> mayRead(scene, note, leader))
            .toList();
    if (ideas.isEmpty()) {
      return scene.call().reply(leader ? "noneThisWeek" : "noneOwn").changingNothing();
    }
    String lines =
        ideas.stream()
            .skip(Math.max(0, ideas.size() - SHOWN))
            .map(note -> line(scene, note))
            .collect(Collectors.joining("\n"));
    return scene
        .call()
        .reply(leader ? "week" : "own", Map.of("count", ideas.size(), "ideas", lines))
        .changingNothing();
  }

  private static boolean mayRead(Team.Scene scene, Note note, boolean leader) {
    return note.authorId() == null
        ? leader
        : note.author().equals(scene.self().id()) || scene.leads(note.author());
  }

  private Reply show(Team.Scene scene, int number) {
    Note note = get(scene, number);
    boolean leader = scene.caller().access().covers(Access.LEADER);
    // Whoever knows the number of an unnamed one may ask what became of it: the author is unknown.
    if (note.authorId() != null && !mayRead(scene, note, leader)) {
      throw scene.call().rejection("notYours", Map.of("number", note.label()));
    }
    return Reply.text(line(scene, note)).changingNothing();
  }

  private Reply answer(Team.Scene scene, Reference reference, boolean adopted) {
    Note note = get(scene, reference.number());
    boolean leader = scene.caller().access().covers(Access.LEADER);
    if (!leader || (note.authorId() != null && !scene.leads(note.author()))) {
      throw scene.call().rejection("leadersOnly", Map.of("number", note.label()));
    }
    if (reference.rest().isEmpty() && !adopted) {
      throw scene.call().rejection("emptyAnswer", Map.of("number", note.label()));
    }
    String text = NoteText.checked(reference.rest());
    NoteAct act = scene.act(adopted ? Kind.ADOPTED : Kind.ANSWERED, text);
    notes.change(
        note, stored -> stored.knows(scene.key()) ? stored : stored.after(act, Note.State.DONE));
    tellAuthor(scene, note, adopted, text);
    return scene
        .call()
        .reply(
            note.authorId() == null ? "answeredUnnamed" : "answered",
            Map.of(
                "number",
                note.label(),
                "word",
                adopted ? "已采纳" : "已回复",
                "author",
                author(scene, note)));
  }

  private void tellAuthor(Team.Scene scene, Note note, boolean adopted, String text) {
    String said =
        "%s%s了你的建议 %s（%s）%s"
            .formatted(
                scene.name(scene.self().id()),
                adopted ? "采纳" : "回复",
                note.label(),
                NoteText.shown(note.text(), TEXT),
                text.isEmpty() ? "，谢谢！" : "：\n" + NoteText.shown(text, LONG));
    scene
        .organization()
        .member(note.author())
        .ifPresent(
            author ->
                posts.tell(
                    note.organizationId(),
                    author,
                    note.saidIn(),
                    note.label() + "|answer|" + scene.key(),
                    said));
  }

  private Note get(Team.Scene scene, int number) {
    return notes.get(scene.organization().id(), NoteKind.IDEA, number, NAME);
  }

  private static String author(Team.Scene scene, Note note) {
    return note.authorId() == null ? "匿名" : scene.name(note.author());
  }

  private static String line(Team.Scene scene, Note note) {
    String answer =
        note.last(Kind.ADOPTED)
            .map(act -> "（已采纳" + said(act) + "）")
            .or(() -> note.last(Kind.ANSWERED).map(act -> "（已回复" + said(act) + "）"))
            .orElse("");
    return "%s %s %s：%s%s"
        .formatted(
            note.label(),
            DateText.shortDay(note.day()),
            author(scene, note),
            NoteText.shown(note.text(), TEXT),
            answer);
  }

  private static String said(NoteAct act) {
    return act.text().isEmpty() ? "" : "：" + NoteText.shown(act.text(), TEXT);
  }
}
