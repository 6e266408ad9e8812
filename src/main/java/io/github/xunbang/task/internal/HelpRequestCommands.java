package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.task.internal.NoteAct.Kind;
import io.github.xunbang.task.internal.NoteText.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 求助: asks for help, answers, closes; alone it lists what is open in the own unit (S-19). */
@Component
class HelpRequestCommands implements CommandHandler {

  static final String NAME = "求助";

  private static final int SHOWN = 4;
  private static final int TEXT = 40;
  private static final int LONG = 120;
  private static final Pattern ANSWER = Pattern.compile("(?s)^(?:回答|答复|回复|答)[\\s:：]*(.*)$");
  private static final Pattern SOLVE = Pattern.compile("(?s)^(?:已?解决了?|关闭|撤销|取消|不用了)[\\s:：]*(.*)$");
  private static final Pattern NUMBERED = Pattern.compile("(?s)[#＃HhＨ]\\s*\\d+[\\s:：,，].*");
  private static final Pattern LIST = Pattern.compile("列表|全部|有哪些|未解决|待答");

  private final Team team;
  private final Notes notes;
  private final HelpDesk desk;

  HelpRequestCommands(Team team, Notes notes, HelpDesk desk) {
    this.team = team;
    this.notes = notes;
    this.desk = desk;
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
    if (scene.word().contains("回答")) {
      return answer(scene, input);
    }
    if (input.isEmpty() || LIST.matcher(input).matches()) {
      return list(scene);
    }
    Matcher answer = ANSWER.matcher(input);
    if (answer.matches() && isReferred(input, answer)) {
      return answer(scene, answer.group(1));
    }
    Matcher solve = SOLVE.matcher(input);
    if (solve.matches() && (solve.group(1).isEmpty() || refersTo(solve.group(1)).isPresent())) {
      return solve(scene, solve.group(1));
    }
    Optional<Reference> named = refersTo(input);
    if (named.isPresent() && named.get().rest().isEmpty()) {
      return show(scene, named.get().number());
    }
    // 求助 H1 先看样板间: the word 答 is easily forgotten. 3个… and H5页面… begin a text.
    boolean answers = named.isPresent() && NUMBERED.matcher(input).matches();
    return answers ? answer(scene, input) : open(scene, input);
  }

  /** 答应客户的赠品没货了 begins with 答 but answers nothing. */
  private static boolean isReferred(String input, Matcher answer) {
    return refersTo(answer.group(1)).isPresent()
        || input.matches("(?s)(?:回答|答复|回复|答)(?:[\\s:：].*)?");
  }

  private Reply open(Team.Scene scene, String input) {
    String text = NoteText.checked(input);
    if (HelpReports.isNothing(text)) {
      throw scene.call().rejection("nothing", Map.of());
    }
    HelpDesk.Opened opened =
        desk.open(
            new HelpDesk.Asking(
                scene.organization(),
                scene.self(),
                scene.caller().conversation(),
                scene.key(),
                scene.key(),
                scene.today(),
                scene.call().message().receivedAt(),
                text));
    String names =
        opened.told().stream()
            .limit(3)
            .map(member -> scene.name(member.id()))
            .collect(Collectors.joining("、"));
    Map<String, String> values =
        Map.of(
            "number",
            opened.note().label(),
            "text",
            NoteText.shown(text, LONG),
            "names",
            opened.told().size() > 3 ? names + "等" : names);
    String said =
        scene.call().definition().text(names.isEmpty() ? "openedAlone" : "opened", values);
    return mentioning(scene, said, opened.told());
  }

  private Reply answer(Team.Scene scene, String typed) {
    Reference reference =
        refersTo(typed).orElseThrow(() -> scene.call().rejection("whichAnswer", Map.of()));
    Note note = get(scene, reference.number());
    if (reference.rest().isEmpty()) {
      throw scene.call().rejection("emptyAnswer", Map.of("number", note.label()));
    }
    if (note.author().equals(scene.self().id())) {
      throw scene.call().rejection("ownAnswer", Map.of("number", note.label()));
    }
    String answer = NoteText.checked(reference.rest());
    desk.answer(scene, note, answer);
    String said =
        scene
            .call()
            .definition()
            .text(
                "answered",
                Map.of(
                    "number", note.label(),
                    "asker", scene.name(note.author()),
                    "answer", NoteText.shown(answer, LONG)));
    return mentioning(scene, said, scene.organization().member(note.author()).stream().toList());
  }

  private Reply solve(Team.Scene scene, String typed) {
    Reference reference =
        refersTo(typed).orElseThrow(() -> scene.call().rejection("whichSolved", Map.of()));
    Note note = get(scene, reference.number());
    if (!note.author().equals(scene.self().id()) && !scene.leads(note.author())) {
      throw scene.call().rejection("notYours", Map.of("number", note.label()));
    }
    if (!note.open() && !note.knows(scene.key())) {
      throw scene.call().rejection("closed", Map.of("number", note.label()));
    }
    desk.solve(note, scene.act(Kind.CLOSED, NoteText.checked(reference.rest())));
    return scene.call().reply("solved", Map.of("number", note.label()));
  }

  private Reply list(Team.Scene scene) {
    List<Note> open =
        notes.open(scene.organization().id(), NoteKind.HELP).stream()
            .filter(note -> concerns(scene, note))
            .toList();
    if (open.isEmpty()) {
      return scene.call().reply("none").changingNothing();
    }
    String lines =
        open.stream().limit(SHOWN).map(note -> line(scene, note)).collect(Collectors.joining("\n"));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("count", open.size());
    values.put("requests", lines);
    values.put("number", open.get(0).label());
    return scene.call().reply("list", values).changingNothing();
  }

  /** Own ones, those of the own unit, and those of the people one leads. */
  private static boolean concerns(Team.Scene scene, Note note) {
    return scene.leads(note.author())
        || scene
            .organization()
            .member(note.author())
            .filter(asker -> Team.sameUnit(asker, scene.self(), scene.today()))
            .isPresent();
  }

  private Reply show(Team.Scene scene, int number) {
    Note note = get(scene, number);
    String state =
        note.last(Kind.ANSWERED)
            .map(
                act ->
                    scene.name(act.actorId() == null ? "" : act.actorId())
                        + "答复："
                        + NoteText.shown(act.text(), LONG))
            .orElse(note.open() ? "还没人答复，知道的请发：求助 答 " + note.label() + " 办法" : "已解决");
    return Reply.text(line(scene, note) + "\n" + state).changingNothing();
  }

  private static String line(Team.Scene scene, Note note) {
    return "%s %s %s：%s"
        .formatted(
            note.label(),
            DateText.shortDay(note.day()),
            scene.name(note.author()),
            NoteText.shown(note.text(), TEXT));
  }

  private Note get(Team.Scene scene, int number) {
    return notes.get(scene.organization().id(), NoteKind.HELP, number, NAME);
  }

  private static Optional<Reference> refersTo(String typed) {
    return NoteText.reference(NoteKind.HELP, typed);
  }

  private static Reply mentioning(Team.Scene scene, String text, List<Member> members) {
    return new Reply(List.of(TaskPosts.mentioning(text, members, scene.caller().conversation())));
  }
}
