package io.github.xunbang.customer.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 我的客户: the own customers, latest first, ten a page. */
@Component
class MyCustomersCommands implements CommandHandler {

  private static final int PAGE = 10;
  private static final Pattern PAGE_WORD = Pattern.compile("第?\\s*(\\d{1,4})\\s*页?");

  private final OrganizationService organizations;
  private final CustomerBook book;

  MyCustomersCommands(OrganizationService organizations, CustomerBook book) {
    this.organizations = organizations;
    this.book = book;
  }

  @Override
  public String name() {
    return "我的客户";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    List<Customer> own = book.ownedBy(organization.id(), call.caller().member());
    if (own.isEmpty()) {
      return call.reply("none");
    }
    int pages = (own.size() + PAGE - 1) / PAGE;
    int page = Math.min(page(call), pages);
    Viewer viewer =
        new Viewer(
            organization,
            call.caller(),
            organization.businessDay().of(call.message().receivedAt()));
    String lines =
        own.stream()
            .skip((long) (page - 1) * PAGE)
            .limit(PAGE)
            .map(customer -> CustomerText.line(customer, viewer))
            .collect(Collectors.joining("\n"));
    String more =
        page < pages ? "\n" + call.definition().text("more", Map.of("page", page + 1)) : "";
    return call.reply("list", Map.of("count", own.size(), "customers", lines, "more", more));
  }

  private static int page(CommandCall call) {
    if (call.input().isBlank()) {
      return 1;
    }
    Matcher matcher = PAGE_WORD.matcher(call.input().strip());
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
      throw call.rejection("noPage", Map.of());
    }
    return Integer.parseInt(matcher.group(1));
  }
}
