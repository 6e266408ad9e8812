package io.github.xunbang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Engine;
import io.github.xunbang.incentive.facts.FactsReader;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The settlement of a month of 2,000 members in 36 stores by 40 rules, all that the job of the
 * morning after does: facts, engine, storing the numbered lines, telling who decides.
 */
class IncentiveBench extends FrontDoorTest {

  private static final Period DECEMBER =
      Period.containing(PeriodType.MONTH, LocalDate.of(2026, 12, 1));
  private static final int WARM_UP = 8;
  private static final int SETTLEMENTS = 5;

  @Autowired private Ledger ledger;
  @Autowired private MongoTemplate mongo;
  @Autowired private OrganizationService organizations;
  @Autowired private MetricCatalog metrics;
  @Autowired private Schemes schemes;
  @Autowired private FactsReader reader;
  @Autowired private Engine engine;
  @Autowired private List<JobHandler> jobs;

  @Test
  void settlementOfTwoThousandMembersByFortyRules() throws Exception {
    String id = prepare();
    Scheme scheme = schemes.all(id).get(0);
    assertThat(scheme.rulesFor(DECEMBER)).hasSize(40);

    settle("first after start", id);
    for (int i = 0; i < WARM_UP; i++) {
      settle("warming up", id);
    }
    for (int i = 0; i < SETTLEMENTS; i++) {
      settle("warm", id);
    }
    for (int i = 0; i < SETTLEMENTS; i++) {
      parts(id, scheme);
    }
  }

  /** One settlement from the beginning: what the one before has stored is deleted first. */
  private void settle(String name, String id) throws Exception {
    Document ofOrganization = new Document("organizationId", id);
    for (String collection : List.of("settlements", "settlement_indexes", "awards", "outbox")) {
      mongo.getCollection(collection).deleteMany(ofOrganization);
    }
    mongo.getCollection("settlement_indexes").deleteMany(new Document("_id", id));
    JobHandler handler =
        jobs.stream()
            .filter(one -> one.kind().equals("incentive.settle"))
            .findFirst()
            .orElseThrow();
    Job job =
        new Job(
            "bench",
            handler.kind(),
            id,
            Instant.parse("2027-01-01T01:05:00Z"),
            Map.of("what", "first", "type", "MONTH", "start", "2026-12-01", "end", "2026-12-31"));
    Measured measured = Measured.closedLoop(name, 1, 0, 1, i -> handler.run(job));
    System.out.printf(
        "INCENTIVE %s: %d lines in %.0f ms, processor time %.0f ms (aim 5000)%n",
        name,
        mongo.getCollection("awards").countDocuments(ofOrganization),
        measured.millis(0),
        measured.cpuMillisEach());
  }

  /** Facts and engine alone. */
  private void parts(String id, Scheme scheme) throws Exception {
    Organization organization = organizations.get(id);
    Measured measured =
        Measured.closedLoop(
            "facts and engine",
            1,
            0,
            1,
            i ->
                engine.settle(
                    scheme.rulesFor(DECEMBER),
                    DECEMBER,
                    null,
                    reader.read(organization, scheme.rulesFor(DECEMBER), DECEMBER)));
    System.out.printf(
        "INCENTIVE %s: %.0f ms, processor time %.0f ms%n",
        measured.name(), measured.millis(0), measured.cpuMillisEach());
  }

  private String prepare() {
    String group = newGroup();
    String boss = "老板" + group;
    say(group, boss, "成员");
    sayPrivately(boss, "帮助");
    Organization organization = LargeTeam.of(organizations, "simulator:" + boss);
    String id = organization.id();
    LargeTeam.enrol(organizations, id, "bench");
    for (String line :
        List.of(
            "目标 电话营销员 意向 每日 10",
            "目标 电话营销员 签单 每月 24",
            LargeTeam.targets("回款", "100万", LargeTeam.storeNames()),
            "评分 设置 日志质量 员1")) {
      String reply = say(group, boss, line);
      if (!reply.startsWith("已定") && !reply.startsWith("已导入")) {
        throw new IllegalStateException(reply);
      }
    }
    new LargeTeam(id, ledger, mongo).fill(YearMonth.of(2026, 9), 4);
    marks(id);
    String owner = organization.members().get(0).id();
    schemes.update(
        id,
        none ->
            List.of(
                FortyRules.scheme(
                    id,
                    owner,
                    DECEMBER,
                    name -> metrics.find(id, name).map(Metric::id).orElseThrow())));
    // Through the closing; from then on nothing more falls due while it measures.
    at(LocalDateTime.of(2026, 12, 31, 23, 50));
    turnClockTo(LocalDateTime.of(2027, 1, 1, 9, 0));
    return id;
  }

  /** Everybody's score of December on the sheet 日志质量. */
  private void marks(String id) {
    List<Document> marks = new ArrayList<>();
    for (int member = 2; member <= LargeTeam.MEMBERS; member++) {
      Document mark =
          new Document("assessorId", "b1")
              .append("points", new Decimal128(40 + member * 7 % 61))
              .append("at", new Date())
              .append("messageKey", "m" + member);
      marks.add(
          new Document("_id", id + "|日志质量|2026-12|b" + member)
              .append("organizationId", id)
              .append("memberId", "b" + member)
              .append("revision", 1L)
              .append("marks", List.of(mark)));
    }
    mongo.getCollection("incentive_marks").insertMany(marks);
  }
}
