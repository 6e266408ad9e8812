package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks in private for a decision about an objection, and once more when there was none after three
 * workdays.
 */
@Component
class ObjectionLetters implements JobHandler {

  private static final String KIND = "incentive.objection";
  private static final int WORKDAYS = 3;
  private static final int LONGEST_WAIT = 60;
  private static final LocalTime AT = LocalTime.of(9, 25);

  private final OrganizationService organizations;
  private final MongoAwards awards;
  private final Schemes schemes;
  private final PrivateChats chats;
  private final ScheduleService schedule;
  private final Workdays workdays;

  ObjectionLetters(
      OrganizationService organizations,
      MongoAwards awards,
      Schemes schemes,
      PrivateChats chats,
      ScheduleService schedule,
      Workdays workdays) {
    this.organizations = organizations;
    this.awards = awards;
    this.schemes = schemes;
    this.chats = chats;
    this.schedule = schedule;
    this.workdays = workdays;
  }

  /** Asks whoever decides, and plans to ask again; returns who was reached. */
  List<Member> ask(Organization organization, Award award) {
    LocalDate day =
        organization.businessDay().of(award.last(Award.Deed.OBJECTED).orElseThrow().at());
    schedule.schedule(
        new Job(
            KIND + "|" + organization.id() + "|" + award.number(),
            KIND,
            organization.id(),
            workdayAfter(organization, day)
                .atTime(AT)
                .atZone(organization.businessDay().zone())
                .toInstant(),
            Map.of("number", String.valueOf(award.number()))));
    return tell(organization, award, day, KIND + "|" + award.number(), "有疑问");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job) {
    organizations.find(job.organizationId()).ifPresent(organization -> again(organization, job));
  }

  private void again(Organization organization, Job job) {
    LocalDate day = job.dueAt().atZone(organization.businessDay().zone()).toLocalDate();
    awards
        .find(organization.id(), Integer.parseInt(job.data().get("number")))
        .filter(award -> award.state() == Award.State.OBJECTED)
        .ifPresent(
            award ->
                tell(
                    organization,
                    award,
                    day,
                    KIND + ".again|" + award.number(),
                    "的申诉等了" + WORKDAYS + "个工作日，还没答复"));
  }

  /** The owner; where the owner cannot be written to, the managers. */
  private List<Member> tell(
      Organization organization, Award award, LocalDate day, String key, String matter) {
    Optional<Scheme> scheme = schemes.find(organization.id(), award.schemeId());
    Deciders deciders = new Deciders(organization, day);
    String text = letter(award, matter);
    List<Member> reached = told(organization, deciders.asked(scheme, award), key, text);
    return reached.isEmpty() ? told(organization, deciders.managers(award), key, text) : reached;
  }

  private List<Member> told(
      Organization organization, List<Member> readers, String key, String text) {
    String unique = organization.id() + "|" + key;
    return readers.stream().filter(one -> chats.tell(organization, one, unique, text)).toList();
  }

  private static String letter(Award award, String matter) {
    List<String> lines = new ArrayList<>();
    lines.add("【申诉】%s对 #%d %s".formatted(award.subjectName(), award.number(), matter));
    lines.add(award.period().label() + " " + AwardText.ruleAndWhat(award) + "，先冻结");
    lines.add("理由：" + award.last(Award.Deed.OBJECTED).map(Award.Act::note).orElse(""));
    lines.add("算法：" + String.join("；", award.working()));
    lines.add("请发一句：" + options(award));
    return String.join("\n", lines);
  }

  /** What to type to decide. */
  static String options(Award award) {
    int number = award.number();
    String change = award.amount() == null ? "" : " ／ 裁定 " + number + " 改 200 理由";
    return "裁定 %d 维持 理由%s ／ 裁定 %d 撤销 理由".formatted(number, change, number);
  }

  private LocalDate workdayAfter(Organization organization, LocalDate day) {
    LocalDate next = day;
    int left = WORKDAYS;
    while (left > 0 && next.isBefore(day.plusDays(LONGEST_WAIT))) {
      next = next.plusDays(1);
      left -= workdays.isWorkday(organization.id(), next) ? 1 : 0;
    }
    return next;
  }
}
