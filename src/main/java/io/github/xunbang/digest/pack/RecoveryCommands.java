package io.github.xunbang.digest.pack;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.digest.pack.RecoveryCase.Answer;
import io.github.xunbang.digest.pack.RecoveryDocument.Round;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 补救: reason and plan for a figure under the line, by whoever is responsible for it, leads it or
 * manages; {@code 补救} lists what waits for one, {@code 补救 检查} what became of the plans. In private
 * only, since it is about who is behind.
 */
@Component
class RecoveryCommands implements CommandHandler {

  private static final int LONGEST = 200;
  private static final Pattern CHECK = Pattern.compile("检查|结果|进展");
  private static final Pattern SAID =
      Pattern.compile("(?s)(.*?)[\\s,，:：]*原因[\\s:：是]*(.+?)[\\s,，;；。]*计划[\\s:：是]*(.+)");

  private final OrganizationService organizations;
  private final RecoveryBook book;

  RecoveryCommands(OrganizationService organizations, RecoveryBook book) {
    this.organizations = organizations;
    this.book = book;
  }

  @Override
  public String name() {
    return "补救";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    String input = call.input().strip();
    if (input.isEmpty()) {
      return list(call, organization, today);
    }
    if (CHECK.matcher(input).matches()) {
      return check(call, organization, today);
    }
    Matcher said = SAID.matcher(input);
    if (!said.matches()) {
      throw call.rejection("usage", Map.of());
    }
    String subject = subject(call, organization, today, said.group(1).strip());
    Answer answer =
        new Answer(
            checked(call, said.group(2)),
            checked(call, said.group(3)),
            call.caller().member(),
            call.message().receivedAt(),
            call.message().key());
    String name = Lag.name(organization, subject);
    return book.answer(organization, subject, answer)
        .map(
            before ->
                call.reply(before.answer() == null ? "stored" : "replaced", Map.of("name", name)))
        .orElseThrow(() -> call.rejection("none", Map.of("name", name)));
  }

  private Reply list(CommandCall call, Organization organization, LocalDate today) {
    List<RecoveryCase> own = own(call, organization, today).toList();
    if (own.isEmpty()) {
      return call.reply("nothing").changingNothing();
    }
    String lines =
        own.stream()
            .map(
                one ->
                    Lag.name(organization, one.subjectId())
                        + (one.answer() == null ? "：等你写原因和计划" : "：已写，下次例会看进展"))
            .collect(Collectors.joining("\n"));
    return call.reply("list", Map.of("cases", lines)).changingNothing();
  }

  private Reply check(CommandCall call, Organization organization, LocalDate today) {
    Scope scope =
        PackPosts.inCharge(organization, today).entrySet().stream()
            .filter(entry -> entry.getKey().id().equals(call.caller().member()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> call.rejection("leadersOnly", Map.of()));
    List<String> lines = book.check(scope, today);
    return lines.isEmpty()
        ? call.reply("nothing").changingNothing()
        : call.reply("check", Map.of("cases", String.join("\n", lines))).changingNothing();
  }

  /** The id of who is meant; without a name oneself, or the only unit in one's care that waits. */
  private String subject(
      CommandCall call, Organization organization, LocalDate today, String typed) {
    if (typed.isEmpty() || typed.equals("我") || typed.equals("本人")) {
      List<RecoveryCase> own = own(call, organization, today).toList();
      Optional<String> self =
          own.stream()
              .map(RecoveryCase::subjectId)
              .filter(call.caller().member()::equals)
              .findFirst();
      if (own.size() > 1 && self.isEmpty()) {
        throw call.rejection(
            "which", Map.of("name", Lag.name(organization, own.get(0).subjectId())));
      }
      return self.orElseGet(() -> own.isEmpty() ? call.caller().member() : own.get(0).subjectId());
    }
    String found =
        Stream.concat(
                organization.units().find(typed, today).stream().map(Unit::id),
                organization.memberNamed(typed, today).stream().map(Member::id))
            .findFirst()
            .orElseThrow(
                () -> call.rejection("unknown", Map.of("typed", UntrustedText.oneLine(typed, 20))));
    if (!mayAnswer(call, organization, today, found)) {
      throw call.rejection("notYours", Map.of("name", Lag.name(organization, found)));
    }
    return found;
  }

  private boolean mayAnswer(
      CommandCall call, Organization organization, LocalDate today, String subject) {
    String self = call.caller().member();
    return call.caller().access().covers(Access.MANAGER)
        || book.responsible(organization, subject, today).stream()
            .anyMatch(member -> member.id().equals(self))
        || organization.ledUnitIds(self, today).contains(subject)
        || organization
            .member(subject)
            .filter(member -> organization.leads(self, member, today))
            .isPresent();
  }

  /** The cases of the latest round that the caller is asked about. */
  private Stream<RecoveryCase> own(CommandCall call, Organization organization, LocalDate today) {
    return book.latest(organization).stream()
        .map(Round::cases)
        .flatMap(List::stream)
        .filter(
            one ->
                book.responsible(organization, one.subjectId(), today).stream()
                    .anyMatch(member -> member.id().equals(call.caller().member())));
  }

  private static String checked(CommandCall call, String typed) {
    String text = PhoneNumbers.masked(typed.strip());
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw call.rejection("tooLong", Map.of("most", LONGEST));
    }
    return text;
  }
}
