package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.github.xunbang.FrontDoorTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What a report costs on the hot path: one read and one write (design section 13). */
class ReportCostIT extends FrontDoorTest {

  private static final List<String> SENT = new CopyOnWriteArrayList<>();

  @TestConfiguration
  static class Listening {

    @Bean
    MongoClientSettingsBuilderCustomizer listener() {
      return settings ->
          settings.addCommandListener(
              new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                  String name = event.getCommandName();
                  if (event.getCommand().isString(name)) {
                    SENT.add(name + " " + event.getCommand().getString(name).getValue());
                  }
                }
              });
    }
  }

  /** Configuration may have to be read again meanwhile, so the best of five counts. */
  @Test
  void aPlainReportReadsOnceAndWritesOnce() {
    String group = newGroup();
    say(group, "张敏", "日报 意向12 签单2");
    List<List<String>> costs = new ArrayList<>();
    for (int number = 20; number < 25; number++) {
      SENT.clear();
      assertThat(say(group, "张敏", "意向" + number)).contains("意向客户" + number);
      costs.add(SENT.stream().filter(ReportCostIT::isOurs).toList());
    }

    assertThat(costs).contains(List.of("find ledger", "update ledger"));
    assertThat(costs)
        .allSatisfy(
            cost ->
                assertThat(cost)
                    .containsOnlyOnce("find ledger", "update ledger")
                    .noneMatch(command -> command.startsWith("insert")));
  }

  /** Not the simulator's own chat log, nor work that goes on beside. */
  private static boolean isOurs(String command) {
    String collection = command.substring(command.indexOf(' ') + 1);
    return !collection.startsWith("simulator_")
        && !collection.equals("jobs")
        && !collection.equals("outbox");
  }
}
