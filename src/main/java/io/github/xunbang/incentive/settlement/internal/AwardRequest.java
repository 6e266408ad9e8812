package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One use of 奖惩.
 *
 * @param call the message
 * @param organization whose
 * @param today business day of the message
 * @param verb 确认 …, empty for a look
 * @param rest what stands after the verb
 */
record AwardRequest(
    CommandCall call, Organization organization, LocalDate today, String verb, String rest) {

  /** The same message, whose first word is this verb. */
  AwardRequest with(String word) {
    return new AwardRequest(call, organization, today, word, rest.substring(word.length()).strip());
  }

  /** Who asks. */
  Member member() {
    return organization.member(memberId()).orElseThrow();
  }

  String memberId() {
    return call.caller().member();
  }

  String key() {
    return call.message().key();
  }

  Instant at() {
    return call.message().receivedAt();
  }

  boolean isManager() {
    return call.caller().access().covers(Access.MANAGER);
  }

  /** Everything that decides about others is a manager's. */
  void needManager() {
    if (!isManager()) {
      throw refused("managersOnly", Map.of("verb", verb));
    }
  }

  CommandRejectedException refused(String reply, Map<String, ?> values) {
    return call.rejection(reply, values);
  }

  String said(String reply, Map<String, ?> values) {
    return call.definition().text(reply, values);
  }
}
