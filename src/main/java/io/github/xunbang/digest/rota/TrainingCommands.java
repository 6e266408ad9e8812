package io.github.xunbang.digest.rota;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 培训: who trains this month and the next, the trainer's topic, and another trainer (S-128). */
@Component
class TrainingCommands implements CommandHandler {

  private static final int LONGEST = 40;

  /** After it, a trainer named without a month is for the next one. */
  private static final int HALF = 15;

  private static final Pattern APPOINT = Pattern.compile("(?s)^(?:指定|改为|改成|换成)[\\s:：]*(.*)$");
  private static final Pattern MONTH = Pattern.compile("(本月|这个月|下月|下个月)");
  private static final Pattern TOPIC =
      Pattern.compile("(?s)^(?:(?:题目|主题|内容)[\\s:：是]*|讲[\\s:：]+)(.*)$");

  private final OrganizationService organizations;
  private final Trainings trainings;

  TrainingCommands(OrganizationService organizations, Trainings trainings) {
    this.organizations = organizations;
    this.trainings = trainings;
  }

  @Override
  public String name() {
    return "培训";
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
      return show(call, organization, today).changingNothing();
    }
    Matcher appoint = APPOINT.matcher(input);
    if (appoint.matches()) {
      return appoint(call, organization, today, appoint.group(1));
    }
    Matcher topic = TOPIC.matcher(input);
    return topic(call, organization, today, topic.matches() ? topic.group(1).strip() : input);
  }

  private Reply show(CommandCall call, Organization organization, LocalDate today) {
    YearMonth month = YearMonth.from(today);
    String lines =
        Stream.of(month, month.plusMonths(1))
            .flatMap(one -> trainings.of(organization, one).stream())
            .map(
                one ->
                    Training.name(one.yearMonth()) + "：" + trainings.line(organization, one) + "\n")
            .reduce("", String::concat);
    return lines.isEmpty() ? call.reply("none") : call.reply("list", Map.of("trainings", lines));
  }

  private Reply appoint(
      CommandCall call, Organization organization, LocalDate today, String typed) {
    if (!call.caller().access().covers(Access.MANAGER)) {
      throw call.rejection("managersOnly", Map.of());
    }
    String name = MONTH.matcher(typed).replaceAll("").strip();
    if (name.isEmpty()) {
      throw call.rejection("whom", Map.of());
    }
    Member trainer =
        organization
            .memberNamed(name, today)
            .orElseThrow(
                () -> call.rejection("unknown", Map.of("typed", UntrustedText.oneLine(name, 20))));
    YearMonth month = month(typed, today);
    trainings.appoint(organization, month, trainer.id(), call.message().key());
    return call.reply(
        trainer.privateChat("").isPresent() ? "appointed" : "appointedUntold",
        Map.of("month", Training.name(month), "name", Trainings.name(organization, trainer.id())));
  }

  private static YearMonth month(String typed, LocalDate today) {
    Matcher said = MONTH.matcher(typed);
    boolean next = said.find() ? said.group(1).startsWith("下") : today.getDayOfMonth() > HALF;
    return YearMonth.from(today).plusMonths(next ? 1 : 0);
  }

  private Reply topic(CommandCall call, Organization organization, LocalDate today, String typed) {
    Training own =
        own(organization, call.caller().member(), YearMonth.from(today))
            .orElseThrow(() -> call.rejection("notYours", Map.of()));
    String text = UntrustedText.oneLine(typed.replaceAll("\\s+", " "), LONGEST + 1);
    if (text.isEmpty()) {
      throw call.rejection("noTopic", Map.of());
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw call.rejection("tooLong", Map.of("most", LONGEST));
    }
    trainings.about(organization, own, text);
    return call.reply("topic", Map.of("month", Training.name(own.yearMonth()), "topic", text));
  }

  /** The training that the member owes a topic; with both months theirs, the one without. */
  private Optional<Training> own(Organization organization, String memberId, YearMonth month) {
    var own =
        Stream.of(month, month.plusMonths(1))
            .flatMap(one -> trainings.of(organization, one).stream())
            .filter(one -> one.memberId().equals(memberId))
            .toList();
    return own.stream()
        .filter(one -> one.topic() == null)
        .findFirst()
        .or(() -> own.stream().reduce((first, second) -> second));
  }
}
