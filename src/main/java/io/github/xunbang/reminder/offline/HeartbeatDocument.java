package io.github.xunbang.reminder.offline;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * When some instance last had a channel connected.
 *
 * @param id the channel's name
 * @param at real time
 */
@Document("heartbeats")
record HeartbeatDocument(@Id String id, Instant at) {}
