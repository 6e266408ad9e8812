package io.github.xunbang.incentive.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.Access;
import io.github.xunbang.incentive.oracle.World.Fact;
import io.github.xunbang.incentive.oracle.World.Lines;
import io.github.xunbang.incentive.oracle.World.Paid;
import io.github.xunbang.incentive.oracle.World.Person;
import io.github.xunbang.incentive.oracle.World.Sale;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry.Reason;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lets a world happen in the service: roster and reports directly, everything else by chat. */
final class Stage {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String CUSTOMERS = "赵钱孙李周吴郑王冯陈褚卫";
  // In the order of their code points: of people who joined on one day that is the order.
  private static final String SURNAMES = "何刘张杨林郭马黄";
  private static final String UNIT_NAMES = "一二三";

  private final World world;
  private final OrganizationService organizations;
  private final Ledger ledger;
  private final List<String> posts;
  private final Chat chat;
  private final String group;
  private final String mark;

  /** How people speak to the service, and the clock. */
  interface Chat {
    String say(String group, String user, String text);

    /** Sets the clock, without what falls due in between. */
    void at(LocalDateTime shanghai);

    /** Turns the clock through everything that falls due, closings above all. */
    void turnTo(LocalDateTime shanghai);
  }

  Stage(
      long seed,
      String mark,
      World world,
      OrganizationService organizations,
      Ledger ledger,
      List<String> posts,
      Chat chat) {
    this.mark = mark;
    this.world = world;
    this.organizations = organizations;
    this.ledger = ledger;
    this.posts = posts;
    this.chat = chat;
    this.group = "对账" + seed;
  }

  /** Everything that happened, up to the day after the last month. */
  Organization play() {
    chat.at(World.FIRST.atDay(1).atTime(8, 10));
    Organization organization = organizations.create(group, true);
    organizations.bind(Conversation.group("simulator", group), organization.id());
    organizations.change(
        organization.id(),
        before ->
            before
                .withStructure(before.structure().withUnits(units()))
                .withMembers(world.people().stream().map(this::member).toList()));
    // As by 关闭: nobody reads the posts of sixteen months, and they take most of the time.
    organizations.set(
        organization.id(),
        posts.stream().collect(Collectors.toMap(post -> "开关·" + post, post -> "关")));
    settings();
    sell();
    chat.at(World.FIRST.plusMonths(World.MONTHS).atDay(1).atTime(9, 30));
    return organizations.get(organization.id());
  }

  /**
   * Posts the reports, each person's in order of time, several people at once: their writes then
   * share the store's commits.
   */
  void report(String organizationId, UnaryOperator<String> metricId) {
    world.people().parallelStream()
        .forEach(
            person ->
                world.facts().stream()
                    .filter(fact -> fact.person() == person.number())
                    .forEach(fact -> report(organizationId, fact, metricId)));
  }

  private void report(String organizationId, Fact fact, UnaryOperator<String> metricId) {
    List<FigureChange> figures =
        fact.values().entrySet().stream()
            .map(
                value ->
                    new FigureChange(
                        metricId.apply(value.getKey()),
                        FigureChange.Operation.SET,
                        value.getValue()))
            .toList();
    ledger.post(
        new Posting(
            organizationId,
            String.join("|", "oracle", mark, fact.person() + "", fact.day() + "", fact.at() + ""),
            "p" + fact.person(),
            fact.at().atZone(SHANGHAI).toInstant(),
            "日报",
            reason(fact),
            List.of(new SubjectChange("p" + fact.person(), fact.day(), figures, Map.of()))),
        PostingCheck.NONE);
  }

  private static Reason reason(Fact fact) {
    if (fact.correction()) {
      return Reason.CORRECTION;
    }
    return fact.at().toLocalDate().equals(fact.day()) ? Reason.REPORT : Reason.BACKFILL;
  }

  private Member member(Person person) {
    List<Assignment> assignments = new ArrayList<>();
    assignments.add(new Assignment(person.since(), person.job(), "u" + person.unit()));
    if (person.movesOn() != null) {
      assignments.add(new Assignment(person.movesOn(), person.job(), "u" + person.laterUnit()));
    }
    return new Member(
        "p" + person.number(),
        name(person.number()),
        person.number() == 0 ? Access.MANAGER : Access.MEMBER,
        assignments,
        false,
        List.of("simulator:" + name(person.number())),
        person.since(),
        person.until());
  }

