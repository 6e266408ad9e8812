package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The second person's word about a version (S-138). */
@Component
class SchemeApprovals implements ApprovalHandler {

  private static final int REASON_LENGTH = 40;

  private final Schemes schemes;
  private final OrganizationService organizations;

  SchemeApprovals(Schemes schemes, OrganizationService organizations) {
    this.schemes = schemes;
    this.organizations = organizations;
  }

  @Override
  public String kind() {
    return Started.KIND;
  }

  /** A version that waited past its day begins with the running month: no closed one changes. */
  @Override
  public Reply approved(Approval approval, CommandCall by) {
    SchemeCall call = call(approval, by);
    refuseOthers(approval, call);
    Scheme scheme = scheme(approval);
    Version waiting = version(approval, scheme);
    if (waiting.state() == State.DROPPED) {
      throw new CommandRejectedException("这一版已经撤回了，不用批。要了结这件请发：驳回 " + approval.number());
    }
    scheme.versions().stream()
        .filter(one -> one.state() == State.IN_FORCE && one.number() > waiting.number())
        .findFirst()
        .ifPresent(
            later -> {
              throw new CommandRejectedException(
                  "后来的第%d版已经生效，这一版不再用。要了结这件请发：驳回 %d".formatted(later.number(), approval.number()));
            });
    StartDay days = new StartDay(call);
    LocalDate earliest = days.earliest(scheme, waiting.rules());
    LocalDate wanted = Objects.requireNonNullElse(waiting.from(), earliest);
    LocalDate from = wanted.isBefore(earliest) ? earliest : wanted;
    change(
        approval,
        version ->
            version.state() == State.WAITING
                ? version.in(State.IN_FORCE, from, call.member())
                : version);
    return Reply.text("已批准：" + approval.title() + "\n" + days.effect(from, waiting.rules()));
  }

  /** A version that was refused is a draft again, unless another draft was written meanwhile. */
  @Override
  public Reply rejected(Approval approval, String reason, CommandCall by) {
    SchemeCall call = call(approval, by);
    refuseOthers(approval, call);
    Scheme scheme = scheme(approval);
    boolean draft = scheme.draft().isEmpty() && !version(approval, scheme).rules().isEmpty();
    change(
        approval,
        version ->
            version.state() == State.WAITING
                ? version.in(draft ? State.DRAFT : State.DROPPED, null, null)
                : version);
    String why = reason.isEmpty() ? "" : "，理由：" + UntrustedText.oneLine(reason, REASON_LENGTH);
    return Reply.text("已驳回：" + approval.title() + why);
  }

  private void refuseOthers(Approval approval, SchemeCall call) {
    String reviewer = approval.data().getOrDefault(Started.REVIEWER, "");
    if (!reviewer.equals(call.call().caller().memberId())) {
      throw new CommandRejectedException(
          "这件要由%s复核，别人批不了"
              .formatted(call.organization().member(reviewer).map(Member::name).orElse("复核人")));
    }
  }

  private SchemeCall call(Approval approval, CommandCall by) {
    Organization organization = organizations.get(approval.organizationId());
    LocalDate today = organization.businessDay().of(by.message().receivedAt());
    return new SchemeCall(by, organization, today, "");
  }

  private Scheme scheme(Approval approval) {
    return schemes
        .find(approval.organizationId(), approval.data().getOrDefault(Started.SCHEME, ""))
        .orElseThrow(() -> new CommandRejectedException("这个方案已经没有了"));
  }

  private static Version version(Approval approval, Scheme scheme) {
    return scheme.versions().get(number(approval) - 1);
  }

  private static int number(Approval approval) {
    return Integer.parseInt(approval.data().getOrDefault(Started.VERSION, "1"));
  }

  private void change(Approval approval, UnaryOperator<Version> change) {
    schemes.update(
        approval.organizationId(),
        before ->
            SchemeBook.changed(
                before,
                approval.data().getOrDefault(Started.SCHEME, ""),
                scheme -> SchemeBook.with(scheme, number(approval), change)));
  }
}
