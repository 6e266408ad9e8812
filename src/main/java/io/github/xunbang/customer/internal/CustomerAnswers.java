package io.github.xunbang.customer.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.OrganizationService;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The address alone, or the phone alone, after the bot asked for it. Asked after reports, so that
 * figures stay figures, and only one read by {@code _id} for texts that nothing else understood.
 */
@Component
@Order(90)
class CustomerAnswers implements FreeTextHandler {

  /** For so long any words that are no small talk may be the place asked for. */
  private static final Duration LOOSELY = Duration.ofMinutes(10);

  private static final int LONGEST = 80;

  private final AwaitedPartsRepository awaited;
  private final CustomerBook book;
  private final OrganizationService organizations;
  private final CommandCatalog catalog;

  CustomerAnswers(
      AwaitedPartsRepository awaited,
      CustomerBook book,
      OrganizationService organizations,
      CommandCatalog catalog) {
    this.awaited = awaited;
    this.book = book;
    this.organizations = organizations;
    this.catalog = catalog;
  }

  @Override
  public Precedence precedence() {
    return Precedence.FIGURES;
  }

  @Override
  public String commandName() {
    return CustomerCommands.NAME;
  }

  @Override
  public boolean claims(InboundMessage message, Caller caller) {
    String text = message.text().strip();
    if (caller.memberId() == null
        || caller.organizationId() == null
        || text.length() < 2
        || text.length() > LONGEST
        || beginsWithCommand(text)) {
      return false;
    }
    return awaited
        .find(caller)
        .filter(part -> part.takes(message.key(), message.receivedAt()))
        .filter(part -> fits(part, message, caller))
        .isPresent();
  }

  private boolean fits(AwaitedPartDocument part, InboundMessage message, Caller caller) {
    if (message.key().equals(part.answeredBy())) {
      return true;
    }
    List<CustomerDraft.Part> missing =
        book.find(part.organizationId(), part.number())
            .map(CustomerText::missing)
            .orElse(List.of());
    boolean loosely = message.receivedAt().isBefore(part.askedAt().plus(LOOSELY));
    try {
      CustomerDraft draft =
          AnswerReader.read(
              message.text(),
              missing,
              AreaCodeSetting.of(organizations.get(caller.organization())),
              loosely);
      return !draft.isEmpty();
    } catch (CustomerProblem wrongPhone) {
      return missing.contains(CustomerDraft.Part.PHONE);
    }
  }

  private boolean beginsWithCommand(String text) {
    String word = text.split("[\\s:：]", 2)[0];
    return catalog.all().stream()
        .anyMatch(command -> command.name().equals(word) || command.aliases().contains(word));
  }
}
