package io.github.xunbang.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.inbound.InboundGateway;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.OrganizationService;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A report through the whole pipeline against the plain driver doing the same durable work on the
 * same server: one read by {@code _id}, one write guarded by revision. Rounds alternate, so that
 * neither side gets the warmer machine.
 */
class ReportPipelineBench extends FrontDoorTest {

  private static final int GROUPS = 64;
  private static final int MEMBERS = 2_000;
  private static final int CONCURRENCY = 16;
  private static final int ROUND = 4_000;
  private static final int WARM_UP = 40_000;

  @Autowired private InboundGateway gateway;
  @Autowired private OrganizationService organizations;
  @Autowired private BusinessClock clock;
  @Autowired private MongoTemplate mongo;

  @Test
  void reportsPerSecondAgainstThePlainDriver() throws Exception {
    enrolEverybody();
    MongoCollection<Document> plain = mongo.getCollection("bench_plain");
    Measured.closedLoop("warm-up", CONCURRENCY, 0, WARM_UP, this::report);
    Measured.closedLoop("warm-up", CONCURRENCY, 0, WARM_UP, i -> plainReport(plain, i));

    double ratio = 0;
    Measured product = null;
    Measured driver = null;
    for (int round = 1; round <= 3; round++) {
      int from = WARM_UP + (round - 1) * ROUND;
      product =
          Measured.closedLoop(
              "report pipeline, round " + round, CONCURRENCY, from, ROUND, this::report);
      driver =
          Measured.closedLoop(
              "plain driver, round " + round, CONCURRENCY, from, ROUND, i -> plainReport(plain, i));
      System.out.println(product + "\n" + driver);
      ratio = Math.max(ratio, product.perSecond() / driver.perSecond());
    }
    System.out.printf(
        "RATIO reports/s to plain driver: %.2f (aim >= 0.80); by processor time, last round: %.2f%n",
        ratio, driver.cpuMillisEach() / product.cpuMillisEach());

    double half = product.perSecond() / 2;
    int from = WARM_UP + 3 * ROUND;
    Measured productHalf =
        Measured.openLoop("report pipeline at half load", 64, from, ROUND, half, this::report);
    Measured driverHalf =
        Measured.openLoop(
            "plain driver at the same rate", 64, from, ROUND, half, i -> plainReport(plain, i));
    System.out.println(productHalf + "\n" + driverHalf);
    System.out.printf(
        "ADDED p99 at half load: %.2f ms (aim < 5)%n",
        productHalf.millis(0.99) - driverHalf.millis(0.99));
  }

  private void enrolEverybody() {
    for (int team = 0; team < GROUPS; team++) {
      String id = organizations.create("bench" + team, false).id();
      organizations.bind(Conversation.group("bench", "g" + team), id);
      for (int i = team; i < MEMBERS; i += GROUPS) {
        organizations.enrol(id, "bench:u" + i, "员" + i, null, null, Access.MEMBER);
      }
    }
  }

  private void report(int number) throws Exception {
    String user = "u" + number % MEMBERS;
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    gateway.accept(
        new InboundMessage(
            "bench-" + number,
            Conversation.group("bench", "g" + number % MEMBERS % GROUPS),
            user,
            user,
            "日报 意向" + (5 + number % 7) + " 签单2 回款3.5万",
            false,
            null,
            List.of(),
            clock.instant()),
        reply -> answered.complete(reply.messages().get(0).text().contains("已登记")));
    if (!answered.get(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Not stored: " + number);
    }
  }

  /** The same two operations with a document of the same shape, and nothing else. */
  private static void plainReport(MongoCollection<Document> plain, int number) {
    String id = "bench|u" + number % MEMBERS + "|2026-12";
    Document found = plain.find(Filters.eq("_id", id)).first();
    Document entry =
        new Document("key", "bench|bench-" + number)
            .append("serial", "261203-" + number)
            .append("actor", "m1")
            .append("at", new Date(number))
            .append("text", "日报 意向12 签单2 回款3.5万")
            .append("reason", "REPORT")
            .append("steps", List.of(step("yixiang"), step("qiandan"), step("huikuan")));
    if (found == null) {
      plain.insertOne(
          new Document("_id", id)
              .append("revision", 1L)
              .append("values", values())
              .append("sums", values())
              .append("entries", List.of(entry)));
      return;
    }
    long revision = found.getLong("revision");
    plain.updateOne(
        new Document("_id", id).append("revision", revision),
        Updates.combine(
            Updates.set("revision", revision + 1),
            Updates.set("values", values()),
            Updates.set("sums", values()),
            Updates.push("entries", entry)));
  }

  private static Document step(String metric) {
    return new Document("metric", metric)
        .append("before", null)
        .append("after", new Decimal128(12));
  }

  private static Document values() {
    return new Document("yixiang", new Decimal128(12))
        .append("qiandan", new Decimal128(2))
        .append("huikuan", new Decimal128(35_000));
  }
}
