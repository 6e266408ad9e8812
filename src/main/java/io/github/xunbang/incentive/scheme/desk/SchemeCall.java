package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One 方案 line: who says it, about which team, and the words after the verb.
 *
 * @param call the command as it came
 * @param organization the caller's
 * @param today business day of the message
 * @param words what stands after the verb, trimmed
 */
record SchemeCall(CommandCall call, Organization organization, LocalDate today, String words) {

  private static final int SHOWN = 16;

  Instant at() {
    // MongoDB keeps milliseconds; what is compared must equal what is read back.
    return call.message().receivedAt().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The caller's member id; whoever changes rules answers for them with a name. */
  String member() {
    if (call.caller().memberId() == null) {
      throw rejection("schemeStranger", Map.of());
    }
    return call.caller().member();
  }

  SchemeCall with(String otherWords) {
    return new SchemeCall(call, organization, today, otherWords.strip());
  }

  CommandRejectedException rejection(String key, Map<String, ?> values) {
    return call.rejection(key, values);
  }

  Reply reply(String key, Map<String, ?> values) {
    return call.reply(key, values);
  }

  /** A scheme that the words name, and the words after it. */
  record Named(Scheme scheme, SchemeCall rest) {}

  /**
   * The scheme at the head of the words, by id or name.
   *
   * @throws CommandRejectedException naming the schemes there are
   */
  Named scheme(Schemes schemes) {
    return find(schemes)
        .or(() -> only(schemes))
        .orElseThrow(() -> unknown(schemes.all(organization.id())));
  }

  /** The scheme at the head of the words, if there is one. */
  Optional<Named> find(Schemes schemes) {
    List<Scheme> all = schemes.all(organization.id());
    String head = head().toUpperCase(Locale.ROOT);
    return all.stream()
        .filter(scheme -> scheme.id().equals(head))
        .findFirst()
        .map(scheme -> new Named(scheme, with(words.substring(head.length()))))
        .or(
            () ->
                all.stream()
                    .filter(scheme -> words.startsWith(scheme.name()))
                    .max(Comparator.comparing(scheme -> scheme.name().length()))
                    .map(
                        scheme ->
                            new Named(scheme, with(words.substring(scheme.name().length())))));
  }

  /** The team's only scheme where none is named. */
  private Optional<Named> only(Schemes schemes) {
    List<Scheme> all = schemes.all(organization.id());
    return words.isEmpty() && all.size() == 1
        ? Optional.of(new Named(all.get(0), this))
        : Optional.empty();
  }

  /** The words up to the first blank. */
  String head() {
    return words.split("\\s", 2)[0];
  }

  /** The head when it looks like {@code R3}, in capitals. */
  Optional<String> ruleId() {
    String head = head().toUpperCase(Locale.ROOT);
    return head.matches("R\\d{1,6}") ? Optional.of(head) : Optional.empty();
  }

  CommandRejectedException unknown(List<Scheme> all) {
    return all.isEmpty()
        ? rejection("schemeNone", Map.of())
        : rejection(
            "schemeUnknown",
            Map.of(
                "word", UntrustedText.oneLine(head(), SHOWN),
                "schemes", names(all),
                "sample", all.get(0).id()));
  }

  private static String names(List<Scheme> all) {
    return all.stream()
        .map(scheme -> scheme.id() + " " + scheme.name())
        .collect(Collectors.joining("、"));
  }

  /** The period that {@code typed} is, campaigns by name. */
  Optional<Period> period(String typed) {
    return periods().parse(typed);
  }

  private PeriodWords periods() {
    Map<String, Period> campaigns =
        organization.structure().campaigns().stream()
            .collect(Collectors.toMap(Campaign::name, Campaign::period, (one, same) -> one));
    return new PeriodWords(
        organization.businessDay(), call.message().receivedAt(), organization.periods(), campaigns);
  }
}
