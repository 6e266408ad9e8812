package io.github.xunbang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MigrationIT {

  private final EmbeddedTestDatabase db = EmbeddedTestDatabase.inMemory();
  private final List<Integer> ran = new ArrayList<>();

  private final class Step implements Migration {
    private final int version;

    private Step(int version) {
      this.version = version;
    }

    @Override
    public int version() {
      return version;
    }

    @Override
    public void migrate(MongoTemplate mongo) {
      ran.add(version);
    }
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void runsEachStepOnceInOrder() {
    runner(2, 1).run();
    runner(2, 1).run();
    runner(2, 3, 1).run();

    assertThat(ran).containsExactly(1, 2, 3);
  }

  @Test
  void refusesDataOfANewerProgram() {
    runner(1, 2).run();

    assertThatThrownBy(() -> runner(1).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("schema version 2");
  }

  @Test
  void refusesTwoStepsOfOneVersion() {
    assertThatThrownBy(() -> runner(1, 1)).hasMessageContaining("=1");
  }

  private MigrationRunner runner(int... versions) {
    List<Migration> steps = new ArrayList<>();
    for (int version : versions) {
      steps.add(new Step(version));
    }
    Lease lease = new MongoLease(db.template(), Clock.systemUTC());
    return new MigrationRunner(db.template(), lease, steps);
  }
}
