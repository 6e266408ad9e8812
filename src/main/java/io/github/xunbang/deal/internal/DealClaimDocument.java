package io.github.xunbang.deal.internal;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The number that one signing got, whoever sends it again.
 *
 * @param id organization and act, with a bar between
 */
@Document("deal_claim")
record DealClaimDocument(@Id String id, String organizationId, int number) {}
