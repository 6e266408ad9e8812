package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** 管理记录 (记录 管理): who changed what in people, units and settings, newest first. */
@Component
class ActsCommands implements CommandHandler {

  private static final int SHOWN = 12;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M-d HH:mm");

  private final ActRepository acts;
  private final CallScene scene;

  ActsCommands(ActRepository acts, CallScene scene) {
    this.acts = acts;
    this.scene = scene;
  }

  @Override
  public String name() {
    return "管理记录";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = scene.organization(call);
    LocalDate today = CallScene.today(call, organization);
    YearMonth month =
        YearMonth.from(
            call.arguments().find("period", Period.class).map(Period::start).orElse(today));
    List<ActRepository.Act> all = acts.of(organization.id(), month);
    if (all.isEmpty()) {
      return call.reply("empty", Map.of("month", month.getMonthValue() + "月"));
    }
    ZoneId zone = organization.businessDay().zone();
    String lines =
        IntStream.range(0, Math.min(SHOWN, all.size()))
            .mapToObj(index -> all.get(all.size() - 1 - index))
            .map(act -> TIME.format(act.at().atZone(zone)) + " " + act.actor() + "：" + act.line())
            .collect(Collectors.joining("\n"));
    return call.reply(
        "list", Map.of("month", month.getMonthValue() + "月", "count", all.size(), "lines", lines));
  }
}
