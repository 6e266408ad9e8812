package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives a customer another owner: call-backs first, then the customer, which is the truth. Cut off
 * in between, the message sent again goes on; without it the reminders give the call-backs back.
 */
@Component
class OwnerChange {

  private static final String TO = "转给";

  private final CustomerBook book;
  private final CallBackDesk desk;
  private final PrivateNotices notices;
  private final FollowTexts texts;

  OwnerChange(CustomerBook book, CallBackDesk desk, PrivateNotices notices, FollowTexts texts) {
    this.book = book;
    this.desk = desk;
    this.notices = notices;
    this.texts = texts;
  }

  /**
   * What was done.
   *
   * @param customer as stored now
   * @param from the name of the owner before
   * @param callBacks how many open call-backs went along
   */
  record Done(Customer customer, String from, int callBacks) {}

  /** Hands it over and tells the new owner in private, with the full phone; only there. */
  Done hand(FollowScene scene, Customer customer, Member to) {
    Done done = handQuietly(scene, customer, to, scene.key());
    if (!to.id().equals(scene.self().id())) {
      notices.tell(
          scene.organization(),
          to,
          scene.channel(),
          "handover|" + scene.key(),
          notice(scene, done.customer()));
    }
    return done;
  }

  /** Hands it over without a word; again with the same {@code actId} it changes nothing. */
  Done handQuietly(FollowScene scene, Customer customer, Member to, String actId) {
    Optional<String> before =
        customer.acts().stream()
            .filter(act -> act.id().equals(actId))
            .map(act -> act.change().split(TO)[0])
            .findFirst();
    if (before.isPresent()) {
      return new Done(customer, before.get(), 0);
    }
    Organization organization = scene.organization();
    List<CallBack> moving =
        desk.of(organization.id(), customer.ownerId()).openFor(customer.number()).stream()
            .filter(CallBack::forOwner)
            .toList();
    desk.move(organization, moving, customer.ownerId(), to.id(), true, actId, scene.at());
    String from = scene.nameOf(customer.ownerId());
    Customer stored =
        book.change(
            organization.id(),
            customer.number(),
            scene.act(actId, from + TO + to.name()),
            one -> withOwner(one, to.id()));
    return new Done(stored, from, moving.size());
  }

  private String notice(FollowScene scene, Customer customer) {
    return texts.text(
        "received",
        Map.of(
            "from", scene.self().name(),
            "customer", ShownCustomer.label(customer),
            "phone", ShownCustomer.full(customer),
            "address", ShownCustomer.address(customer),
            "note",
                customer.note().isBlank()
                    ? ""
                    : "\n备注：" + ShownCustomer.withoutPhones(customer.note()),
            "finder", scene.nameOf(customer.finderId()),
            "number", customer.number()));
  }

  private static Customer withOwner(Customer one, String ownerId) {
    return new Customer(
        one.organizationId(),
        one.number(),
        one.name(),
        one.phone(),
        one.address(),
        one.note(),
        one.finderId(),
        ownerId,
        one.foundOn(),
        one.completedOn(),
        one.acts(),
        one.revision());
  }
}
