package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.register.ScoreSheet.Assessor;
import io.github.xunbang.incentive.register.ScoreSheet.Panel;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PastRevised;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 评分: named people score others, each mark with author and date, never changed (S-81, S-110,
 * S-111). Points are said in private only.
 */
@Component
class ScoreCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final ScoreRepository scores;
  private final ScoreLists lists;
  private final ApplicationEventPublisher events;

  ScoreCommands(
      OrganizationService organizations,
      ScoreRepository scores,
      ScoreLists lists,
      ApplicationEventPublisher events) {
    this.organizations = organizations;
    this.scores = scores;
    this.lists = lists;
    this.events = events;
  }

  @Override
  public String name() {
    return "评分";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Speaker speaker = Speaker.of(call, organizations);
    List<ScoreSheet> sheets = scores.sheets(speaker.organization().id());
    List<String> words = new ArrayList<>(speaker.words());
    if (words.isEmpty()) {
      return about(speaker, sheets);
    }
    if (words.get(0).matches("设置|设定")) {
      return set(speaker, words.subList(1, words.size()));
    }
    if (sheets.isEmpty()) {
      throw call.rejection("noSheets", Map.of());
    }
    boolean asksList = words.removeIf(word -> word.matches("清单|还差谁|名单"));
    SheetLine line = SheetLine.read(speaker, words, sheets);
    ScoreSheet sheet = sheet(speaker, line, sheets);
    Period period = line.periodOf(speaker, sheet);
    if (asksList) {
      return lists.lacking(speaker, sheet, period);
    }
    Member member = line.member();
    if (member == null) {
      throw call.rejection("usage", Map.of("sheet", sheet.name()));
    }
    BigDecimal points = line.points();
    return points == null
        ? lists.marks(speaker, sheet, period, member)
        : score(speaker, sheet, period, member, points);
  }

  private static ScoreSheet sheet(Speaker speaker, SheetLine line, List<ScoreSheet> sheets) {
    ScoreSheet sheet = line.sheet();
    if (sheet == null && sheets.size() > 1) {
      throw speaker.call().rejection("whichSheet", Map.of("sheets", names(sheets)));
    }
    return sheet == null ? sheets.get(0) : sheet;
  }

  private static String names(List<ScoreSheet> sheets) {
    return sheets.stream().map(ScoreSheet::name).collect(Collectors.joining("、"));
  }

  private Reply about(Speaker speaker, List<ScoreSheet> sheets) {
    if (sheets.isEmpty()) {
      throw speaker.call().rejection("noSheets", Map.of());
    }
    String lines =
        sheets.stream()
            .limit(3)
            .map(
                sheet ->
                    "%s（每%s一次）：%s"
                        .formatted(
                            sheet.name(),
                            SheetLine.kindWord(sheet.kind()),
                            panel(speaker, sheet.panelFor(speaker.running(sheet.kind()).end()))))
            .collect(Collectors.joining("\n"));
    return speaker
        .call()
        .reply("about", Map.of("sheets", lines, "sheet", sheets.get(0).name()))
        .changingNothing();
  }

  private Reply set(Speaker speaker, List<String> words) {
    if (!speaker.isManager()) {
      throw speaker.call().rejection("managersOnly", Map.of());
    }
    PanelLine line = PanelLine.read(speaker, words);
    Period from = from(speaker, line);
    Panel panel = new Panel(from.start(), line.assessors());
    scores.changeSheets(
        speaker.organization().id(), stored -> changed(speaker, stored, line, panel));
    // The panel scores from then on, in every period until today.
    revised(speaker, from.start(), speaker.today());
    return speaker
        .call()
        .reply(
            "set",
            Map.of(
                "sheet", line.name(),
                "kind", SheetLine.kindWord(line.kind()),
                "panel", panel(speaker, panel),
                "period", from.label()));
  }

  private static Period from(Speaker speaker, PanelLine line) {
    Period period = line.period();
    if (period != null && period.type() != line.kind()) {
      throw speaker
          .call()
          .rejection(
              "wrongPeriod", Map.of("sheet", line.name(), "kind", SheetLine.kindWord(line.kind())));
    }
    return period == null ? speaker.running(line.kind()) : period;
  }

  private static List<ScoreSheet> changed(
      Speaker speaker, List<ScoreSheet> stored, PanelLine line, Panel panel) {
    List<ScoreSheet> changed = new ArrayList<>(stored);
    ScoreSheet known = SheetLine.named(stored, line.name()).orElse(null);
    if (known == null) {
      changed.add(new ScoreSheet(line.name(), line.kind(), List.of(panel)));
    } else if (known.kind() != line.kind()) {
      throw speaker
          .call()
          .rejection(
              "otherKind", Map.of("sheet", known.name(), "kind", SheetLine.kindWord(known.kind())));
    } else {
      changed.replaceAll(one -> one.equals(known) ? known.with(panel) : one);
    }
    return changed;
  }

  private Reply score(
      Speaker speaker, ScoreSheet sheet, Period period, Member member, BigDecimal points) {
    Panel panel = sheet.panelFor(period.end());
    check(speaker, sheet, period, member, panel);
    Mark mark = new Mark(speaker.self().id(), points, speaker.at(), speaker.call().message().key());
    scores.append(speaker.organization().id(), sheet.name(), period, member.id(), mark);
    revised(speaker, period.start(), period.end());
    String name = member.name();
    return speaker
        .call()
        .reply(
            speaker.inGroup() ? "scoredInGroup" : "scored",
            Map.of(
                "name", name,
                "sheet", sheet.name(),
                "period", period.label(),
                "points", NumberText.plain(points),
                "author", speaker.self().name(),
                "day", DateText.day(speaker.today()),
                "others", lists.others(speaker, sheet, period, member)));
  }

  private void revised(Speaker speaker, LocalDate first, LocalDate last) {
    if (!last.isBefore(first)) {
      events.publishEvent(new PastRevised(speaker.organization().id(), first, last));
    }
  }

  private static void check(
      Speaker speaker, ScoreSheet sheet, Period period, Member member, Panel panel) {
    if (panel.assessor(speaker.self().id()).isEmpty()) {
      throw speaker
          .call()
          .rejection("notAssessor", Map.of("sheet", sheet.name(), "panel", panel(speaker, panel)));
    }
    if (member.id().equals(speaker.self().id())) {
      throw speaker.call().rejection("oneself", Map.of("sheet", sheet.name()));
    }
    if (member.guest()) {
      throw speaker.call().rejection("guest", Map.of("name", member.name()));
    }
    if (period.start().isAfter(speaker.today())) {
      throw speaker.call().rejection("notBegun", Map.of("period", period.label()));
    }
  }

  /** 王总60%、李经理40%; without percent when all count the same. */
  private static String panel(Speaker speaker, Panel panel) {
    boolean equal = panel.assessors().stream().map(Assessor::weight).distinct().count() == 1;
    return panel.assessors().stream()
        .map(
            one ->
                speaker.name(one.memberId()) + (equal ? "" : NumberText.plain(one.weight()) + "%"))
        .collect(Collectors.joining("、"));
  }
}
