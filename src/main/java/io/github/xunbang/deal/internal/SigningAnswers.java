package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.Share.Confirmation;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is said when a deal was entered: six short lines at most. */
@Component
class SigningAnswers {

  private static final int LINES = 6;

  private final SigningScenes scenes;
  private final SigningTexts texts;

  SigningAnswers(SigningScenes scenes, SigningTexts texts) {
    this.scenes = scenes;
    this.texts = texts;
  }

  Reply signed(Organization organization, Deal deal, SigningWish wish, Conversation where) {
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.text(
            "signed",
            Map.of(
                "number", deal.number(),
                "deal", DealLines.terms(deal),
                "day", DateText.day(deal.signedOn()))));
    lines.add(DealLines.shares(organization, deal) + "，" + counts(organization, deal));
    asked(organization, deal).ifPresent(lines::add);
    remark(organization, deal, wish).ifPresent(lines::add);
    lines.add(
        texts.text(
            "goOn", Map.of("number", deal.number(), "amount", NumberText.amount(deal.amount()))));
    String text = String.join("\n", lines.subList(0, Math.min(LINES, lines.size())));
    return new Reply(
        List.of(new OutboundMessage(text, mentions(organization, deal, where), List.of())));
  }

  private static String counts(Organization organization, Deal deal) {
    return deal.qualified()
        ? DealLines.counts(deal)
        : "来源不是" + String.join("、", SigningSettings.sources(organization)) + "，不计入";
  }

  private Optional<String> asked(Organization organization, Deal deal) {
    String names =
        asked(deal).stream()
            .map(memberId -> "@" + DealLines.name(organization, memberId))
            .collect(Collectors.joining(" "));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.text("waits", Map.of("names", names)));
  }

  /** One remark, the most needed; who reads about reports and deals once knows it. */
  private Optional<String> remark(Organization organization, Deal deal, SigningWish wish) {
    if (wish.phoneCut()) {
      return Optional.of(texts.text("phoneCut", Map.of("customer", deal.customer())));
    }
    if (wish.mentioned() != null && deal.shares().size() == 1) {
      return Optional.of(
          texts.text("cc", Map.of("name", wish.mentioned(), "number", deal.number())));
    }
    if (deal.number() == 1 && !scenes.dealsCount(organization, deal.signedOn())) {
      return Optional.of(texts.text("reportsCount", Map.of()));
    }
    return Optional.empty();
  }

  private static List<Mention> mentions(Organization organization, Deal deal, Conversation where) {
    if (!where.isGroup()) {
      return List.of();
    }
    return asked(deal).stream()
        .flatMap(memberId -> organization.member(memberId).stream())
        .flatMap(member -> mention(member, where).stream())
        .toList();
  }

  /** The member as known on the channel of a conversation. */
  static Optional<Mention> mention(Member member, Conversation where) {
    String prefix = where.channel() + ":";
    return member.identities().stream()
        .filter(identity -> identity.startsWith(prefix))
        .findFirst()
        .map(identity -> new Mention(identity.substring(prefix.length()), member.name()));
  }

  private static List<String> asked(Deal deal) {
    return deal.shares().stream()
        .filter(share -> share.confirmation() == Confirmation.ASKED)
        .map(Share::memberId)
        .toList();
  }
}
