package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.task.internal.NoteAct.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 竞品: what competitors charge and offer, brand first (S-21). It is the team's common knowledge, so
 * that every member reads all of it.
 */
@Component
class CompetitorCommands implements CommandHandler {

  private static final int SHOWN = 4;
  private static final int TEXT = 40;
  private static final int LONG = 120;
  private static final int BRAND = 20;

  private final Team team;
  private final Notes notes;

  CompetitorCommands(Team team, Notes notes) {
    this.team = team;
    this.notes = notes;
  }

  @Override
  public String name() {
    return "竞品";
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
    Period week = Period.containing(PeriodType.WEEK, scene.today());
    if (input.isEmpty()) {
      return list(scene, "", week);
    }
    Optional<Period> period = period(scene, input);
    if (period.isPresent()) {
      return list(scene, "", period.get());
    }
    String[] parts = input.split("[\\s:：,，]+", 2);
    String brand = parts[0];
    if (parts.length < 2) {
      return list(scene, brand, lastMonths(scene));
    }
    Optional<Period> asked = period(scene, parts[1].strip());
    return asked.isPresent()
        ? list(scene, brand, asked.get())
        : note(scene, brand, parts[1].strip(), week);
  }

  private Reply note(Team.Scene scene, String typedBrand, String typed, Period week) {
    String brand = NoteText.checked(typedBrand);
    if (brand.codePointCount(0, brand.length()) > BRAND) {
      throw scene.call().rejection("brand", Map.of());
    }
    String text = NoteText.checked(typed);
    Note stored =
        notes.open(
            scene.organization().id(),
            NoteKind.COMPETITOR,
            scene.key(),
            number ->
                new Note(
                    scene.organization().id(),
                    NoteKind.COMPETITOR,
                    number,
                    scene.self().id(),
                    null,
                    brand,
                    text,
                    scene.today(),
                    null,
                    null,
                    scene.caller().conversation(),
                    Note.State.DONE,
                    List.of(scene.act(Kind.OPENED, ""))));
    int count = notes.of(scene.organization().id(), NoteKind.COMPETITOR, week).size();
    return scene
        .call()
        .reply(
            "noted",
            Map.of(
                "number", stored.label(),
                "brand", NoteText.shown(brand, BRAND),
                "text", NoteText.shown(text, LONG),
                "count", count));
  }

  private Reply list(Team.Scene scene, String brand, Period period) {
    List<Note> found =
        notes.of(scene.organization().id(), NoteKind.COMPETITOR, period).stream()
            .filter(note -> brand.isEmpty() || note.subject().equalsIgnoreCase(brand))
            .toList();
    String shownBrand = NoteText.shown(brand, BRAND);
    if (found.isEmpty()) {
      return scene
          .call()
          .reply(
              brand.isEmpty() ? "none" : "noneOf",
              Map.of("brand", shownBrand, "period", period.label()))
          .changingNothing();
    }
    String lines =
        found.stream()
            .skip(Math.max(0, found.size() - SHOWN))
            .sorted(Comparator.comparing(Note::subject).thenComparing(Note::number))
            .map(note -> line(scene, note))
            .collect(Collectors.joining("\n"));
    return scene
        .call()
        .reply(
            "list",
            Map.of(
                "brand",
                shownBrand.isEmpty() ? "竞品" : "竞品 " + shownBrand,
                "period",
                period.label(),
                "count",
                found.size(),
                "notes",
                lines))
        .changingNothing();
  }

  private static String line(Team.Scene scene, Note note) {
    return "%s %s（%s %s）"
        .formatted(
            NoteText.shown(note.subject(), BRAND),
            NoteText.shown(note.text(), TEXT),
            DateText.shortDay(note.day()),
            scene.name(note.author()));
  }

  private static Optional<Period> period(Team.Scene scene, String typed) {
    return new PeriodWords(
            scene.organization().businessDay(),
            scene.call().message().receivedAt(),
            scene.organization().periods(),
            Map.of())
        .parse(typed);
  }

  /** A brand alone is looked for in this month and the two before. */
  private static Period lastMonths(Team.Scene scene) {
    return new Period(
        PeriodType.CAMPAIGN, scene.today().withDayOfMonth(1).minusMonths(2), scene.today());
  }
}
