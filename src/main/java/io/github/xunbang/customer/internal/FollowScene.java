package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who says something about a customer, where and on which business day.
 *
 * @param call what was said
 * @param organization whose customers
 * @param self the sender
 * @param today business day of the message
 */
record FollowScene(CommandCall call, Organization organization, Member self, LocalDate today) {

  String organizationId() {
    return organization.id();
  }

  /** Idempotency key of everything that the message does. */
  String key() {
    return call.message().key();
  }

  Instant at() {
    return call.message().receivedAt();
  }

  /** The channel on which the matter came up. */
  String channel() {
    return call.caller().conversation().channel();
  }

  DateWords dates() {
    return new DateWords(organization.businessDay(), at());
  }

  /** A customer is its owner's, the owner's leaders' and the managers' business (S-16). */
  boolean mayWorkOn(Customer customer) {
    return customer.ownerId().equals(self.id())
        || isManager()
        || organization.member(customer.ownerId()).filter(this::mayWorkFor).isPresent();
  }

  /** Oneself, those one leads, and for managers everybody. */
  boolean mayWorkFor(Member member) {
    return member.id().equals(self.id())
        || isManager()
        || organization.leads(self.id(), member, today);
  }

  boolean isManager() {
    return call.caller().access().covers(Access.MANAGER);
  }

  /** The active member of this name; {@code @李四} is 李四, 我 is the sender. */
  Optional<Member> member(String typed) {
    String name = PersonName.normalized(typed);
    String bare = name.startsWith("@") ? name.substring(1) : name;
    return bare.equals("我") || bare.equals("本人") || bare.equals("自己")
        ? Optional.of(self)
        : organization.memberNamed(bare, today);
  }

  /** The name of a member, whoever it was. */
  String nameOf(String memberId) {
    return organization.member(memberId).map(Member::name).orElse("已离开的同事");
  }

  /** The act that this message does to a customer. */
  Customer.Act act(String id, String change) {
    return new Customer.Act(id, self.id(), at(), change);
  }
}
