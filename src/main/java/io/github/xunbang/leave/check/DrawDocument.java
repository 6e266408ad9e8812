package io.github.xunbang.leave.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One draw; {@code revision} guards each write.
 *
 * @param id organization, a bar, number
 * @param day ISO text, so that no zone can shift it
 */
@Document("spot_checks")
record DrawDocument(
    @Id String id,
    String organizationId,
    long revision,
    int number,
    Draw.Kind kind,
    String scope,
    String label,
    String day,
    int round,
    long seed,
    @Nullable List<String> population,
    @Nullable List<Draw.Item> items,
    @Nullable List<Draw.Entry> entries) {

  static String id(String organizationId, int number) {
    return organizationId + "|" + number;
  }

  static DrawDocument of(String organizationId, long revision, Draw draw) {
    return new DrawDocument(
        id(organizationId, draw.number()),
        organizationId,
        revision,
        draw.number(),
        draw.kind(),
        draw.scope(),
        draw.label(),
        draw.day().toString(),
        draw.round(),
        draw.seed(),
        draw.population(),
        draw.items(),
        draw.entries());
  }

  Draw toDraw() {
    return new Draw(
        number,
        kind,
        scope,
        label,
        LocalDate.parse(day),
        round,
        seed,
        population == null ? List.of() : population,
        items == null ? List.of() : items,
        entries == null ? List.of() : entries);
  }
}
