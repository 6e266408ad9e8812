package io.github.xunbang.customer.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.message.UntrustedText;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The one customer that a name or a K number means, among those the sender may work on. */
@Component
class CustomerPick {

  private static final Pattern NUMBER = Pattern.compile("[kKＫｋ]\\s*(\\d{1,9})");
  private static final int SHOWN = 3;
  private static final int TYPED = 16;

  private final CustomerBook book;
  private final FollowTexts texts;

  CustomerPick(CustomerBook book, FollowTexts texts) {
    this.book = book;
    this.texts = texts;
  }

  /** Where the line goes on after the customer. */
  record Split(String customer, String rest) {}

  /** The first word and what follows it. */
  static Split split(String input) {
    String[] parts = input.strip().split("[\\s,，:：]+", 2);
    return new Split(parts[0], parts.length > 1 ? parts[1].strip() : "");
  }

  /** What follows the customer, whose name may be typed in full: 宏达公司 李总. */
  static String rest(Split split, Customer customer) {
    String typed = split.customer() + " " + split.rest();
    String name = customer.name();
    boolean full =
        typed.startsWith(name)
            && (typed.length() == name.length() || typed.charAt(name.length()) == ' ');
    return full ? typed.substring(name.length()).strip() : split.rest();
  }

  /**
   * Finds the customer.
   *
   * @param command the command word, for the line to type instead
   * @param split what was typed
   * @param may who may, besides owner, leader and manager; a message that changed the customer
   *     before may again
   * @throws CommandRejectedException when there is none, it is somebody else's, or there are
   *     several
   */
  Customer one(FollowScene scene, String command, Split split, Predicate<Customer> may) {
    List<Customer> named = candidates(scene, split.customer());
    if (named.isEmpty()) {
      throw texts.rejection(
          "unknownCustomer", Map.of("name", UntrustedText.oneLine(split.customer(), TYPED)));
    }
    List<Customer> own =
        named.stream()
            .filter(one -> scene.mayWorkOn(one) || isDone(one, scene) || may.test(one))
            .toList();
    if (own.isEmpty()) {
      Customer first = named.get(0);
      throw texts.rejection(
          "notYours",
          Map.of("customer", ShownCustomer.label(first), "owner", scene.nameOf(first.ownerId())));
    }
    if (own.size() > 1) {
      return own.stream()
          .filter(one -> isDone(one, scene))
          .findFirst()
          .orElseThrow(() -> which(command, split, own));
    }
    return own.get(0);
  }

  private List<Customer> candidates(FollowScene scene, String typed) {
    Matcher number = NUMBER.matcher(typed);
    if (number.matches()) {
      return book.find(scene.organizationId(), Integer.parseInt(number.group(1))).stream()
          .filter(one -> !one.isInvalid())
          .toList();
    }
    List<Customer> found = book.named(scene.organizationId(), typed);
    List<Customer> exact = found.stream().filter(one -> one.name().equals(typed)).toList();
    return exact.isEmpty() ? found : exact;
  }

  /** Whether this very message was at work on the customer before a crash. */
  static boolean isDone(Customer customer, FollowScene scene) {
    return customer.acts().stream().anyMatch(act -> act.id().equals(scene.key()));
  }

  private CommandRejectedException which(String command, Split split, List<Customer> own) {
    String more = own.size() > SHOWN ? "\n…共" + own.size() + "个" : "";
    return texts.rejection(
        "several",
        Map.of(
            "name", UntrustedText.oneLine(split.customer(), TYPED),
            "count", own.size(),
            "customers",
                own.stream().limit(SHOWN).map(ShownCustomer::line).collect(Collectors.joining("\n"))
                    + more,
            "line",
                (command
                        + " K"
                        + own.get(0).number()
                        + " "
                        + ShownCustomer.withoutPhones(split.rest()))
                    .strip()));
  }
}
