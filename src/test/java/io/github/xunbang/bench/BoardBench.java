package io.github.xunbang.bench;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.ranking.BoardRequest;
import io.github.xunbang.ranking.Entrants;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.ranking.Terms.Basis;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The running boards of a month of 2,000 members in 36 stores, with one and with three years of
 * history: all that {@link LeaderboardService#running} does, last month's places for the movement
 * included. A request makes the boards of all announced metrics.
 */
class BoardBench extends FrontDoorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
  private static final int BOARDS = 30;

  @Autowired private Ledger ledger;
  @Autowired private MongoTemplate mongo;
  @Autowired private OrganizationService organizations;
  @Autowired private LeaderboardService boards;

  @Test
  void boardsOfTwoThousandMembers() throws Exception {
    String organizationId = prepare();
    LargeTeam team = new LargeTeam(organizationId, ledger, mongo);
    team.fill(YearMonth.of(2026, 1), 12);
    List<Measured> oneYear = measureAll(organizationId, "1 year");
    team.fill(YearMonth.of(2024, 1), 24);
    List<Measured> threeYears = measureAll(organizationId, "3 years");
    for (int i = 0; i < oneYear.size(); i++) {
      Measured one = oneYear.get(i);
      Measured three = threeYears.get(i);
      System.out.printf(
          "BOARD %s: best %.0f, p50 %.0f, p99 %.0f ms (aim p50 <= 150); three years to one: %.2f, by"
              + " processor time %.2f%n",
          three.name(),
          three.millis(0),
          three.millis(0.5),
          three.millis(0.99),
          three.millis(0.5) / one.millis(0.5),
          three.cpuMillisEach() / one.cpuMillisEach());
    }
  }

  private String prepare() {
    String group = newGroup();
    String boss = "老板" + group;
    say(group, boss, "成员");
    String id = LargeTeam.of(organizations, "simulator:" + boss).id();
    LargeTeam.enrol(organizations, id, "bench");
    for (String line :
        List.of(
            "目标 电话营销员 意向 每日 10",
            LargeTeam.targets("签单", "24", LargeTeam.memberNames()),
            LargeTeam.targets("回款", "3000万", LargeTeam.storeNames()),
            "目标 团队 回款 今年 9亿")) {
      String reply = say(group, boss, line);
      if (!reply.startsWith("已定") && !reply.startsWith("已导入")) {
        throw new IllegalStateException(reply);
      }
    }
    return id;
  }

  private List<Measured> measureAll(String organizationId, String history) throws Exception {
    Period month = Period.containing(PeriodType.MONTH, TODAY);
    BoardRequest people = BoardRequest.of(month);
    BoardRequest stores = people.of(Entrants.units("门店"));
    Map<String, BoardRequest> requests = new LinkedHashMap<>();
    requests.put("people", people);
    requests.put("people by attainment", people.by(Basis.ATTAINMENT));
    requests.put("36 stores", stores);
    requests.put("36 stores by attainment", stores.by(Basis.ATTAINMENT));
    requests.put("12 districts", people.of(Entrants.units("小区")));
    List<Measured> all = new ArrayList<>();
    for (Map.Entry<String, BoardRequest> one : requests.entrySet()) {
      Measured.closedLoop("warm-up", 1, 0, BOARDS, i -> make(organizationId, one.getValue()));
      Measured measured =
          Measured.closedLoop(
              one.getKey() + ", " + history,
              1,
              0,
              BOARDS,
              i -> make(organizationId, one.getValue()));
      System.out.println(measured);
      all.add(measured);
    }
    return all;
  }

  private void make(String organizationId, BoardRequest request) {
    Organization organization = organizations.get(organizationId);
    if (boards.running(organization, request, TODAY).isEmpty()) {
      throw new IllegalStateException("No board of " + request);
    }
  }
}
