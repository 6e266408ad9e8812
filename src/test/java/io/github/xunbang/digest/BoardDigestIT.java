package io.github.xunbang.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.Chain;
import io.github.xunbang.boards.FakeFigures;
import io.github.xunbang.boards.FakeLedger;
import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.FakeOutbox;
import io.github.xunbang.boards.FakeSchedule;
import io.github.xunbang.boards.FakeTargets;
import io.github.xunbang.boards.FakeWorkdays;
import io.github.xunbang.boards.Snapshot;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationCreated;
import io.github.xunbang.organization.QuietHours;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The rooms closing and ranking and the boards of digest together, over one database. */
class BoardDigestIT {

  private final Organization team =
      Teams.of("张敏", "李强", "王芳", "赵磊", "孙倩", "周杰", "吴霞", "郑凯", "冯雪", "陈涛", "楚云", "卫东", "蒋丽", "沈平");
  private final FakeLedger ledger = new FakeLedger();
  private final FakeTargets targets = new FakeTargets();
  private final FakeOrganizations organizations = new FakeOrganizations(team);
  private final FakeSchedule schedule = new FakeSchedule();
  private final FakeOutbox outbox = new FakeOutbox();
  private final BusinessClock clock =
      new BusinessClock(Clock.fixed(team.createdAt(), ZoneId.of("Asia/Shanghai")));
  private EmbeddedTestDatabase mongo;
  private AnnotationConfigApplicationContext instance;

  @BeforeEach
  void start() {
    mongo = EmbeddedTestDatabase.inMemory();
    schedule.beforeEach = clock::moveTo;
    instance = startInstance();
    instance.publishEvent(new OrganizationCreated("o1"));
  }

  @AfterEach
  void stop() {
    instance.close();
    mongo.close();
  }

  @Test
  void postsTheFrozenBoardAtFivePastClosing() {
    reportABusyTenDays();
    schedule.runDue(at("2026-11-21T08:34"));
    assertThat(xunPosts()).hasSize(1);

    schedule.runDue(at("2026-11-21T08:35"));

    assertThat(xunPosts())
        .extracting(Post::key)
        .containsExactly(
            "xunbang|o1|XUN|2026-11-01|simulator|g|g1", "xunbang|o1|XUN|2026-11-11|simulator|g|g1");
    assertThat(xunPosts()).extracting(Post::lane).containsOnly(Post.Lane.BOARD);
    Snapshot.assertMatches(
        BoardDigestIT.class,
        "postsTheFrozenBoardAtFivePastClosing.txt",
        xunPosts().get(1).message().text());
  }

  @Test
  void aCorrectionBetweenClosingAndPostingDoesNotAlterTheBoard() {
    ledger.put("m0", "2026-11-03", "qiandan", "2");
    schedule.runDue(at("2026-11-11T08:31"));
    ledger.put("m0", "2026-11-03", "qiandan", "9").put("m1", "2026-11-03", "qiandan", "5");

    schedule.runDue(at("2026-11-11T08:36"));

    assertThat(xunPosts().get(0).message().text())
        .startsWith("【旬榜】2026年11月上旬 第1期\n")
        .contains("1. 张敏 2单")
        .doesNotContain("9单", "1. 李强");
  }

  @Test
  void whatWasStillPendingAtClosingIsOnTheBoard() {
    ledger.pending("m0", "2026-11-10", "qiandan", "3");

    schedule.runDue(at("2026-11-11T08:36"));

    assertThat(xunPosts().get(0).message().text()).contains("1. 张敏 3单");
  }

  @Test
  void twoInstancesAndARestartPostOnce() {
    ledger.put("m0", "2026-11-03", "qiandan", "2");
    try (AnnotationConfigApplicationContext second = startInstance()) {
      schedule.runDue(at("2026-11-11T08:36"));
    }
    Job again =
        new Job("again", "digest.board", "o1", clock.instant(), Map.of("start", "2026-11-01"));
    instance.getBeansOfType(BoardDigest.class).values().forEach(digest -> digest.run(again));

    assertThat(xunPosts()).hasSize(1);
  }