  private List<Unit> units() {
    return IntStream.range(0, world.units())
        .mapToObj(
            unit ->
                new Unit(
                    "u" + unit,
                    UNIT_NAMES.charAt(unit) + "组",
                    Translation.UNIT_KIND,
                    null,
                    List.of(),
                    World.FIRST.atDay(1),
                    null))
        .toList();
  }

  private void settings() {
    manager("设置 工作日 每天", "已改好");
    if (!world.deals().isEmpty()) {
      manager("设置 签单来源 签单", "已改好");
    }
    world
        .quotas()
        .forEach(
            (job, quotas) ->
                quotas.forEach(
                    (metric, quota) ->
                        manager("目标 岗位" + job + " " + metric + " 每月 " + quota, metric)));
    for (Map.Entry<Integer, Lines> goal : world.unitGoals().entrySet()) {
      manager(
          "目标 %s组 业绩 每月 %s元 奋斗 %s元"
              .formatted(
                  UNIT_NAMES.charAt(goal.getKey()),
                  goal.getValue().base(),
                  goal.getValue().stretch()),
          "业绩");
    }
    world.leave().forEach(this::takeLeave);
  }

  /** One line for each run of days. */
  private void takeLeave(int person, Set<LocalDate> days) {
    for (LocalDate first : days) {
      if (!days.contains(first.minusDays(1))) {
        LocalDate last = first;
        while (days.contains(last.plusDays(1))) {
          last = last.plusDays(1);
        }
        chat.at(first.atTime(8, 5));
        manager(
            "请假 %s %02d-%02d到%02d-%02d 事假"
                .formatted(
                    name(person),
                    first.getMonthValue(),
                    first.getDayOfMonth(),
                    last.getMonthValue(),
                    last.getDayOfMonth()),
            "已登记");
      }
    }
  }

  private void manager(String line, String answer) {
    assertThat(chat.say(group, name(0), line)).as(line).contains(answer);
  }

  private void sell() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < world.deals().size(); i++) {
      steps.addAll(steps(i, world.deals().get(i)));
    }
    steps.sort(Comparator.comparing(Step::day).thenComparing(Step::deal));
    int[] numbers = new int[world.deals().size()];
    int signed = 0;
    for (Step step : steps) {
      LocalDateTime at = step.day().atTime(11, 20);
      if (step.closings()) {
        chat.turnTo(at);
      } else {
        chat.at(at);
      }
      if (step.text().startsWith("签单")) {
        numbers[step.deal()] = ++signed;
      }
      String line = step.text().replace("#", "#" + numbers[step.deal()]);
      String answer = chat.say(group, name(step.speaker()), line);
      assertThat(answer).as(line).contains(step.answer());
    }
  }

  private List<Step> steps(int number, Sale sale) {
    String customer = CUSTOMERS.charAt(number) + "女士";
    List<Step> steps = new ArrayList<>();
    String partner = sale.partner() == null ? "" : " 协作 " + name(sale.partner());
    steps.add(
        new Step(
            sale.signedOn(),
            number,
            sale.owner(),
            "签单 " + customer + " " + plain(sale.amount()) + partner,
            "已登记"));
    if (sale.partner() != null) {
      steps.add(new Step(sale.signedOn(), number, sale.partner(), "是", "已确认"));
    }
    for (Paid paid : sale.payments()) {
      steps.add(new Step(paid.day(), number, sale.owner(), "回款 # " + plain(paid.amount()), "回款"));
    }
    if (sale.cancelledOn() != null) {
      steps.add(new Step(sale.cancelledOn(), number, 0, "退单 # 客户不装了", "已退单", settled(sale)));
    }
    return steps;
  }

  private static boolean settled(Sale sale) {
    return sale.payments().stream()
        .anyMatch(paid -> YearMonth.from(paid.day()).isBefore(YearMonth.from(sale.cancelledOn())));
  }

  private String name(int person) {
    return SURNAMES.charAt(person) + mark;
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString() + "元";
  }

  /** One line of the sales story. */
  private record Step(
      LocalDate day, int deal, int speaker, String text, String answer, boolean closings) {

    Step(LocalDate day, int deal, int speaker, String text, String answer) {
      this(day, deal, speaker, text, answer, false);
    }
  }
}
