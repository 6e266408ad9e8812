package io.github.xunbang.leave.check;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.leave.check.Draw.Entry;
import io.github.xunbang.leave.check.Draw.Item;
import io.github.xunbang.leave.check.Draw.Verdict;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** 抽查: draws logs or visit slips, shows draws, records results (S-23, S-115). Private only. */
@Component
class SpotCheckCommands implements CommandHandler {

  private static final int SHOWN_ITEMS = 30;
  private static final int SHOWN_DRAWS = 5;
  private static final int NAME_LENGTH = 20;
  private static final Set<String> LIST = Set.of("记录", "名单", "列表", "历史");
  private static final Pattern ONE = Pattern.compile("[cC](\\d{1,6})");
  private static final Pattern RESULT =
      Pattern.compile("(?:结果\\s*)?[cC]?(\\d{1,6})\\s*-\\s*(\\d{1,4})[\\s:,，]*(.*)");
  private static final Pattern VERDICT = Pattern.compile("(属实|没问题|核实|不符|不属实|有出入|不对)[\\s:,，]*(.*)");
  private static final Set<String> GOOD = Set.of("属实", "没问题", "核实");

  private final OrganizationService organizations;
  private final SpotCheckDesk desk;
  private final SpotCheckResults results;

  SpotCheckCommands(
      OrganizationService organizations, SpotCheckDesk desk, SpotCheckResults results) {
    this.organizations = organizations;
    this.desk = desk;
    this.results = results;
  }

  @Override
  public String name() {
    return "抽查";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    try {
      return answer(call, organizations.get(call.caller().organization()));
    } catch (CheckProblem problem) {
      throw problem.toRejection(call);
    }
  }

  private Reply answer(CommandCall call, Organization organization) {
    String input = TypedText.normalize(TypedText.clean(call.input())).strip();
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Matcher one = ONE.matcher(input);
    Matcher result = RESULT.matcher(input);
    if (LIST.contains(input)) {
      return list(call, organization, today);
    }
    if (one.matches()) {
      int number = Integer.parseInt(one.group(1));
      return shows(
          call, organization, "shown", results.find(organization, call.caller(), number, today));
    }
    if (input.startsWith("结果") || result.matches()) {
      return result(call, organization, result, today);
    }
    SpotCheckDesk.Drawn drawn =
        desk.draw(
            call,
            organization,
            SpotCheckRequest.read(input, organization, call.message().receivedAt()));
    String key = !drawn.fresh() ? "same" : drawn.draw().round() > 0 ? "again" : "drawn";
    return shows(call, organization, key, drawn.draw());
  }

  private Reply result(CommandCall call, Organization organization, Matcher read, LocalDate today) {
    Matcher verdict = VERDICT.matcher(read.matches() ? read.group(3) : "");
    if (!verdict.matches()) {
      throw new CheckProblem("howToRecord");
    }
    int number = Integer.parseInt(read.group(1));
    int item = Integer.parseInt(read.group(2));
    Draw draw = results.find(organization, call.caller(), number, today);
    boolean good = GOOD.contains(verdict.group(1));
    Draw stored =
        results.record(
            call,
            organization,
            draw,
            item,
            good ? Verdict.TRUE : Verdict.DIFFERENT,
            verdict.group(2));
    return call.reply(
        "recorded", Map.of("line", line(organization, stored, item), "open", open(stored, number)));
  }

  private static String open(Draw draw, int number) {
    long open =
        IntStream.rangeClosed(1, draw.items().size())
            .filter(item -> draw.result(item).isEmpty())
            .count();
    return open == 0 ? "C" + number + " 都核对完了，辛苦！" : "C" + number + " 还有" + open + "份没核对";
  }

  private Reply shows(CommandCall call, Organization organization, String key, Draw draw) {
    String lines =
        IntStream.rangeClosed(1, Math.min(SHOWN_ITEMS, draw.items().size()))
            .mapToObj(item -> line(organization, draw, item))
            .collect(Collectors.joining("\n"));
    return call.reply(
        key,
        Map.of(
            "title", title(draw),
            "items", lines,
            "number", draw.number(),
            "round", draw.round(),
            "by", name(organization, draw.drawnBy())));
  }

  /** {@code C5 12月3日(周四)日报，全队12份抽2份}. */
  private static String title(Draw draw) {
    return "C%d %s%s，%s%d份抽%d份"
        .formatted(
            draw.number(),
            DateText.day(draw.day()),
            draw.kind().word(),
            draw.label(),
            draw.population().size(),
            draw.items().size());
  }

  /** {@code C5-1 张敏：意向12 → 属实}. */
  private static String line(Organization organization, Draw draw, int number) {
    Item item = draw.items().get(number - 1);
    Optional<Entry> result = draw.result(number);
    String outcome =
        result
            .map(
                entry ->
                    " → "
                        + Verdict.valueOf(entry.verdict()).word()
                        + (entry.reason().isEmpty() ? "" : "（" + entry.reason() + "）"))
            .orElse("");
    return "C%d-%d %s：%s%s"
        .formatted(
            draw.number(), number, name(organization, item.memberId()), item.text(), outcome);
  }

  private Reply list(CommandCall call, Organization organization, LocalDate today) {
    List<Draw> latest = results.latest(organization, call.caller(), SHOWN_DRAWS * 4, today);
    if (latest.isEmpty()) {
      return call.reply("noneYet");
    }
    String lines =
        latest.stream()
            .limit(SHOWN_DRAWS)
            .map(draw -> summary(organization, draw))
            .collect(Collectors.joining("\n"));
    return call.reply("list", Map.of("draws", lines, "number", latest.get(0).number()));
  }

  private static String summary(Organization organization, Draw draw) {
    List<String> verdicts =
        IntStream.rangeClosed(1, draw.items().size())
            .mapToObj(draw::result)
            .flatMap(Optional::stream)
            .map(Entry::verdict)
            .toList();
    long different = verdicts.stream().filter(Verdict.DIFFERENT.name()::equals).count();
    String again = draw.round() == 0 ? "" : "，第" + draw.round() + "次再抽";
    return "%s，%s抽%s：属实%d 不符%d 未核%d"
        .formatted(
            title(draw),
            name(organization, draw.drawnBy()),
            again,
            verdicts.size() - different,
            different,
            draw.items().size() - verdicts.size());
  }

  private static String name(Organization organization, String memberId) {
    return UntrustedText.oneLine(
        organization.member(memberId).map(Member::name).orElse("管理员"), NAME_LENGTH);
  }
}
