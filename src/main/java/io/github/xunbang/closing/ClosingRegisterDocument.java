package io.github.xunbang.closing;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The order in which an organization's periods of one type got their numbers.
 *
 * @param id organization and type
 * @param revision guards the write
 * @param starts ISO first days, {@code first/last} for campaigns; the number is the position,
 *     counted from 1
 */
@Document("closing_registers")
record ClosingRegisterDocument(
    @Id String id, String organizationId, long revision, List<String> starts) {}
