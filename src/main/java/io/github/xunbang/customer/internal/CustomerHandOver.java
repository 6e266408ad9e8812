package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.HandOver;
import io.github.xunbang.organization.Member;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands customers over: the finder stays for the later split (S-16), the new owner reads the full
 * phone in private, and open call-backs of the old owner go along.
 */
@Component
@Order(100)
class CustomerHandOver implements HandOver {

  private static final int TYPED = 16;
  private static final Pattern ALL =
      Pattern.compile("(\\S+?)的?\\s*(?:全部|所有|名下)(?:的?客户)?\\s*(?:给|转给|->|→)?\\s*(\\S+)");
  private static final Pattern TO = Pattern.compile("^(?:转给|转|给|->|→)\\s*");

  private final FollowScenes scenes;
  private final CustomerPick pick;
  private final OwnerChange ownerChange;
  private final LeaverHandOver leavers;

  CustomerHandOver(
      FollowScenes scenes, CustomerPick pick, OwnerChange ownerChange, LeaverHandOver leavers) {
    this.scenes = scenes;
    this.pick = pick;
    this.ownerChange = ownerChange;
    this.leavers = leavers;
  }

  /** Numbers with # are deals; everything else is a customer. */
  @Override
  public boolean claims(CommandCall call) {
    return !call.input().startsWith("#") && !call.input().startsWith("＃");
  }

  @Override
  public Reply handOver(CommandCall call) {
    FollowScene scene = scenes.of(call);
    String input = call.input().strip();
    Matcher all = ALL.matcher(input);
    if (all.matches()) {
      return leavers.ask(scene, all.group(1), member(scene, all.group(2)));
    }
    CustomerPick.Split split = CustomerPick.split(input);
    Customer customer = pick.one(scene, HandOverCommands.NAME, split, one -> false);
    String to = TO.matcher(CustomerPick.rest(split, customer)).replaceFirst("");
    if (to.isEmpty()) {
      throw call.rejection("noReceiver", Map.of("customer", ShownCustomer.name(customer)));
    }
    Member receiver = member(scene, to.split("\\s+")[0]);
    boolean done = CustomerPick.isDone(customer, scene);
    if (customer.ownerId().equals(receiver.id()) && !done) {
      throw call.rejection(
          "sameOwner", Map.of("customer", ShownCustomer.label(customer), "owner", receiver.name()));
    }
    OwnerChange.Done change = ownerChange.hand(scene, customer, receiver);
    return call.reply(
        "handedOver",
        Map.of(
            "customer", ShownCustomer.line(change.customer()),
            "from", change.from(),
            "to", receiver.name(),
            "finder", scene.nameOf(customer.finderId()),
            "found", DateText.day(customer.foundOn()),
            "callbacks", change.callBacks() == 0 ? "" : "，" + change.callBacks() + "个约好的回访一起转了"));
  }

  private static Member member(FollowScene scene, String typed) {
    return scene.member(typed).orElseThrow(() -> unknown(scene, typed));
  }

  private static CommandRejectedException unknown(FollowScene scene, String typed) {
    List<String> names =
        scene.organization().activeMembers(scene.today()).stream().map(Member::name).toList();
    String near = NearNames.alike(typed, names);
    return scene
        .call()
        .rejection(
            "unknownMember",
            Map.of(
                "name",
                UntrustedText.oneLine(typed.replaceFirst("^[@＠]", ""), TYPED),
                "near",
                near.isEmpty() ? "" : "，是不是" + near));
  }
}
