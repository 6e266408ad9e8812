package io.github.xunbang.deal.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What an organization needs to find its deals without an index.
 *
 * @param id the organization
 * @param last the greatest number given out
 * @param open numbers of all deals that may wait for money, and perhaps some that do not
 */
@Document("deal_register")
record DealRegisterDocument(@Id String id, int last, @Nullable List<Integer> open) {}
