package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The words of 派单, also for what is posted later. */
@Component
class DispatchTexts {

  private final CommandCatalog catalog;

  DispatchTexts(CommandCatalog catalog) {
    this.catalog = catalog;
  }

  String text(String key, Map<String, ?> values) {
    return catalog.find(DispatchCommands.NAME).orElseThrow().text(key, values);
  }

  Reply reply(String key, Map<String, ?> values) {
    return Reply.text(text(key, values));
  }

  CommandRejectedException rejection(String key, Map<String, ?> values) {
    return new CommandRejectedException(text(key, values));
  }

  /**
   * The form.
   *
   * @param key the reply text: what to do with it
   * @param fullPhone only for the private chat of the one who goes there
   */
  String form(
      String key,
      Organization organization,
      Dispatch dispatch,
      Customer customer,
      boolean fullPhone) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", dispatch.number());
    values.put("customer", dispatch.label());
    values.put("phone", fullPhone ? ShownCustomer.full(customer) : ShownCustomer.masked(customer));
    values.put("address", ShownCustomer.address(customer));
    String note = ShownCustomer.withoutPhones(customer.note());
    values.put("task", dispatch.task() + (note.isBlank() ? "" : "；客户情况：" + note));
    values.put("from", organization.member(dispatch.fromId()).map(Member::name).orElse("已离开的同事"));
    values.put("day", DateText.day(dispatch.sentOn()));
    values.put("state", dispatch.state().word());
    return text(key, values);
  }
}
