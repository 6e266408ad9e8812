package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.TestCommands;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Who is speaking, what a crash between two writes leaves, and many writers at once. */
class MongoOrganizationServiceIT {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 3);

  private EmbeddedTestDatabase database;
  private Installation installation;
  private Organization team;

  @BeforeEach
  void start() {
    database = EmbeddedTestDatabase.inMemory();
    installation = new Installation(database.template(), "aibot:boss");
    team = installation.organizations.create("华东一队", false);
    installation.organizations.bind(Installation.GROUP, team.id());
    installation.organizations.enrol(
        team.id(), "aibot:zhangmin", "张敏", "电话营销员", "一组", Access.MEMBER);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aMemberIsKnownInTheGroupAndInPrivate() {
    Caller inGroup = identify(Installation.GROUP, "zhangmin");
    Caller inPrivate = identify(Conversation.privateChat("aibot", "zhangmin"), "zhangmin");

    assertThat(inGroup)
        .extracting(Caller::organizationId, Caller::memberId, Caller::name, Caller::access)
        .containsExactly(team.id(), "m1", "张敏", Access.MEMBER);
    assertThat(inPrivate.organizationId()).isEqualTo(team.id());
    assertThat(inPrivate.memberId()).isEqualTo("m1");
  }

  @Test
  void strangersAreGuestsEverywhere() {
    assertThat(identify(Installation.GROUP, "nobody").access()).isEqualTo(Access.GUEST);
    assertThat(identify(Installation.GROUP, "nobody").name()).isEqualTo("这位同事");
    assertThat(identify(Conversation.group("aibot", "g9"), "zhangmin"))
        .extracting(Caller::organizationId, Caller::access)
        .containsExactly(null, Access.GUEST);
    assertThat(identify(Conversation.group("onebot", "g1"), "zhangmin").access())
        .isEqualTo(Access.GUEST);
  }

  @Test
  void aMemberOfAnotherOrganizationIsAGuestInThisGroup() {
    Organization other = installation.organizations.create("华北", false);
    installation.organizations.enrol(other.id(), "aibot:spy", "王五", null, null, Access.MANAGER);

    assertThat(identify(Installation.GROUP, "spy"))
        .extracting(Caller::organizationId, Caller::memberId, Caller::access)
        .containsExactly(team.id(), null, Access.GUEST);
  }

  @Test
  void administratorsOfTheInstallationAreAdministratorsEverywhere() {
    assertThat(identify(Conversation.group("aibot", "g9"), "boss").access())
        .isEqualTo(Access.ADMIN);
    assertThat(identify(Conversation.group("onebot", "g9"), "boss").access())
        .isEqualTo(Access.GUEST);
  }

  @Test
  void identifyingAgainReadsNothing() {
    identify(Installation.GROUP, "zhangmin");
    database.template().getDb().drop();

    assertThat(identify(Installation.GROUP, "zhangmin").memberId()).isEqualTo("m1");
  }

  @Test
  void somebodyWhoLeftIsAGuest() {
    database
        .template()
        .updateFirst(
            new Query(),
            new Update().set("members.0.until", "2026-12-02"),
            OrganizationDocument.class);
    Installation restarted = new Installation(database.template(), "");

    Caller caller = restarted.organizations.identify(restarted.message("zhangmin"));

    assertThat(caller.access()).isEqualTo(Access.GUEST);
    assertThat(caller.memberId()).isNull();
    assertThat(restarted.organizations.organizationsOf("aibot:zhangmin")).isEmpty();
    assertThatThrownBy(() -> restarted.say("zhangmin", "我是 张敏"))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining("你已离开");
  }

  @Test
  void enrollingAgainRepairsALostLookup() {
    database.template().getCollection("identities").drop();
    Installation restarted = new Installation(database.template(), "");
    assertThat(restarted.organizations.organizationsOf("aibot:zhangmin")).isEmpty();

    restarted.say("zhangmin", "我是 张敏");

    assertThat(restarted.organizations.organizationsOf("aibot:zhangmin"))
        .extracting(Organization::id)
        .containsExactly(team.id());
    assertThat(restarted.organizations.get(team.id()).members()).hasSize(1);
  }

  @Test
  void aMoveThatDiedHalfwayLeavesTheGroupToNobodyAndTheNextMoveCleansUp() {
    Organization second = installation.organizations.create("第二队", false);
    Organization third = installation.organizations.create("第三队", false);
    installation.lookups.beginMove(Installation.GROUP, second.id());
    Installation restarted = new Installation(database.template(), "");
    assertThat(restarted.organizations.boundTo(Installation.GROUP)).isEmpty();

    restarted.organizations.bind(Installation.GROUP, third.id());

    assertThat(restarted.organizations.boundTo(Installation.GROUP))
        .map(Organization::id)
        .contains(third.id());
    assertThat(restarted.organizations.get(team.id()).groups()).isEmpty();
    assertThat(restarted.organizations.get(second.id()).groups()).isEmpty();
  }

  @Test
  void onlySimulatedOrganizationsAreDeleted() {
    Conversation played = Conversation.group("simulator", "s1");
    Organization playground = installation.organizations.create("s1", true);
    installation.organizations.bind(played, playground.id());
    installation.organizations.enrol(
        playground.id(), "simulator:u1", "小明", null, null, Access.ADMIN);

    assertThat(installation.organizations.deleteSimulated()).containsExactly(playground.id());

    assertThat(installation.organizations.all())
        .extracting(Organization::id)
        .containsExactly(team.id());
    assertThat(installation.organizations.boundTo(played)).isEmpty();
    assertThat(installation.organizations.organizationsOf("simulator:u1")).isEmpty();
    assertThat(identify(Installation.GROUP, "zhangmin").access()).isEqualTo(Access.MEMBER);
  }

  @Test
  void twentyPeopleEnrollingAtOnceOnTwoInstancesAreAllThere() throws Exception {
    Installation second = new Installation(database.template(), "aibot:boss");
    List<Callable<Boolean>> enrolments = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      String name = "组员" + number;
      String identity = "aibot:u" + number;
      enrolments.add(enrolment(number % 2 == 0 ? installation : second, identity, name));
    }
    enrolments.add(enrolment(installation, "aibot:li1", "李强"));
    enrolments.add(enrolment(second, "aibot:li2", "李强"));

    int refused = 0;
    ExecutorService workers = Executors.newFixedThreadPool(enrolments.size());
    for (Future<Boolean> enrolled : workers.invokeAll(enrolments)) {
      refused += enrolled.get() ? 0 : 1;
    }
    workers.shutdown();

    assertThat(refused).isEqualTo(1);
    Organization stored = new Installation(database.template(), "").organizations.get(team.id());
    assertThat(stored.members()).extracting(Member::name).doesNotHaveDuplicates().hasSize(22);
    assertThat(stored.members()).extracting(Member::id).doesNotHaveDuplicates();
    assertThat(stored.members())
        .extracting(Member::name)
        .containsAll(IntStream.range(0, 20).mapToObj(number -> "组员" + number).toList());
    assertThat(stored.memberNamed("李强", DAY)).isPresent();
  }

  @Test
  void twoThousandMembersFit() {
    Organization big = installation.organizations.create("大队", false);
    List<Member> many =
        IntStream.rangeClosed(1, 2000)
            .mapToObj(
                number ->
                    new Member(
                        "m" + number,
                        "成员" + number,
                        Access.MEMBER,
                        "电话营销员",
                        "第" + number % 60 + "组",
                        List.of("aibot:wo-very-long-vendor-identity-" + number),
                        DAY,
                        null))
            .toList();
    new OrganizationRepository(database.template())
        .update(big.id(), organization -> OrganizationChange.members(organization, many));

    installation.organizations.enrol(big.id(), "aibot:new", "新人甲", null, null, Access.MEMBER);

    Organization stored = installation.organizations.get(big.id());
    assertThat(stored.member("m2001")).map(Member::name).contains("新人甲");
    assertThat(stored.memberNamed("成员1999", DAY)).map(Member::id).contains("m1999");
  }

  private static Callable<Boolean> enrolment(Installation instance, String identity, String name) {
    String organizationId = instance.organizations.all().get(0).id();
    return () -> {
      try {
        instance.organizations.enrol(organizationId, identity, name, null, null, Access.MEMBER);
        return true;
      } catch (CommandRejectedException taken) {
        return false;
      }
    };
  }

  private Caller identify(Conversation where, String user) {
    InboundMessage message = TestCommands.message("x", where, user, null, "hi", Installation.NOW);
    return installation.organizations.identify(message);
  }
}