  @Test
  void withoutAnyFigureNothingIsPostedAndNoNumberIsUsed() {
    ledger.put("m0", "2026-11-15", "qiandan", "1");

    schedule.runDue(at("2026-11-21T08:36"));

    assertThat(xunPosts()).hasSize(1);
    assertThat(xunPosts().get(0).message().text()).startsWith("【旬榜】2026年11月中旬 第1期\n");
  }

  @Test
  void aBoardMissedWhileTheServiceWasDownIsPostedLateAndOnce() {
    ledger.put("m0", "2026-11-03", "qiandan", "2");

    schedule.runDue(at("2026-11-13T12:00"));
    schedule.runDue(at("2026-11-14T12:00"));

    assertThat(xunPosts()).hasSize(1);
  }

  @Test
  void aMonthOfAChainIsPostedPerClassAndADistrictReadsItsOwn() {
    organizations.put(chain());
    targets.put("s1", "yeji", "30000", "40000").put("s2", "yeji", "20000", null);
    ledger.put("m0", "2025-11-02", "yeji", "8000").put("m0", "2026-11-02", "yeji", "9000");
    ledger.put("m1", "2026-11-12", "yeji", "26000").put("m2", "2026-11-25", "yeji", "3000");
    ledger.put("s1", "2026-11-25", "yeji", "21000").put("s3", "2026-11-26", "yeji", "500");

    schedule.runDue(at("2026-12-01T08:36"));

    Snapshot.assertMatches(
        BoardDigestIT.class,
        "aMonthOfAChainIsPostedPerClassAndADistrictReadsItsOwn.txt",
        outbox.posts().stream()
            .filter(post -> post.key().contains("|MONTH|"))
            .map(post -> post.key() + "\n" + post.message().text())
            .collect(Collectors.joining("\n\n====\n")));
  }

  @Test
  void aLateFigureIsOneNumberedLineThatNamesThePlacesItWouldChange() {
    ledger.put("m0", "2026-11-03", "qiandan", "2").put("m1", "2026-11-03", "qiandan", "5");
    ledger.put("m2", "2026-11-03", "qiandan", "3");
    schedule.runDue(at("2026-11-11T08:36"));
    ledger.put("m0", "2026-11-03", "qiandan", "4");

    instance.publishEvent(late("a", "m0", "qiandan"));
    instance.publishEvent(late("a", "m0", "qiandan"));
    ledger.put("m0", "2026-11-03", "qiandan", "4.5");
    instance.publishEvent(late("b", "m0", "qiandan"));
    instance.publishEvent(late("c", "m1", "qiandan"));

    assertThat(corrections())
        .containsExactly(
            "【更正1】11月上旬 张敏 签单2→4，第3名升到第2名，王芳第2→3名；原榜不变",
            "【更正2】11月上旬 张敏 签单2→4.5，第3名升到第2名，王芳第2→3名；原榜不变",
            "【更正3】11月上旬 李强 签单5→5，名次不变，王芳第2→3名、张敏第3→2名；原榜不变");
  }

  @Test
  void aDistrictGroupReadsCorrectionsOfItsOwnPeopleOnly() {
    organizations.put(chain());
    ledger.put("m0", "2026-11-03", "qiandan", "2").put("m2", "2026-11-03", "qiandan", "5");
    schedule.runDue(at("2026-11-11T08:36"));
    ledger.put("m2", "2026-11-03", "qiandan", "6");

    instance.publishEvent(late("a", "m2", "qiandan"));

    assertThat(outbox.posts())
        .filteredOn(post -> post.key().startsWith("correction"))
        .extracting(Post::conversation)
        .containsExactly(Teams.GROUP);
    assertThat(corrections()).containsExactly("【更正1】11月上旬 王芳 签单5→6，名次不变；原榜不变");
  }

