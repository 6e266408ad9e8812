package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Payment;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.Share.Confirmation;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change makes of a stored deal, and in what words.
 *
 * @param deal as wanted
 * @param words old → new, {@code 金额 5.8万→5万}
 * @param touchesCredits whether what is credited may change
 */
record DealChanging(Deal deal, String words, boolean touchesCredits) {

  /**
   * Applies what was typed.
   *
   * @throws SigningProblem when the deal cannot become that, or stays as it is
   */
  static DealChanging of(Organization organization, Deal before, SigningWish wish) {
    if (before.cancelled()) {
      throw new SigningProblem("cancelled", Map.of("number", before.number()));
    }
    Deal terms = terms(organization, before, wish);
    Deal after = DealEdits.shared(terms, before.ownerId(), shares(before, wish));
    String words = words(organization, before, after);
    if (words.isEmpty()) {
      throw new SigningProblem("nothingToChange", Map.of("number", before.number()));
    }
    boolean credits =
        before.amount().compareTo(after.amount()) != 0
            || !before.signedOn().equals(after.signedOn())
            || before.qualified() != after.qualified()
            || !parts(before).equals(parts(after));
    return new DealChanging(after, words, credits);
  }

  private static Deal terms(Organization organization, Deal before, SigningWish wish) {
    BigDecimal amount = Objects.requireNonNullElse(wish.amount(), before.amount());
    if (amount.compareTo(before.paid()) < 0) {
      throw new SigningProblem(
          "belowPaid",
          Map.of(
              "number", before.number(),
              "paid", DealLines.money(before.paid()),
              "amount", DealLines.money(amount)));
    }
    LocalDate day = Objects.requireNonNullElse(wish.day(), before.signedOn());
    before.payments().stream()
        .map(Payment::paidOn)
        .filter(day::isAfter)
        .findFirst()
        .ifPresent(
            paid -> {
              throw new SigningProblem("afterPayment", Map.of("day", DateText.day(paid)));
            });
    String source = wish.source() == null ? before.source() : wish.source();
    boolean qualified =
        wish.source() == null
            ? before.qualified()
            : SigningSettings.credits(organization, wish.source());
    return DealEdits.terms(
        before,
        Objects.requireNonNullElse(wish.customer(), before.customer()),
        amount,
        wish.product() == null ? before.product() : wish.product(),
        source,
        day,
        qualified);
  }

  /** A collaborator whose part stays the same is not asked again. */
  private static List<Share> shares(Deal before, SigningWish wish) {
    if (!wish.alone() && wish.partners().isEmpty()) {
      if (wish.ownPart() != null) {
        throw new SigningProblem("ownPartAlone");
      }
      return before.shares();
    }
    return ShareSplit.of(before.ownerId(), wish.ownPart(), wish.partners()).stream()
        .map(share -> kept(before, share))
        .toList();
  }

  private static Share kept(Deal before, Share wanted) {
    return DealEdits.share(before, wanted.memberId())
        .filter(share -> share.confirmation() != Confirmation.OWN)
        .filter(share -> share.part().compareTo(wanted.part()) == 0)
        .orElse(wanted);
  }

  private static String words(Organization organization, Deal before, Deal after) {
    List<String> words = new ArrayList<>();
    add(words, "客户", before.customer(), after.customer());
    add(words, "金额", DealLines.money(before.amount()), DealLines.money(after.amount()));
    add(words, "产品", before.product(), after.product());
    add(words, "来源", before.source(), after.source());
    add(words, "日期", DateText.day(before.signedOn()), DateText.day(after.signedOn()));
    add(
        words,
        "分成",
        DealLines.plainShares(organization, before.shares()),
        DealLines.plainShares(organization, after.shares()));
    return String.join("，", words);
  }

  private static void add(
      List<String> words, String what, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      words.add(what + " " + (before == null ? "无" : before) + "→" + after);
    }
  }

  private static List<String> parts(Deal deal) {
    return deal.shares().stream()
        .map(share -> share.memberId() + ShareSplit.plain(share.part()))
        .toList();
  }
}
