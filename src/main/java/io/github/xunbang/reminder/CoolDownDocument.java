package io.github.xunbang.reminder;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last 催报 of a scope.
 *
 * @param id organization, a bar, scope
 * @param at UTC instant of business time
 * @param messageKey which message asked, or the instant of one that nobody asked for
 */
@Document("reminder_cooldowns")
record CoolDownDocument(@Id String id, String organizationId, Instant at, String messageKey) {}