  private List<String> corrections() {
    return outbox.posts().stream()
        .map(post -> post.message().text())
        .filter(text -> text.startsWith("【更正"))
        .toList();
  }

  private LateFiguresPosted late(String key, String subject, String metric) {
    return new LateFiguresPosted(
        "o1",
        key,
        subject,
        LocalDate.of(2026, 11, 3),
        List.of(new LedgerEntry.Step(metric, null, BigDecimal.ONE)),
        clock.instant());
  }

  private static Organization chain() {
    return new Chain()
        .unit("d1", "一区", "小区", null, null)
        .unit("d2", "二区", "小区", null, null)
        .unit("s1", "五店", "门店", "d1", "A")
        .unit("s2", "六店", "门店", "d1", "A")
        .unit("s3", "七店", "门店", "d2", "C")
        .member("m0", "张敏", "s1")
        .member("m1", "李强", "s2")
        .member("m2", "王芳", "s3")
        .build();
  }

  private List<Post> xunPosts() {
    return outbox.posts().stream().filter(post -> post.key().contains("|XUN|")).toList();
  }

  /** Telesales and field reps: not everybody reports everything. */
  private void reportABusyTenDays() {
    int[] before = {9, 8, 12, 3, 5, 6, 1, 2, 4, 7, 10, 11};
    int[] leads = {24, 30, 18, 18, 9, 7, 6, 5, 4, 3, 22, 26};
    for (int member = 0; member < leads.length; member++) {
      ledger.put("m" + member, "2026-11-05", "yixiang", String.valueOf(before[member]));
      ledger.put("m" + member, "2026-11-12", "yixiang", String.valueOf(leads[member]));
    }
    ledger.put("m0", "2026-11-20", "qiandan", "2").put("m2", "2026-11-13", "qiandan", "2");
    ledger.put("m1", "2026-11-13", "qiandan", "0").put("m12", "2026-11-13", "qiandan", "0.5");
    ledger.put("m0", "2026-11-20", "yeji", "35000").put("m2", "2026-11-13", "yeji", "9900.50");
  }

  private AnnotationConfigApplicationContext startInstance() {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(MongoTemplate.class, (Supplier<MongoTemplate>) () -> mongo.template());
    context.registerBean(BusinessClock.class, () -> clock);
    context.registerBean(FakeLedger.class, () -> ledger);
    context.registerBean(FakeMetrics.class);
    context.registerBean(FakeFigures.class, () -> new FakeFigures(ledger));
    context.registerBean(FakeTargets.class, () -> targets);
    context.registerBean(
        FakeWorkdays.class, () -> new FakeWorkdays(Set.of(), (member, day) -> false));
    context.registerBean(LeaveCalendar.class, () -> (organizationId, day) -> Set.of());
    context.registerBean(FakeOrganizations.class, () -> organizations);
    context.registerBean(FakeSchedule.class, () -> schedule);
    context.registerBean(FakeOutbox.class, () -> outbox);
    context.registerBean(AutoPosts.class, AlwaysOn::new);
    context.scan("io.github.xunbang.closing", "io.github.xunbang.ranking");
    context.register(
        BoardDigest.class,
        BoardSwitches.class,
        BoardSwitchConfiguration.class,
        LateCorrections.class,
        CorrectionsRepository.class);
    context.refresh();
    context.getBeansOfType(JobHandler.class).values().forEach(schedule::handleWith);
    return context;
  }

  /** Every post is on, at its default times. */
  private static final class AlwaysOn implements AutoPosts {

    @Override
    public Optional<Instant> next(AutoPost post, String organizationId, Instant after) {
      return Optional.empty();
    }

    @Override
    public List<LocalTime> times(AutoPost post, Organization organization) {
      return post.times();
    }

    @Override
    public boolean isOn(AutoPost post, Organization organization) {
      return true;
    }

    @Override
    public boolean isPaused(Organization organization, Instant instant) {
      return false;
    }

    @Override
    public QuietHours quietHours(Organization organization) {
      return QuietHours.DEFAULT;
    }
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }
}
