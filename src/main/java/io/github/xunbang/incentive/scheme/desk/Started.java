package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.command.Access;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.organization.Member;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether a version is in force at once or waits for a second person (S-138), and asking that
 * person.
 */
@Component
class Started {

  static final String KIND = "incentive.scheme";
  static final String SCHEME = "scheme";
  static final String VERSION = "version";
  static final String REVIEWER = "reviewer";

  private final Approvals approvals;

  Started(Approvals approvals) {
    this.approvals = approvals;
  }

  /**
   * The state in which what the caller starts now begins.
   *
   * @throws io.github.xunbang.command.CommandRejectedException when the caller is the second person
   */
  State state(SchemeCall call) {
    Optional<Member> reviewer = ReviewSetting.reviewer(call.organization());
    reviewer
        .filter(member -> member.id().equals(call.member()))
        .ifPresent(
            self -> {
              throw call.rejection("schemeOwnReview", Map.of("name", self.name()));
            });
    return reviewer.isPresent() ? State.WAITING : State.IN_FORCE;
  }

  /**
   * Asks the second person if the version waits for one; asking again asks nothing new.
   *
   * @return the line about it, empty when the version is in force
   */
  String ask(SchemeCall call, Scheme scheme, Version version, String what) {
    Optional<Member> reviewer = ReviewSetting.reviewer(call.organization());
    if (version.state() != State.WAITING || reviewer.isEmpty()) {
      return "";
    }
    Approval approval =
        approvals.request(
            call.call().caller(),
            call.call().message().key(),
            KIND,
            "奖惩方案 %s %s %s".formatted(scheme.id(), scheme.name(), what),
            Map.of(
                SCHEME,
                scheme.id(),
                VERSION,
                String.valueOf(version.number()),
                REVIEWER,
                reviewer.get().id()),
            Access.MANAGER,
            null,
            call.at());
    return call.call()
        .definition()
        .text("schemeWaiting", Map.of("name", reviewer.get().name(), "number", approval.number()));
  }

  /**
   * The scheme with its draft started; under a new number when something was started after it was
   * written, for of equal days the greatest number counts.
   */
  static Scheme draft(SchemeCall call, Scheme scheme, State state, LocalDate day) {
    Version draft = scheme.draft().orElseThrow();
    if (draft.number() == scheme.versions().size()) {
      return SchemeBook.with(scheme, draft.number(), version -> version.in(state, day, null));
    }
    Scheme without =
        SchemeBook.with(scheme, draft.number(), version -> version.in(State.DROPPED, null, null));
    return SchemeBook.with(without, state, day, draft.rules(), call.member(), call.at());
  }
}
