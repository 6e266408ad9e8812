package io.github.xunbang.leave.check;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Makes a draw of one scope, day and round happen once.
 *
 * @param id organization, scope with kind and day, and round
 * @param number of the draw
 */
@Document("spot_check_claims")
record DrawClaimDocument(@Id String id, String organizationId, int number) {}
