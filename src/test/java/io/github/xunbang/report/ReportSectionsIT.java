package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.organization.ReportNoted;
import io.github.xunbang.organization.ReportNoted.Part;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** 明日 and 困难 of stored reports reach the rooms that go on with them. */
class ReportSectionsIT extends FrontDoorTest {

  private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);

  @Autowired private ConfigurableApplicationContext context;

  private final List<ReportNoted> noted = new CopyOnWriteArrayList<>();
  private final ApplicationListener<ApplicationEvent> listener = this::listen;
  private final String group = newGroup();

  @BeforeEach
  void listen() {
    say(group, "王经理", "成员");
    say(group, "张敏", "成员");
    context.addApplicationListener(listener);
  }

  @AfterEach
  void stopListening() {
    context.removeApplicationListener(listener);
  }

  private void listen(ApplicationEvent event) {
    if (event instanceof PayloadApplicationEvent<?> wrapped
        && wrapped.getPayload() instanceof ReportNoted one
        && one.conversation().id().equals(group)) {
      noted.add(one);
    }
  }

  @Test
  void tellsOfTomorrowAndOfDifficultiesWithTheReport() {
    say(group, "张敏", "意向12\n明日：八店培训\n困难：缺样册\n小结：还行");

    assertThat(noted).extracting(ReportNoted::part).containsExactly(Part.ITINERARY, Part.HELP);
    assertThat(noted).extracting(ReportNoted::text).containsExactly("八店培训", "缺样册");
    assertThat(noted).extracting(ReportNoted::reportDay).containsOnly(THURSDAY);
  }

  @Test
  void tellsNothingWhileAReportIsAskedBackOrRefused() {
    say(group, "张敏", "意向12 3家小区\n明日：八店培训");
    say(group, "张敏", "12月9日 意向12\n明日：八店培训");

    assertThat(noted).isEmpty();
  }

  @Test
  void aRepeatedMessageAndACorrectionAreToldAgain() {
    Map<String, Object> message = message(group, "张敏", "意向12\n明日：八店培训");
    message.put("messageId", "m-" + group);

    post(message);
    say(group, "张敏", "日报 明日：五店回访");

    assertThat(noted).extracting(ReportNoted::text).containsExactly("八店培训", "五店回访");
    assertThat(noted).extracting(ReportNoted::messageKey).doesNotHaveDuplicates();
  }

  @Test
  void aLateReportIsToldWhenItIsApproved() {
    at(LocalDateTime.of(2026, 12, 8, 20, 10));
    assertThat(say(group, "张敏", "补报 12月3日 意向12\n困难：缺样册")).contains("审批 #");
    assertThat(noted).isEmpty();

    say(group, "王经理", "批准 1");

    assertThat(noted).extracting(ReportNoted::part).containsExactly(Part.HELP);
    assertThat(noted).extracting(ReportNoted::reportDay).containsOnly(THURSDAY);
  }

  @Test
  void linesForOthersAreTheirOwnAndEachIsKept() {
    say(group, "李强", "成员");

    say(group, "王经理", "代报 张敏 意向12 明日：八店培训\n李强 意向8 明日：五店回访");

    assertThat(noted).extracting(ReportNoted::text).containsExactly("八店培训", "五店回访");
    assertThat(noted).extracting(ReportNoted::memberId).doesNotHaveDuplicates();
    assertThat(noted).extracting(ReportNoted::messageKey).doesNotHaveDuplicates();
  }
}
