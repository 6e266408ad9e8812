package io.github.xunbang.customer.internal;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A customer that is about to become complete and is not counted yet; written before the customer.
 *
 * @param id organization and number, with a bar between
 * @param at real time
 */
@Document("customer_owed")
record OwedCustomerDocument(@Id String id, String organizationId, int number, Instant at) {}
