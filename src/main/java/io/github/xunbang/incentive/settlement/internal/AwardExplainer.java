package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.explanation.Explainer;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.AwardSight;
import io.github.xunbang.incentive.settlement.PrivateAnswers;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 为什么 奖惩 31, 为什么 奖惩 上月, 为什么 拟奖励 张敏: how amounts came about, in private only (S-98). What one may
 * not see is answered like what does not exist.
 */
@Component
@Order(30)
class AwardExplainer implements Explainer {

  private static final String WORDS = "(?:奖惩单?|拟?奖励|绩效扣减(?:建议)?|扣减|扣款|罚款)";
  private static final Pattern OURS = Pattern.compile("(?s)\\s*" + WORDS + "[\\s的：:，,]*(.*)");
  private static final Pattern NAME_FIRST =
      Pattern.compile("(?s)\\s*([^\\s的]{1,20})[\\s的]+" + WORDS + "[\\s的：:，,]*(.*)");
  private static final int WHOLE = 2;
  private static final int SHOWN = 12;

  private final OrganizationService organizations;
  private final MongoAwards awards;
  private final AwardExplanation explanation;
  private final PrivateAnswers answers;

  AwardExplainer(
      OrganizationService organizations,
      MongoAwards awards,
      AwardExplanation explanation,
      PrivateAnswers answers) {
    this.organizations = organizations;
    this.awards = awards;
    this.explanation = explanation;
    this.answers = answers;
  }

  @Override
  public Optional<Reply> explain(CommandCall call) {
    if (call.caller().organizationId() == null) {
      return Optional.empty();
    }
    Optional<String> question = question(call);
    if (question.isEmpty()) {
      return Optional.empty();
    }
    if (call.caller().memberId() == null) {
      return Optional.of(Reply.text("还不认识你，奖惩只说给本人。先发：我是 姓名"));
    }
    Organization organization = organizations.get(call.caller().organization());
    AwardRequest request =
        new AwardRequest(
            call,
            organization,
            organization.businessDay().of(call.message().receivedAt()),
            "",
            question.get());
    return Optional.of(answers.answer(call, answer(request)).changingNothing());
  }

  /** What is asked about awards; 李强 奖惩 is read like 奖惩 李强, 上月的奖惩 like 奖惩 上月. */
  private static Optional<String> question(CommandCall call) {
    Matcher ours = OURS.matcher(call.input());
    if (ours.matches()) {
      return Optional.of(ours.group(1).strip());
    }
    Matcher behind = NAME_FIRST.matcher(call.input());
    return behind.matches()
        ? Optional.of((behind.group(1) + " " + behind.group(2)).strip())
        : Optional.empty();
  }

  private String answer(AwardRequest request) {
    Matcher number = ObjectionCommands.TYPED.matcher(request.rest());
    if (number.matches() && number.group(2).isBlank()) {
      int wanted = Integer.parseInt(number.group(1));
      return awards
          .find(request.organization().id(), wanted)
          .filter(award -> sees(request, award))
          .map(award -> explanation.of(request, award))
          .orElse("没有你能看的 #" + wanted + "。看自己的请发：奖惩");
    }
    return read(request)
        .map(question -> answer(request, question))
        .orElseGet(AwardExplainer::usage);
  }

  /** Whose lines of which period; without a period the latest settled one. */
  private record Question(Member of, Optional<Period> period) {}

  /** Empty for what means nothing, and for people whose lines are not for the asker. */
  private Optional<Question> read(AwardRequest request) {
    Member of = request.member();
    Optional<Period> period = Optional.empty();
    for (String word : TypedText.clean(request.rest()).split("[\\s，,、？?]+")) {
      Optional<Period> named = AwardPick.period(word, request.organization(), request.at());
      Optional<Member> person = request.organization().memberNamed(word, request.today());
      if (word.isEmpty() || word.equals("我") || word.equals("我的")) {
        continue;
      } else if (named.isPresent()) {
        period = named;
      } else if (person.isPresent() && mayAskAbout(request, person.get())) {
        of = person.get();
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Question(of, period));
  }

  private static boolean mayAskAbout(AwardRequest request, Member person) {
    Member asker = request.member();
    return asker.id().equals(person.id())
        || request.isManager()
        || request.organization().leads(asker.id(), person, request.today());
  }

  private String answer(AwardRequest request, Question question) {
    String organizationId = request.organization().id();
    Optional<Period> period =
        question.period().or(() -> awards.periods(organizationId).stream().findFirst());
    String whose = question.of().id().equals(request.memberId()) ? "你" : question.of().name();
    Predicate<Award> theirs = award -> award.subjectId().equals(question.of().id());
    List<Award> found =
        period.stream()
            .flatMap(one -> awards.of(organizationId, one).stream())
            .filter(theirs)
            .filter(award -> sees(request, award))
            .toList();
    if (found.isEmpty()) {
      return period
          .map(one -> one.label() + "的奖惩单里没有" + whose + "的。看别的周期请发：为什么 奖惩 上月")
          .orElse("还没出过奖惩单，每期结束次日算好。看规则请发：规则");
    }
    List<String> lines = new ArrayList<>();
    found.stream()
        .limit(SHOWN)
        .forEach(
            award ->
                lines.add(
                    found.size() <= WHOLE
                        ? explanation.of(request, award)
                        : explanation.brief(award)));
    if (found.size() > WHOLE) {
      lines.add("看全部依据请发：为什么 奖惩 " + found.get(0).number());
    }
    return String.join("\n", lines);
  }

  private boolean sees(AwardRequest request, Award award) {
    boolean known =
        request.isManager()
            || award.state() != Award.State.VOID
            || award.last(Award.Deed.PUBLISHED).isPresent();
    return known
        && (AwardSight.sees(request.organization(), request.member(), award, request.today())
            || explanation.isAskedToDecide(request, award));
  }

  private static String usage() {
    return "没找到你能看的奖惩。可以这样问：\n为什么 奖惩 31\n为什么 奖惩 上月";
  }
}
