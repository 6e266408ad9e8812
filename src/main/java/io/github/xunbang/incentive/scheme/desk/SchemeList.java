package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.organization.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 方案: the team's schemes in a line each; 方案 F1: one with its rules. */
@Component
class SchemeList {

  private static final int RULES = 12;

  private final Schemes schemes;
  private final RuleText texts;

  SchemeList(Schemes schemes, RuleText texts) {
    this.schemes = schemes;
    this.texts = texts;
  }

  /** The team's schemes; empty when it has none. */
  Optional<Reply> all(SchemeCall call) {
    List<Scheme> all = schemes.all(call.organization().id());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            call.reply(
                "schemes",
                Map.of(
                    "schemes",
                    all.stream()
                        .map(scheme -> line(call, scheme))
                        .collect(Collectors.joining("\n")),
                    "sample",
                    all.get(0).id())));
  }

  /** The scheme that the words name as a whole. */
  Optional<Reply> one(SchemeCall call) {
    return call.find(schemes)
        .filter(named -> named.rest().words().isEmpty())
        .map(named -> call.reply("scheme", Map.of("lines", whole(call, named.scheme()))));
  }

  private String whole(SchemeCall call, Scheme scheme) {
    List<String> lines = new ArrayList<>();
    lines.add(line(call, scheme));
    lines.add(terms(call, scheme));
    var rules = SchemeBook.written(scheme);
    rules.stream()
        .limit(RULES)
        .map(rule -> rule.id() + " " + texts.of(rule, call.organization()))
        .forEach(lines::add);
    if (rules.size() > RULES) {
      lines.add("…共" + rules.size() + "条，看全部请发：规则");
    }
    return String.join("\n", lines);
  }

  /** {@code F1 电销：第1版执行（12月1日起，8条），第2版草稿}. */
  private static String line(SchemeCall call, Scheme scheme) {
    String versions =
        scheme.versions().stream()
            .filter(version -> matters(call, scheme, version))
            .map(SchemeList::version)
            .collect(Collectors.joining("，"));
    return scheme.id() + " " + scheme.name() + "：" + versions;
  }

  /** The version of today, what comes after it, and what is only written. */
  private static boolean matters(SchemeCall call, Scheme scheme, Version version) {
    if (version.state() != Scheme.State.IN_FORCE) {
      return version.state() != Scheme.State.DROPPED;
    }
    return scheme.versions().stream()
        .filter(other -> other.state() == Scheme.State.IN_FORCE && other.from() != null)
        .filter(other -> !other.from().isAfter(call.today()) && other.number() > version.number())
        .findAny()
        .isEmpty();
  }

  private static String version(Version version) {
    String from = version.from() == null ? "" : DateText.shortDay(version.from()) + "起";
    if (version.rules().isEmpty()) {
      return from + "停用";
    }
    return "第%d版%s（%s%d条）"
        .formatted(
            version.number(),
            Words.state(version.state()),
            from.isEmpty() ? "" : from + "，",
            version.rules().size());
  }

  private static String terms(SchemeCall call, Scheme scheme) {
    String owner = call.organization().member(scheme.ownerId()).map(Member::name).orElse("没有人");
    Scheme.Cap cap = scheme.cap();
    return "负责%s，异议%d天%s"
        .formatted(
            owner,
            scheme.objectionDays(),
            cap == null
                ? ""
                : "，预算每%s%s元"
                    .formatted(Words.period(cap.period()), NumberText.plain(cap.amount())));
  }
}
