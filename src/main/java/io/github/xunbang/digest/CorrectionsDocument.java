package io.github.xunbang.digest;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The corrections of one frozen board in order; the place in the list is the number people read.
 *
 * @param id organization, type and start of the period
 * @param organizationId whose
 * @param revision guards the write
 * @param causes message key and subject of each
 */
@Document("board_corrections")
record CorrectionsDocument(
    @Id String id, String organizationId, long revision, List<String> causes) {}
