package io.github.xunbang.leave.check;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The first answer of one person to one roll call.
 *
 * @param id organization, day, number of the call and member, with bars between
 * @param outing whether it was said by 外出
 */
@Document("roll_call_answers")
record RollCallAnswerDocument(
    @Id String id, String organizationId, String memberId, Instant at, boolean outing) {}
