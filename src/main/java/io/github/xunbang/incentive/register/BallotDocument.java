package io.github.xunbang.incentive.register;

import io.github.xunbang.storage.GuardedDocument;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One person's ballot of one month, so that there is never a second one.
 *
 * @param id organization, month and voter, with bars between
 */
@Document("incentive_ballots")
record BallotDocument(
    @Id String id, String organizationId, long revision, String candidateId, Instant at)
    implements GuardedDocument {

  Ballot toBallot() {
    return new Ballot(candidateId, at);
  }
}
