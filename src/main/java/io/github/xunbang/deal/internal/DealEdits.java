package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.Share.Confirmation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deals with something changed; acts, bookings and revision are the desk's. */
final class DealEdits {

  private DealEdits() {}

  /** The same deal with other terms. */
  static Deal terms(
      Deal deal,
      String customer,
      BigDecimal amount,
      @Nullable String product,
      @Nullable String source,
      LocalDate signedOn,
      boolean qualified) {
    return new Deal(
        deal.organizationId(),
        deal.number(),
        customer,
        amount,
        product,
        source,
        deal.ownerId(),
        deal.shares(),
        signedOn,
        deal.rule(),
        qualified,
        deal.cancelled(),
        deal.payments(),
        deal.acts(),
        deal.bookings(),
        deal.revision());
  }

  /** The same deal of another owner or shared otherwise. */
  static Deal shared(Deal deal, String ownerId, List<Share> shares) {
    return new Deal(
        deal.organizationId(),
        deal.number(),
        deal.customer(),
        deal.amount(),
        deal.product(),
        deal.source(),
        ownerId,
        shares,
        deal.signedOn(),
        deal.rule(),
        deal.qualified(),
        deal.cancelled(),
        deal.payments(),
        deal.acts(),
        deal.bookings(),
        deal.revision());
  }

  /** The member's share of the deal. */
  static Optional<Share> share(Deal deal, String memberId) {
    return deal.shares().stream().filter(share -> share.memberId().equals(memberId)).findFirst();
  }

  /** The act after which collaborators were asked last; silence is counted from there. */
  static String lastAsking(Deal deal) {
    return deal.acts().stream()
        .filter(act -> act.kind() == Act.Kind.SIGNED || act.kind() == Act.Kind.CHANGED)
        .reduce((first, second) -> second)
        .map(Act::id)
        .orElse("");
  }

  /** Whether the member has still to say whether the share is right. */
  static boolean isAsked(Deal deal, String memberId) {
    return !deal.cancelled()
        && share(deal, memberId)
            .filter(share -> share.confirmation() == Confirmation.ASKED)
            .isPresent();
  }

  /** The member's share with this word to it. */
  static Deal confirmed(Deal deal, String memberId, Confirmation word) {
    List<Share> shares =
        deal.shares().stream()
            .map(
                share ->
                    share.memberId().equals(memberId)
                        ? new Share(memberId, share.part(), word)
                        : share)
            .toList();
    return shared(deal, deal.ownerId(), shares);
  }

  /** The member's share given back to the owner. */
  static Deal returned(Deal deal, String memberId) {
    return moved(deal, memberId, deal.ownerId(), deal.ownerId());
  }

  /** The deal and its owner's share handed to another, who may have a share already. */
  static Deal handedOver(Deal deal, String memberId) {
    return moved(deal, deal.ownerId(), memberId, memberId);
  }

  private static Deal moved(Deal deal, String fromId, String toId, String ownerId) {
    BigDecimal part =
        deal.shares().stream()
            .filter(share -> share.memberId().equals(fromId) || share.memberId().equals(toId))
            .map(Share::part)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Share> shares = new ArrayList<>();
    shares.add(new Share(toId, part, Confirmation.OWN));
    deal.shares().stream()
        .filter(share -> !share.memberId().equals(fromId) && !share.memberId().equals(toId))
        .forEach(shares::add);
    return shared(deal, ownerId, shares);
  }
}
