package io.github.xunbang.leave.check;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last number given to a draw; gaps are allowed.
 *
 * @param id organization
 */
@Document("spot_check_counts")
record DrawCountDocument(@Id String id, int last) {}
