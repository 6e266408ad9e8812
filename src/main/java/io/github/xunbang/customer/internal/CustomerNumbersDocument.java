package io.github.xunbang.customer.internal;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last customer number of an organization.
 *
 * @param id organization id
 */
@Document("customer_numbers")
record CustomerNumbersDocument(@Id String id, int last) {}
