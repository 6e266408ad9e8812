package io.github.xunbang.organization.internal;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.EnrolmentListener;
import io.github.xunbang.organization.FiguresPresence;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Setting;
import io.github.xunbang.organization.TestCommands;
import io.github.xunbang.organization.posts.PostSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One instance of the organization room over a database, put together by hand. */
final class Installation {

  static final Conversation GROUP = Conversation.group("aibot", "g1");
  static final Instant NOW = Instant.parse("2026-12-03T13:40:00Z");
  static final String CODE = "8F3K2P";

  final BusinessClock clock = new BusinessClock(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
  final List<Object> events = new ArrayList<>();
  final List<EnrolmentListener> listeners = new ArrayList<>();
  final OrganizationService organizations;
  final LookupRepository lookups;
  final AdministratorsRepository administrators;
  boolean holdsFigures;

  private final OrganizationRepository repository;
  private final MemberFinder finder;
  private final ClaimCode claimCode;
  private final OrganizationCache cache;
  private final AtomicInteger messages = new AtomicInteger();

  Installation(MongoTemplate mongo, String admins) {
    this(mongo, admins, Ticker.systemTicker());
  }

  Installation(MongoTemplate mongo, String admins, Ticker ticker) {
    repository = new OrganizationRepository(mongo);
    lookups = new LookupRepository(mongo);
    administrators = new AdministratorsRepository(mongo, admins);
    cache = new OrganizationCache(repository, lookups);
    organizations =
        new MongoOrganizationService(
            repository, lookups, cache, administrators, this::publish, clock);
    finder = new MemberFinder(organizations);
    claimCode = new ClaimCode(administrators, CODE, ticker);
  }

  String say(String user, String text) {
    return say(GROUP, user, null, text);
  }

  String say(Conversation where, String user, String vendorName, String text) {
    InboundMessage message =
        TestCommands.message(
            "msg" + messages.incrementAndGet(), where, user, vendorName, text, clock.instant());
    for (Map.Entry<String, CommandHandler> entry : handlers().entrySet()) {
      if (text.startsWith(entry.getValue().name())) {
        return TestCommands.say(
            entry.getValue(), entry.getKey(), organizations.identify(message), message);
      }
    }
    throw new IllegalArgumentException(text);
  }

  InboundMessage message(String user) {
    return TestCommands.message("m", GROUP, user, null, "hi", clock.instant());
  }

  private void publish(Object event) {
    synchronized (events) {
      events.add(event);
    }
  }

  private Map<String, CommandHandler> handlers() {
    FiguresPresence presence = organization -> holdsFigures;
    return Map.of(
        "claim.yaml", new ClaimCommands(claimCode),
        "bind.yaml",
            new BindCommands(
                organizations,
                repository,
                administrators,
                TestCommands.provider(FiguresPresence.class, List.of(presence))),
        "appoint.yaml", new AppointCommands(organizations, finder),
        "enrol.yaml",
            new EnrolCommands(
                organizations, TestCommands.provider(EnrolmentListener.class, listeners)),
        "members.yaml", new MembersCommands(organizations, finder),
        "settings.yaml",
            new SettingsCommands(
                organizations,
                repository,
                new SettingStore(repository, cache, this::publish),
                TestCommands.provider(
                    Setting.class,
                    List.of(new NameSetting(), new ClosingTimeSetting(), new DayStartSetting())),
                new PostSettings(TestCommands.provider(AutoPost.class, List.of()), null, clock),
                new GroupRoles(organizations)));
  }
}
