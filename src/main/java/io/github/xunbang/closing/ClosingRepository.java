package io.github.xunbang.closing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Two documents make a closing: the content, and its place in the register. Each is written at most
 * once, so a closing that was interrupted in between is completed by running it again.
 */
@Repository
class ClosingRepository {

  private final MongoTemplate mongo;

  ClosingRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Optional<ClosingDocument> content(String organizationId, Period period) {
    return Optional.ofNullable(
            mongo.findById(contentId(organizationId, period), ClosingDocument.class))
        .filter(content -> content.covers(period));
  }

  /** Stores the content unless somebody was first, and returns what is stored. */
  ClosingDocument insertContent(
      String organizationId, Period period, Instant closedAt, Map<String, String> results) {
    ClosingDocument mine =
        new ClosingDocument(
            contentId(organizationId, period),
            organizationId,
            period.type().name(),
            period.start().toString(),
            period.end().toString(),
            closedAt,
            results);
    try {
      return mongo.insert(mine);
    } catch (DuplicateKeyException first) {
      return content(organizationId, period).orElseThrow();
    }
  }

  /** The number of the period, if it has one yet. */
  Optional<Integer> number(String organizationId, Period period) {
    return Optional.ofNullable(register(organizationId, period.type()))
        .map(register -> register.starts().indexOf(key(period)) + 1)
        .filter(number -> number > 0);
  }

  /** Gives the period the next number of its type unless it has one, and returns its number. */
  int assignNumber(String organizationId, Period period) {
    while (true) {
      Optional<Integer> assigned = number(organizationId, period);
      if (assigned.isPresent()) {
        return assigned.get();
      }
      append(organizationId, period);
    }
  }

  void delete(String organizationId) {
    Query ofOrganization = Query.query(where("organizationId").is(organizationId));
    mongo.remove(ofOrganization, ClosingDocument.class);
    mongo.remove(ofOrganization, ClosingRegisterDocument.class);
  }

  /** Appends unless another instance changed the register in between; the caller looks again. */
  private void append(String organizationId, Period period) {
    String id = registerId(organizationId, period.type());
    String start = key(period);
    ClosingRegisterDocument register = register(organizationId, period.type());
    if (register == null) {
      try {
        mongo.insert(new ClosingRegisterDocument(id, organizationId, 1, List.of(start)));
      } catch (DuplicateKeyException first) {
        // Another instance opened the register; its content decides.
      }
    } else if (!register.starts().contains(start)) {
      mongo.updateFirst(
          Query.query(where("_id").is(id).and("revision").is(register.revision())),
          new Update().push("starts", start).inc("revision", 1),
          ClosingRegisterDocument.class);
    }
  }

  private @Nullable ClosingRegisterDocument register(String organizationId, PeriodType type) {
    return mongo.findById(registerId(organizationId, type), ClosingRegisterDocument.class);
  }

  private static String contentId(String organizationId, Period period) {
    return organizationId + "|" + period.type() + "|" + key(period);
  }

  /** Campaigns overlap, and two may begin on one day; other periods of a type do not. */
  private static String key(Period period) {
    return period.type() == PeriodType.CAMPAIGN
        ? period.start() + "/" + period.end()
        : period.start().toString();
  }

  private static String registerId(String organizationId, PeriodType type) {
    return organizationId + "|" + type;
  }
}
