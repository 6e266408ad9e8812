package io.github.xunbang.bench;

import io.github.xunbang.command.Access;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** 2,000 people in 36 stores of 12 districts, with whole months of reports. */
record LargeTeam(String organizationId, Ledger ledger, MongoTemplate mongo) {

  static final int MEMBERS = 2_000;
  static final int STORES = 36;

  private static final int DISTRICTS = 12;
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

  /** Everybody besides those who are there, known in chat as {@code channel:u<number>}. */
  static void enrol(OrganizationService organizations, String organizationId, String channel) {
    organizations.change(
        organizationId,
        before -> {
          List<Member> members = new ArrayList<>(before.members());
          for (int i = 1; i <= MEMBERS; i++) {
            members.add(
                new Member(
                    "b" + i,
                    name(i),
                    Access.MEMBER,
                    "电话营销员",
                    "s" + i % STORES,
                    List.of(channel + ":u" + i),
                    FIRST,
                    null));
          }
          return before.withStructure(before.structure().withUnits(units())).withMembers(members);
        });
  }

  static String name(int member) {
    return "员" + member;
  }

  static String store(int store) {
    return "测" + (store + 1) + "店";
  }

  private static List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < DISTRICTS; i++) {
      units.add(new Unit("d" + i, "测" + (i + 1) + "区", "小区", null, List.of(), FIRST, null));
    }
    for (int i = 0; i < STORES; i++) {
      units.add(new Unit("s" + i, store(i), "门店", "d" + i % DISTRICTS, List.of(), FIRST, null));
    }
    return units;
  }

  /** A sheet for 目标 导入 with one number for each of these. */
  static String targets(String metric, String number, List<String> names) {
    return "目标 导入 本月\n名称\t"
        + metric
        + "\n"
        + names.stream().map(name -> name + "\t" + number).collect(Collectors.joining("\n"));
  }

  static List<String> memberNames() {
    return IntStream.rangeClosed(1, MEMBERS).mapToObj(LargeTeam::name).toList();
  }

  static List<String> storeNames() {
    return IntStream.range(0, STORES).mapToObj(LargeTeam::store).toList();
  }

  /**
   * Posts one member's month of workdays through the ledger and copies the stored document for
   * everybody else, stores included, with figures of their own: around 22 deals a month, some days
   * missing, some reported the morning after.
   */
  void fill(YearMonth first, int months) {
    for (int i = 0; i < months; i++) {
      YearMonth month = first.plusMonths(i);
      month
          .atDay(1)
          .datesUntil(month.atEndOfMonth().plusDays(1))
          .filter(day -> day.getDayOfWeek().getValue() <= 5)
          .forEach(this::postModel);
      Document model =
          mongo
              .getCollection("ledger")
              .find(new Document("_id", organizationId + "|model|" + month))
              .first();
      MonthCopies copies = new MonthCopies(organizationId, model);
      List<Document> all = new ArrayList<>();
      for (int member = 1; member <= MEMBERS; member++) {
        all.add(copies.of("b" + member, month, 1 + member * 7919 % 997));
      }
      for (int store = 0; store < STORES; store++) {
        all.add(copies.of("s" + store, month, 1 + store * 271 % 997));
      }
      mongo.getCollection("ledger").insertMany(all);
    }
  }

  private void postModel(LocalDate day) {
    List<FigureChange> figures =
        List.of(
            new FigureChange("yixiang", FigureChange.Operation.SET, BigDecimal.TEN),
            new FigureChange("qiandan", FigureChange.Operation.SET, BigDecimal.ONE),
            new FigureChange("huikuan", FigureChange.Operation.SET, new BigDecimal("35000")));
    ledger.post(
        new Posting(
            organizationId,
            "bench|" + day,
            "model",
            Instant.parse(day + "T13:40:00Z"),
            "日报 意向10 签单1 回款3.5万",
            LedgerEntry.Reason.REPORT,
            List.of(new SubjectChange("model", day, figures, Map.of()))),
        PostingCheck.NONE);
  }

  /** The organization that the first line in a group made. */
  static Organization of(OrganizationService organizations, String identity) {
    return organizations.organizationsOf(identity).get(0);
  }
}
