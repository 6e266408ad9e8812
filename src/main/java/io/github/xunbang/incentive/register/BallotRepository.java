package io.github.xunbang.incentive.register;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.storage.GuardedDocuments;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Ballots, found by {@code _id} lists made from the roster. */
@Repository
class BallotRepository {

  private static final Ballot NONE = new Ballot("", Instant.EPOCH);

  private final MongoTemplate mongo;
  private final GuardedDocuments<BallotDocument, Ballot> documents;

  BallotRepository(MongoTemplate mongo) {
    this.mongo = mongo;
    documents = new GuardedDocuments<>(mongo, BallotDocument.class, BallotDocument::toBallot, NONE);
  }

  /** Stores the ballot instead of an earlier one; a message that comes again changes nothing. */
  void cast(String organizationId, YearMonth month, String voterId, Ballot ballot) {
    String id = id(organizationId, month, voterId);
    documents.update(
        id,
        stored -> stored.at().isAfter(ballot.at()) ? stored : ballot,
        (after, revision) ->
            new BallotDocument(id, organizationId, revision, after.candidateId(), after.at()));
  }

  Optional<Ballot> find(String organizationId, YearMonth month, String voterId) {
    return Optional.of(documents.find(id(organizationId, month, voterId)))
        .filter(ballot -> !ballot.equals(NONE));
  }

  /** The ballots of those voters who have voted. */
  List<Ballot> all(String organizationId, YearMonth month, Collection<String> voterIds) {
    List<String> ids = voterIds.stream().map(voter -> id(organizationId, month, voter)).toList();
    return IdListRepository.find(mongo, ids, BallotDocument.class).stream()
        .map(BallotDocument::toBallot)
        .toList();
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), BallotDocument.class);
  }

  private static String id(String organizationId, YearMonth month, String voterId) {
    return organizationId + "|" + month + "|" + voterId;
  }
}
