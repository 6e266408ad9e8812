package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.boards.FakeOutbox;
import io.github.xunbang.boards.FakeWorkdays;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Spring can put both rooms together, and the administrators come from configuration. */
class RoomWiringIT {

  @Test
  void bothRoomsStartWithTheirCommands() {
    try (EmbeddedTestDatabase database = EmbeddedTestDatabase.inMemory();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource("test", Map.of("xunbang.admins", "aibot:anna， aibot:boss")));
      context.registerBean(MongoTemplate.class, database::template);
      context.registerBean(
          BusinessClock.class, () -> new BusinessClock(Clock.system(ZoneId.of("Asia/Shanghai"))));
      context.registerBean(FakeOutbox.class);
      context.registerBean(
          FakeWorkdays.class, () -> new FakeWorkdays(Set.of(), (member, day) -> false));
      context.scan("io.github.xunbang.organization", "io.github.xunbang.approval");

      context.refresh();

      assertThat(context.getBeansOfType(CommandHandler.class).values())
          .extracting(CommandHandler::name)
          .containsExactlyInAnyOrder(
              "认领", "绑定", "解绑", "任命", "我是", "成员", "门店", "加人", "移除", "岗位", "负责", "代理", "设置", "管理记录",
              "切换", "打开", "关闭", "暂停", "恢复", "确认", "批准", "驳回");
      assertThat(context.getBeansOfType(ArgumentType.class).values())
          .extracting(ArgumentType::name)
          .containsExactlyInAnyOrder("member", "access", "unit", "position");
      assertThat(context.getBean(OpenQuestions.class)).isNotNull();
      assertThat(context.getBean(OrganizationService.class).all()).isEmpty();
      assertThat(context.getBean(AdministratorsRepository.class).includes("aibot:boss")).isTrue();
    }
  }
}
