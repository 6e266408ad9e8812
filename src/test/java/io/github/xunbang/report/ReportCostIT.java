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

  private final String group = newGroup();
  private final String zhang = "张敏";

  @Test
  void aPlainReportReadsOnceAndWritesOnce() {
    say(group, zhang, "日报 意向12 签单2");

    assertThat(reports("意向")).contains(List.of("find ledger", "update ledger"));
  }

  @Test
  void targetsUnitsAndLeaveAddNothingToAReportOfOnesOwnFigures() {
    prepareTheTeam();
    say(group, zhang, "日报 意向12 签单2");

    assertThat(say(group, zhang, "意向19 签单3")).contains("本月签单 3/24");
    assertThat(reports("签单3 意向")).contains(List.of("find ledger", "update ledger"));
  }

  /**
   * One document per subject. A unit's figures alone cost as much as one's own; both in one message
   * must be stored together or not at all, and are written down as a plan first.
   */
  @Test
  void figuresOfOneselfAndAUnitAreStoredByAPlan() {
    prepareTheTeam();
    say(group, zhang, "意向12 测五店 回款2万");

    assertThat(costs("意向%d 测五店 回款3万"))
        .contains(
            List.of(
                "find ledger_pending",
                "find ledger",
                "find ledger",
                "insert ledger_pending",
                "find ledger",
                "update ledger",
                "find ledger",
                "update ledger",
                "delete ledger_pending"));
    assertThat(costs("测五店 回款%d万")).contains(List.of("find ledger", "update ledger"));
  }

  private void prepareTheTeam() {
    say(group, zhang, "成员");
    assertThat(say(group, zhang, "门店\n测五店 门店")).contains("测五店");
    assertThat(say(group, zhang, "目标 " + zhang + " 签单 每月 24")).contains("已定");
    assertThat(say(group, zhang, "目标 " + zhang + " 意向 每日 10 请假扣减")).contains("已定");
  }

  /** The same plain report, changed five times. */
  private List<List<String>> reports(String start) {
    List<List<String>> costs = costs(start + "%d");
    assertThat(costs)
        .allSatisfy(
            cost ->
                assertThat(cost)
                    .containsOnlyOnce("find ledger", "update ledger")
                    .noneMatch(command -> command.startsWith("insert")));
    return costs;
  }

  /** Configuration may have to be read again meanwhile, so the best of five counts. */
  private List<List<String>> costs(String line) {
    List<List<String>> costs = new ArrayList<>();
    for (int number = 20; number < 25; number++) {
      SENT.clear();
      assertThat(say(group, zhang, line.formatted(number))).contains("已登记");
      costs.add(SENT.stream().filter(ReportCostIT::isOurs).toList());
    }
    return costs;
  }

  /** Not the simulator's own chat log, nor work that goes on beside. */
  private static boolean isOurs(String command) {
    String collection = command.substring(command.indexOf(' ') + 1);
    return !collection.startsWith("simulator_")
        && !collection.equals("jobs")
        && !collection.equals("outbox");
  }
}
