package io.github.xunbang.simulator;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page needs beside messages: who and what is on stage, the demo team, a fresh start. */
@RestController
@ConditionalOnSimulator
@RequestMapping("/simulator/api")
class StageController {

  private static final String IDENTITY = SimulatorChannel.NAME + ":";

  private final LineRepository lines;
  private final OrganizationService organizations;
  private final SimulatorClock simulatorClock;
  private final BusinessClock clock;
  private final SimulatorReset reset;
  private final DemoStage demo;

  StageController(
      LineRepository lines,
      OrganizationService organizations,
      SimulatorClock simulatorClock,
      BusinessClock clock,
      SimulatorReset reset,
      DemoStage demo) {
    this.lines = lines;
    this.organizations = organizations;
    this.simulatorClock = simulatorClock;
    this.clock = clock;
    this.reset = reset;
    this.demo = demo;
  }

  @GetMapping("/stage")
  Stage stage() {
    return new Stage(
        now(), !simulatorClock.isReal(), lines.conversations().stream().map(this::scene).toList());
  }

  @PostMapping("/reset")
  Fresh reset(@RequestBody(required = false) @Nullable ResetWish wish) {
    int deleted = reset.reset(wish != null && Boolean.TRUE.equals(wish.clock()));
    return new Fresh(deleted, now());
  }

  /** Without a body the usual team. */
  @PostMapping("/demo")
  DemoStage.Loaded demo(@RequestBody(required = false) @Nullable DemoWish wish) {
    String wished = wish == null ? null : wish.team();
    String name = wished == null ? demo.names().get(0) : wished;
    if (!demo.names().contains(name)) {
      throw new BadRequestException("没有这个示范团队，可选：" + String.join("、", demo.names()));
    }
    return demo.load(name);
  }

  private String now() {
    return ClockController.Now.of(simulatorClock.now().atZone(clock.getZone())).now();
  }

  private Scene scene(ConversationDocument conversation) {
    boolean group = conversation.kind() == Conversation.Kind.GROUP;
    Organization organization =
        group
            ? organizations
                .boundTo(Conversation.group(SimulatorChannel.NAME, conversation.name()))
                .orElse(null)
            : null;
    return new Scene(
        conversation.name(),
        group,
        conversation.lines(),
        organization == null ? List.of() : people(organization));
  }

  private List<Person> people(Organization organization) {
    LocalDate today = organization.businessDay().of(simulatorClock.now());
    return organization.activeMembers(today).stream()
        .flatMap(
            member ->
                member.identities().stream()
                    .filter(identity -> identity.startsWith(IDENTITY))
                    .limit(1)
                    .map(identity -> person(organization, member, identity)))
        .toList();
  }

  private static Person person(Organization organization, Member member, String identity) {
    return new Person(
        identity.substring(IDENTITY.length()),
        member.name(),
        member.access().name(),
        member.position() == null ? "" : member.position(),
        organization.units().unit(member.unitId()).map(Unit::name).orElse(""));
  }

  /**
   * The page's picture of everything.
   *
   * @param now business time with offset
   * @param turnable whether the clock can be turned
   * @param scenes conversations
   */
  record Stage(String now, boolean turnable, List<Scene> scenes) {}

  /**
   * One conversation.
   *
   * @param name group, or user of the private chat
   * @param group whether it is a group
   * @param lines number of its last line
   * @param people who can speak there
   */
  record Scene(String name, boolean group, long lines, List<Person> people) {}

  /**
   * Somebody to speak as.
   *
   * @param user user id
   * @param name shown name
   * @param access access level
   * @param position job, or empty
   * @param unit group or store, or empty
   */
  record Person(String user, String name, String access, String position, String unit) {}

  /**
   * Body of a reset, optional.
   *
   * @param clock whether time becomes real again if no organization is left
   */
  record ResetWish(@Nullable Boolean clock) {}

  /**
   * Body of a demo request, optional.
   *
   * @param team the team's name
   */
  record DemoWish(@Nullable String team) {}

  /**
   * What a reset did.
   *
   * @param deletedOrganizations how many went
   * @param now business time after it
   */
  record Fresh(int deletedOrganizations, String now) {}
}
