package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.List;
import java.util.Optional;

/** Who still has to sign a confirmed line, by the chain of now. */
final class Signatures {

  private final Organization organization;
  private final List<String> chain;

  Signatures(Organization organization) {
    this.organization = organization;
    this.chain = SigningSetting.signers(organization);
  }

  boolean isNeeded() {
    return !chain.isEmpty();
  }

  boolean mayEverSign(String memberId) {
    return chain.contains(memberId);
  }

  /** The member whose turn it is; empty when all have signed. */
  Optional<String> next(Award award) {
    return chain.stream().filter(id -> !hasSigned(award, id)).findFirst();
  }

  /** Whether the line may be published. */
  boolean isComplete(Award award) {
    return award.state() == Award.State.CONFIRMED && next(award).isEmpty();
  }

  boolean isTurnOf(String memberId, Award award) {
    return award.state() == Award.State.CONFIRMED
        && next(award).filter(memberId::equals).isPresent();
  }

  static boolean hasConfirmed(Award award, String memberId) {
    return award
        .last(Award.Deed.CONFIRMED)
        .filter(act -> memberId.equals(act.memberId()))
        .isPresent();
  }

  String name(String memberId) {
    return organization.member(memberId).map(Member::name).orElse("（已离开）");
  }

  private static boolean hasSigned(Award award, String memberId) {
    return award.acts().stream()
        .anyMatch(act -> act.deed() == Award.Deed.SIGNED && memberId.equals(act.memberId()));
  }
}
