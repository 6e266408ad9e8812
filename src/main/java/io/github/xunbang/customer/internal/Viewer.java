package io.github.xunbang.customer.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who asks, and what of a customer they may read: the owner and managers all, leaders their unit's,
 * others only whose it is. A phone in full only in the private chat of its owner or a manager.
 */
record Viewer(Organization organization, Caller caller, LocalDate day) {

  boolean owns(Customer customer) {
    return customer.ownerId().equals(caller.memberId());
  }

  /** Whether the caller may change the customer. */
  boolean mayChange(Customer customer) {
    return owns(customer) || caller.access().covers(Access.MANAGER);
  }

  /** Whether the caller may read more than whose it is. */
  boolean sees(Customer customer) {
    return mayChange(customer) || leads(customer);
  }

  /** The phone as this reader may see it, or empty. */
  String phone(Customer customer) {
    Phone phone = customer.phone();
    if (phone == null) {
      return "";
    }
    boolean full = !caller.conversation().isGroup() && mayChange(customer);
    return full ? phone.full() : phone.masked();
  }

  /** The name of the member who looks after it. */
  String owner(Customer customer) {
    return organization.member(customer.ownerId()).map(Member::name).orElse("已离开的同事");
  }

  private boolean leads(Customer customer) {
    Optional<Member> owner = organization.member(customer.ownerId());
    String memberId = caller.memberId();
    return memberId != null && owner.isPresent() && organization.leads(memberId, owner.get(), day);
  }
}
