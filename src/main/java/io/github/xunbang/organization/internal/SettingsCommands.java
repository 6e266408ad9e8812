package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Setting;
import io.github.xunbang.organization.posts.PostSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 设置: lists, shows and changes what the rooms registered as {@link Setting}. */
@Component
class SettingsCommands implements CommandHandler {

  private static final Pattern TIMETABLE = Pattern.compile("定时|时间表|自动发送|自动");

  private final OrganizationService organizations;
  private final OrganizationRepository repository;
  private final SettingStore store;
  private final ObjectProvider<Setting> settings;
  private final PostSettings postSettings;
  private final GroupRoles groupRoles;

  SettingsCommands(
      OrganizationService organizations,
      OrganizationRepository repository,
      SettingStore store,
      ObjectProvider<Setting> settings,
      PostSettings postSettings,
      GroupRoles groupRoles) {
    this.organizations = organizations;
    this.repository = repository;
    this.store = store;
    this.settings = settings;
    this.postSettings = postSettings;
    this.groupRoles = groupRoles;
  }

  @Override
  public String name() {
    return "设置";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (call.caller().organizationId() == null) {
      throw call.rejection("noTeam", Map.of());
    }
    Organization organization = organizations.get(call.caller().organization());
    if (call.input().isBlank()) {
      return list(call, organization);
    }
    if (TIMETABLE.matcher(call.input().strip()).matches()) {
      return timetable(call, organization);
    }
    if (call.input().startsWith(GroupRoles.WORD)) {
      return groupRoles.handle(call, organization);
    }
    Setting setting =
        named(call.input())
            .orElseThrow(
                () ->
                    call.rejection(
                        "unknown",
                        Map.of(
                            "typed", UntrustedText.oneLine(call.input(), 20), "names", names())));
    String value = value(call.input(), setting);
    return value.isEmpty()
        ? call.reply("show", shown(setting, organization)).changingNothing()
        : change(call, setting, value, organization);
  }

  private Reply list(CommandCall call, Organization organization) {
    String values =
        settings
            .orderedStream()
            .map(setting -> setting.name() + " " + setting.show(organization))
            .collect(Collectors.joining("；"));
    return call.reply(
            "list", Map.of("settings", values, "posts", postSettings.summary(organization)))
        .changingNothing();
  }

  private Reply timetable(CommandCall call, Organization organization) {
    return call.reply("timetable", Map.of("lines", postSettings.timetable(organization)))
        .changingNothing();
  }

  private Reply change(CommandCall call, Setting setting, String typed, Organization organization) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    if (setting.name().equals(NameSetting.NAME)) {
      rename(call, organization, setting.parse(typed, organization, today));
    } else {
      store.store(
          organization.id(),
          setting,
          typed,
          today,
          (before, after) -> refuseToReopen(call, before, after));
    }
    return call.reply("changed", shown(setting, organizations.get(organization.id())));
  }

  private void rename(CommandCall call, Organization organization, String name) {
    boolean taken =
        repository.named(name).stream().anyMatch(other -> !other.id().equals(organization.id()));
    if (taken) {
      throw call.rejection("taken", Map.of("name", name));
    }
    organizations.rename(organization.id(), name);
  }

  /** What has been closed stays closed: a later closing time must not open yesterday again. */
  private static void refuseToReopen(CommandCall call, Organization before, Organization after) {
    Instant now = call.message().receivedAt();
    LocalDate yesterday = now.atZone(before.businessDay().zone()).toLocalDate().minusDays(1);
    if (before.isFrozen(yesterday, now) && !after.isFrozen(yesterday, now)) {
      throw call.rejection("frozen", Map.of("closing", before.businessDay().closingTime()));
    }
  }

  private Stream<Setting> all() {
    return Stream.concat(settings.orderedStream(), postSettings.all().stream());
  }

  /** The setting whose name the input starts with, the longest if several do. */
  private Optional<Setting> named(String input) {
    return all()
        .filter(setting -> !word(input, setting).isEmpty())
        .max(Comparator.comparing(setting -> word(input, setting).length()));
  }

  /** The name or alias of the setting that the input starts with, empty for none. */
  private static String word(String input, Setting setting) {
    return Stream.concat(Stream.of(setting.name()), setting.aliases().stream())
        .filter(input::startsWith)
        .max(Comparator.comparing(String::length))
        .orElse("");
  }

  private static String value(String input, Setting setting) {
    return input
        .substring(word(input, setting).length())
        .strip()
        .replaceFirst("^(?:[:：=]|改为|改成|为)\\s*", "");
  }

  private String names() {
    List<String> names = all().map(Setting::name).toList();
    return String.join("、", names);
  }

  private static Map<String, String> shown(Setting setting, Organization organization) {
    return Map.of(
        "name", setting.name(),
        "value", setting.show(organization),
        "description", setting.description());
  }
}
