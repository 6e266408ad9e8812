package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.DealSigned;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.deal.internal.DealDesk.Outcome;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Enters signed deals (design sections 5 and 6, S-55). Whatever is asked in between, the message
 * that named the deal makes one deal at most.
 */
@Component
class SigningDesk {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private final SigningScenes scenes;
  private final SigningAsking asking;
  private final SigningAnswers answers;
  private final DealDesk desk;
  private final Deals deals;
  private final PartnerRecall partners;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  SigningDesk(
      SigningScenes scenes,
      SigningAsking asking,
      SigningAnswers answers,
      DealDesk desk,
      Deals deals,
      PartnerRecall partners,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.scenes = scenes;
    this.asking = asking;
    this.answers = answers;
    this.desk = desk;
    this.deals = deals;
    this.partners = partners;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Stores the deal, or asks what is missing: 万 or 元, whether a second one is meant, or a manager's
   * 批准 for a day that is past.
   *
   * @throws SigningProblem when it cannot be entered; nothing is stored then
   */
  Reply sign(SigningRequest request) {
    Organization organization = scenes.organization(request.caller());
    Member self = SigningScenes.self(request.caller(), organization);
    SigningScene scene = scenes.scene(organization, self, request.at());
    SigningWish wish = SigningReader.read(scene, request.text());
    Deal draft = draft(request, scene, wish);
    // Read once: another instance may be storing this very message meanwhile, and its deal must not
    // look like somebody else's.
    List<Deal> thatDay = deals.signed(draft.organizationId(), draft.signedOn(), draft.signedOn());
    boolean replayed = thatDay.stream().anyMatch(deal -> deal.holds(request.key()));
    boolean late =
        SigningDays.isLate(organization, draft.signedOn(), scene.today(), clock.instant());
    if (!replayed) {
      if (!wish.unitKnown() && request.amount() == null) {
        return asking.unit(request, organization, draft, draft.amount().multiply(TEN_THOUSAND));
      }
      Optional<Deal> same = request.another() ? Optional.empty() : same(thatDay, draft);
      if (same.isPresent()) {
        return asking.another(request, organization, same.get(), draft);
      }
      if (late && !request.caller().access().covers(Access.MANAGER)) {
        return asking.approval(request, organization, draft);
      }
    }
    return store(request, organization, draft, wish, late);
  }

  /** Stores a late deal that was approved; the same 批准 again changes nothing. */
  Reply signApproved(SigningRequest request) {
    Organization organization = scenes.organization(request.caller());
    Member self = SigningScenes.self(request.caller(), organization);
    SigningScene scene = scenes.scene(organization, self, request.at());
    SigningWish wish = SigningReader.read(scene, request.text());
    return store(request, organization, draft(request, scene, wish), wish, true);
  }

  private Reply store(
      SigningRequest request,
      Organization organization,
      Deal draft,
      SigningWish wish,
      boolean late) {
    LocalDate today = organization.businessDay().of(clock.instant());
    if (draft.shares().size() > 1) {
      partners.promise(draft, request.caller().conversation(), request.key());
    }
    Outcome outcome =
        desk.sign(
            organization,
            draft,
            request.act(today, clock.instant()),
            late ? Dating.NOMINAL_DAY : Dating.OPEN_DAY);
    Deal deal = outcome.deal();
    partners.ask(organization, deal, request.caller().conversation(), request.key());
    events.publishEvent(new DealSigned(deal, request.caller().conversation()));
    return answers.signed(organization, deal, wish, request.caller().conversation());
  }

  private Deal draft(SigningRequest request, SigningScene scene, SigningWish wish) {
    BigDecimal amount = Objects.requireNonNullElse(request.amount(), zeroIfNull(wish.amount()));
    if (wish.customer() == null) {
      throw new SigningProblem("noCustomer");
    }
    if (amount.signum() == 0) {
      throw new SigningProblem("missingAmount", Map.of("customer", wish.customer()));
    }
    Organization organization = scene.organization();
    String owner = scene.self().id();
    List<Share> shares = ShareSplit.of(owner, wish.ownPart(), wish.partners());
    return new Deal(
        organization.id(),
        0,
        wish.customer(),
        amount,
        wish.product(),
        wish.source(),
        owner,
        shares,
        Objects.requireNonNullElse(wish.day(), scene.today()),
        SigningScenes.rule(organization),
        SigningSettings.credits(organization, wish.source()),
        false,
        List.of(),
        List.of(),
        List.of(),
        0);
  }

  private static BigDecimal zeroIfNull(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  private static Optional<Deal> same(List<Deal> thatDay, Deal draft) {
    return thatDay.stream()
        .filter(deal -> !deal.cancelled() && plain(deal).equals(plain(draft)))
        .findFirst();
  }

  private static String plain(Deal deal) {
    return deal.customer().replaceAll("\\s", "");
  }

  /** {@code 12月3日(周四) 王女士 5.8万}. */
  static String title(Deal draft) {
    return DateText.day(draft.signedOn())
        + " "
        + draft.customer()
        + " "
        + NumberText.amount(draft.amount());
  }
}
