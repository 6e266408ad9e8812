package io.github.xunbang.inbound;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A group that was greeted.
 *
 * @param id conversation key
 * @param at real time
 */
@Document("greetings")
record GreetingDocument(@Id String id, Instant at) {}
