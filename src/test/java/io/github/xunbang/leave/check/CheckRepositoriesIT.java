package io.github.xunbang.leave.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.leave.check.Draw.Entry;
import io.github.xunbang.leave.check.Draw.Item;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several leaders at once: one draw, one roll call, no result lost. */
class CheckRepositoriesIT {

  private static final int THREADS = 6;
  private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
  private static final Instant TEN = Instant.parse("2026-12-03T02:00:00Z");

  private EmbeddedTestDatabase database;
  private DrawRepository draws;
  private RollCallRepository rollCalls;

  @BeforeEach
  void start() {
    database = EmbeddedTestDatabase.inMemory();
    draws = new DrawRepository(database.template());
    rollCalls = new RollCallRepository(database.template());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aScopeAndDayIsDrawnOnce() throws Exception {
    List<Draw> all =
        atOnce(
            thread -> {
              int number = draws.claim("o1", "LOG|all|" + DAY, 0);
              return draws.insert("o1", draw(number, "by" + thread));
            });

    assertThat(all).extracting(Draw::number).containsOnly(all.get(0).number());
    assertThat(all).extracting(Draw::drawnBy).containsOnly(all.get(0).drawnBy());
    assertThat(draws.latest("o1", 50)).hasSize(1);
    assertThat(draws.claimed("o2", "LOG|all|" + DAY, 0)).isEmpty();
  }

  @Test
  void noResultIsLost() throws Exception {
    draws.insert("o1", draw(1, "by"));

    atOnce(
        thread ->
            draws.update(
                "o1",
                1,
                found ->
                    found.with(found.items(), new Entry(TEN, "m1", "k" + thread, 1, "TRUE", ""))));

    assertThat(draws.find("o1", 1).orElseThrow().entries()).hasSize(1 + THREADS);
  }

  @Test
  void onlyOneRollCallRunsForTheSamePeople() throws Exception {
    List<String> outcomes =
        atOnce(
            thread -> {
              try {
                rollCalls.update("o1", DAY, day -> day.opening(call("k" + thread, TEN), 2));
                return "opened";
              } catch (CheckProblem refused) {
                return String.valueOf(refused.getMessage());
              }
            });

    assertThat(outcomes).containsOnlyOnce("opened").contains("running");
    assertThat(rollCalls.find("o1", DAY).calls()).hasSize(1);
  }

  @Test
  void nobodyIsAskedOftenerThanSet() {
    rollCalls.update("o1", DAY, day -> day.opening(call("k1", TEN), 1));
    RollCall later = call("k2", TEN.plusSeconds(3600)).asking(List.of("m1", "m2", "m3"));

    rollCalls.update("o1", DAY, day -> day.opening(later, 1));

    assertThat(rollCalls.find("o1", DAY).find("k2").orElseThrow().members()).containsExactly("m3");
    assertThat(rollCalls.find("o1", DAY).find("k2").orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void theFirstAnswerStands() throws Exception {
    RollCall call = call("k1", TEN).numbered(1);

    List<Boolean> first =
        atOnce(
            thread ->
                rollCalls.answer(
                    "o1", DAY, call, new RollCallAnswer("m1", TEN.plusSeconds(thread), false)));

    assertThat(first).containsOnlyOnce(true);
    assertThat(rollCalls.answers("o1", DAY, call)).hasSize(1);
  }

  private static Draw draw(int number, String by) {
    return new Draw(
        number,
        Draw.Kind.LOG,
        "m|all",
        "全队",
        DAY,
        0,
        42,
        List.of("m1", "m2"),
        List.of(new Item("m1", "m1", "意向5")),
        List.of(new Entry(TEN, by, "key-" + by, 0, Entry.DRAWN, "1")));
  }

  private static RollCall call(String key, Instant from) {
    return new RollCall(
        key,
        0,
        "全队",
        from,
        from.plusSeconds(900),
        Conversation.privateChat("simulator", "boss"),
        Conversation.group("simulator", "g1"),
        List.of("m1", "m2"));
  }

  private static <T> List<T> atOnce(IntFunction<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        tasks.add(() -> work.apply(number));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> done : pool.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } finally {
      pool.shutdown();
    }
  }
}
