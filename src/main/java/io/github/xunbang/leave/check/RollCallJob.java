package io.github.xunbang.leave.check;

import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.leave.Outing;
import io.github.xunbang.leave.Outings;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.Post.Lane;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ends a roll call: the names go to whoever asked, in private; the group reads a count. Posts are
 * keyed, so that running it again says nothing twice.
 */
@Component
class RollCallJob implements JobHandler {

  private final RollCallRepository repository;
  private final OrganizationService organizations;
  private final Outings outings;
  private final OutboxService outbox;
  private final CommandCatalog catalog;

  RollCallJob(
      RollCallRepository repository,
      OrganizationService organizations,
      Outings outings,
      OutboxService outbox,
      CommandCatalog catalog) {
    this.repository = repository;
    this.organizations = organizations;
    this.outings = outings;
    this.outbox = outbox;
    this.catalog = catalog;
  }

  /**
   * How it came out.
   *
   * @param answered {@code 张敏3分钟}, quickest first
   * @param out on an outing, by their answer or by a slip
   * @param silent the others
   */
  private record Outcome(List<String> answered, List<Member> out, List<Member> silent) {}

  @Override
  public String kind() {
    return RollCallDesk.KIND;
  }

  @Override
  public void run(Job job) {
    LocalDate day = LocalDate.parse(job.data().get("day"));
    String key = job.data().get("key");
    repository
        .find(job.organizationId(), day)
        .find(key)
        .ifPresent(call -> end(organizations.get(job.organizationId()), day, call));
  }

  private void end(Organization organization, LocalDate day, RollCall call) {
    Outcome outcome = outcome(organization, day, call);
    String key = RollCallDesk.KIND + "|" + organization.id() + "|" + call.key();
    post(key + "|summary", organization, call.leader(), summary(call, outcome));
    int answered = outcome.answered().size() + outcome.out().size();
    String count =
        texts()
            .text(
                answered == 0 ? "overNobody" : "over",
                Map.of("count", call.members().size(), "answered", answered));
    post(key + "|count", organization, call.group(), count);
  }

  private Outcome outcome(Organization organization, LocalDate day, RollCall call) {
    Map<String, RollCallAnswer> answers =
        repository.answers(organization.id(), day, call).stream()
            .collect(Collectors.toMap(RollCallAnswer::memberId, answer -> answer));
    Set<String> onTheRoad =
        outings.on(organization.id(), day).stream()
            .filter(outing -> !outing.fromReport() && !outing.back())
            .map(Outing::memberId)
            .collect(Collectors.toSet());
    List<Member> out = new ArrayList<>();
    List<Member> silent = new ArrayList<>();
    for (String id : call.members()) {
      Optional<RollCallAnswer> answer = Optional.ofNullable(answers.get(id));
      boolean away = answer.map(RollCallAnswer::outing).orElse(onTheRoad.contains(id));
      if (answer.isEmpty() || away) {
        organization.member(id).ifPresent((away ? out : silent)::add);
      }
    }
    return new Outcome(answered(organization, call, answers), out, silent);
  }

  private static List<String> answered(
      Organization organization, RollCall call, Map<String, RollCallAnswer> answers) {
    return answers.values().stream()
        .filter(answer -> !answer.outing())
        .sorted(Comparator.comparing(RollCallAnswer::at))
        .flatMap(
            answer ->
                organization.member(answer.memberId()).stream()
                    .map(member -> RollCallNames.of(member) + answer.minutes(call) + "分钟"))
        .toList();
  }

  private String summary(RollCall call, Outcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add(
        texts().text("summary", Map.of("label", call.label(), "count", call.members().size())));
    if (!outcome.answered().isEmpty()) {
      lines.add(line("answered", outcome.answered()));
    }
    if (!outcome.out().isEmpty()) {
      lines.add(line("out", names(outcome.out())));
    }
    if (!outcome.silent().isEmpty()) {
      lines.add(line("silent", names(outcome.silent())));
    }
    return String.join("\n", lines);
  }

  private static List<String> names(List<Member> members) {
    return members.stream().map(RollCallNames::of).toList();
  }

  private String line(String key, List<String> names) {
    return texts().text(key, Map.of("count", names.size(), "names", RollCallNames.joined(names)));
  }

  private void post(String key, Organization organization, Conversation to, String text) {
    outbox.enqueue(new Post(key, organization.id(), to, Lane.REMINDER, OutboundMessage.text(text)));
  }

  private CommandDefinition texts() {
    return catalog.find(RollCallCommands.NAME).orElseThrow();
  }
}
