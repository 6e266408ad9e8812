package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.storage.GuardedDocument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All sheets of one organization.
 *
 * @param id the organization
 */
@Document("incentive_sheets")
record ScoreSheetsDocument(@Id String id, long revision, @Nullable List<SheetPart> sheets)
    implements GuardedDocument {

  /** One sheet; dates are ISO text. */
  record SheetPart(String name, PeriodType kind, List<PanelPart> panels) {}

  record PanelPart(String since, List<ScoreSheet.Assessor> assessors) {}

  static ScoreSheetsDocument of(String id, long revision, List<ScoreSheet> sheets) {
    return new ScoreSheetsDocument(
        id,
        revision,
        sheets.stream()
            .map(
                sheet ->
                    new SheetPart(
                        sheet.name(),
                        sheet.kind(),
                        sheet.panels().stream()
                            .map(one -> new PanelPart(one.since().toString(), one.assessors()))
                            .toList()))
            .toList());
  }

  List<ScoreSheet> toSheets() {
    List<SheetPart> parts = sheets == null ? List.of() : sheets;
    return parts.stream()
        .map(
            part ->
                new ScoreSheet(
                    part.name(),
                    part.kind(),
                    part.panels().stream()
                        .map(
                            one ->
                                new ScoreSheet.Panel(LocalDate.parse(one.since()), one.assessors()))
                        .toList()))
        .toList();
  }
}
