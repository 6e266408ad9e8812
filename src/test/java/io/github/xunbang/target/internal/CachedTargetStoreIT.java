package io.github.xunbang.target.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances on one database. */
class CachedTargetStoreIT extends FrontDoorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
  private static final Period DECEMBER = Period.containing(PeriodType.MONTH, TODAY);
  private static final TargetStore.Author BOSS =
      new TargetStore.Author("m0", TODAY, Instant.parse("2026-12-03T13:40:00Z"));

  @Autowired private TargetsRepository repository;

  private final String organization = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void losesNoChangeWhenTwoInstancesWriteAtOnce() {
    List<CachedTargetStore> instances =
        List.of(
            new CachedTargetStore(repository, event -> {}),
            new CachedTargetStore(repository, event -> {}));

    CompletableFuture.allOf(
            IntStream.range(0, 20)
                .mapToObj(
                    i ->
                        CompletableFuture.runAsync(
                            () ->
                                instances
                                    .get(i % 2)
                                    .change(
                                        organization, Map.of(key("m" + i), draft(i + 1)), BOSS)))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(
            new CachedTargetStore(repository, event -> {})
                .startingWith(organization, DECEMBER)
                .all())
        .hasSize(20);
  }

  @Test
  void readsBackExactlyWhatWasStored() {
    TargetKey quota = TargetKey.of(new Subject(Subject.Kind.POSITION, "客户经理"), "k1", Cadence.DAY);
    Draft full = new Draft(new BigDecimal("2.5"), new BigDecimal("3"), null, true);
    Draft share = new Draft(null, null, new BigDecimal("30"), false);
    TargetStore writer = new CachedTargetStore(repository, event -> {});
    writer.change(organization, Map.of(quota, full, key("m1"), draft(5)), BOSS);
    writer.change(organization, Map.of(quota, share), BOSS);
    writer.change(organization, Map.of(quota, share), BOSS);

    StoredTarget read =
        new CachedTargetStore(repository, event -> {})
            .standing(organization)
            .find(quota)
            .orElseThrow();

    assertThat(read.versions())
        .containsExactly(
            new Version(1, full, TODAY, "m0", BOSS.at()),
            new Version(2, share, TODAY, "m0", BOSS.at()));
  }

  @Test
  void forgetsADeletedOrganizationAndNoOther() {
    CachedTargetStore store = new CachedTargetStore(repository, event -> {});
    store.change(organization, Map.of(key("m1"), draft(5)), BOSS);
    store.change(organization + "x", Map.of(key("m1"), draft(5)), BOSS);

    store.onDeleted(new OrganizationDeleted(organization));

    assertThat(store.startingWith(organization, DECEMBER).all()).isEmpty();
    assertThat(store.startingWith(organization + "x", DECEMBER).all()).hasSize(1);
  }

  private static TargetKey key(String memberId) {
    return TargetKey.of(new Subject(Subject.Kind.MEMBER, memberId), "qiandan", DECEMBER);
  }

  private static Draft draft(int base) {
    return Draft.of(BigDecimal.valueOf(base), null);
  }
}
