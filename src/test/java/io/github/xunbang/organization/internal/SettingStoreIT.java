package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.Teams;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.SettingsChanged;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingStoreIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);

  private final EmbeddedTestDatabase mongo = EmbeddedTestDatabase.inMemory();
  private final List<Object> events = new ArrayList<>();
  private final OrganizationRepository repository = new OrganizationRepository(mongo.template());
  private final Organization team = repository.insert(SettingStoreIT::team);

  @AfterEach
  void stopDatabase() {
    mongo.close();
  }

  @Test
  void daysThatTwoInstancesAddAtTheSameMomentAreAllKept() throws Exception {
    List<Callable<Object>> work = new ArrayList<>();
    for (int day = 1; day <= 20; day++) {
      SettingStore store = store(new OrganizationRepository(mongo.template()));
      String typed = "12-" + day;
      work.add(Executors.callable(() -> set(store, typed)));
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(stored().settings()).containsEntry("放假", "2026-12-01/2026-12-20");
    assertThat(events).hasSize(20).containsOnly(new SettingsChanged(team.id(), Set.of("放假")));
  }

  @Test
  void aRefusedValueStoresAndTellsNothing() {
    SettingStore store = store(repository);

    assertThatThrownBy(() -> set(store, "12-4、12-40")).isInstanceOf(CommandRejectedException.class);

    assertThat(stored().settings()).isEmpty();
    assertThat(events).isEmpty();
  }

  private void set(SettingStore store, String typed) {
    store.store(team.id(), new ExtraDaysOffSetting(), typed, TODAY, (before, after) -> {});
  }

  private SettingStore store(OrganizationRepository over) {
    OrganizationCache cache = new OrganizationCache(over, new LookupRepository(mongo.template()));
    return new SettingStore(
        over,
        cache,
        event -> {
          synchronized (events) {
            events.add(event);
          }
        });
  }

  private Organization stored() {
    return repository.find(team.id(), null).orElseThrow().organization();
  }

  private static Organization team(String id) {
    Organization one = Teams.of("张敏");
    return new Organization(
        id,
        one.name(),
        one.businessDay(),
        Map.of(),
        true,
        one.groups(),
        one.members(),
        one.createdAt());
  }
}
