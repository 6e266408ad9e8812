package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.incentive.scheme.Schemes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 规则 改 R3 金额 80: a draft of the scheme with one rule changed; nothing fires until it starts. */
@Component
class RuleChange {

  private static final int OTHERS = 3;

  /** Blanks are forgotten on phones: {@code R5金额80}, {@code R5 金额改成80}. */
  private static final Pattern TYPED =
      Pattern.compile(
          "(?s)([Rr]\\d{1,6})(?:的?\\s*(金额|比例|名次|区间|满|封顶|岗位|标题)"
              + "\\s*(?:改成|改为|改到|[:：=])?\\s*(.+)|.*)");

  private final Schemes schemes;
  private final RuleText texts;
  private final Checked checked;

  RuleChange(Schemes schemes, RuleText texts, Checked checked) {
    this.schemes = schemes;
    this.texts = texts;
    this.checked = checked;
  }

  Reply handle(SchemeCall call) {
    Matcher typed = TYPED.matcher(TypedText.normalize(call.words()));
    boolean readable = typed.matches();
    String id = readable ? typed.group(1).toUpperCase(Locale.ROOT) : "R3";
    if (!readable || typed.group(2) == null) {
      throw call.rejection("changeUsage", Map.of("id", id));
    }
    if (call.call().caller().memberId() == null) {
      throw call.rejection("stranger", Map.of());
    }
    String organizationId = call.organization().id();
    Scheme scheme =
        schemes
            .ofRule(organizationId, id)
            .orElseThrow(() -> call.rejection("noRule", Map.of("id", id)));
    Rule written =
        SchemeBook.written(scheme).stream()
            .filter(rule -> rule.id().equals(id))
            .findFirst()
            .orElseThrow(() -> call.rejection("noRule", Map.of("id", id)));
    Rule changed =
        new RuleEdit(call, written, texts)
            .with(typed.group(2), call.words().substring(typed.start(3)).strip());
    String warnings =
        checked.warnings(call, with(SchemeBook.written(scheme), changed), scheme.cap());
    Scheme after = store(call, scheme, changed);
    return answer(call, after, id, changed, warnings);
  }

  /** A line said twice, or again after a crash, is one draft. */
  private Scheme store(SchemeCall call, Scheme scheme, Rule changed) {
    String author = call.call().caller().member();
    return schemes
        .update(
            call.organization().id(),
            before ->
                SchemeBook.changed(before, scheme.id(), one -> drafted(call, one, changed, author)))
        .stream()
        .filter(one -> one.id().equals(scheme.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Scheme drafted(SchemeCall call, Scheme scheme, Rule changed, String author) {
    List<Rule> before = SchemeBook.written(scheme);
    List<Rule> rules = with(before, changed);
    return rules.equals(before)
        ? scheme
        : SchemeBook.with(scheme, State.DRAFT, null, rules, author, call.at());
  }

  private static List<Rule> with(List<Rule> rules, Rule changed) {
    return rules.stream().map(rule -> rule.id().equals(changed.id()) ? changed : rule).toList();
  }

  /** Old is what people work under today, so that a second change shows the whole step. */
  private Reply answer(SchemeCall call, Scheme after, String id, Rule changed, String warnings) {
    String now = said(call, changed);
    Optional<Version> draft = after.draft();
    String old =
        RuleSheet.inForce(after, call.today())
            .flatMap(version -> RuleSheet.rule(version, id))
            .map(rule -> said(call, rule))
            .orElse("（还没有执行过）");
    if (draft.isEmpty() || old.equals(now)) {
      return call.reply("unchanged", Map.of("id", id, "text", now));
    }
    return call.reply(
        "changed",
        Map.of(
            "scheme",
            after.id(),
            "number",
            draft.get().number(),
            "id",
            id,
            "old",
            old,
            "new",
            now,
            "warnings",
            warnings + others(call, after, draft.get(), id)));
  }

  /** What else starts with the draft: nobody should start somebody else's change unawares. */
  private static String others(SchemeCall call, Scheme after, Version draft, String id) {
    List<Rule> inForce = Changes.inForce(after, call.today());
    String others =
        draft.rules().stream()
            .filter(rule -> !rule.id().equals(id) && !inForce.contains(rule))
            .limit(OTHERS)
            .map(rule -> rule.id() + " " + rule.title())
            .collect(Collectors.joining("、"));
    return others.isEmpty()
        ? ""
        : "\n" + call.call().definition().text("others", Map.of("rules", others));
  }

  /** The title is part of what can be changed. */
  private String said(SchemeCall call, Rule rule) {
    return rule.title() + "：" + texts.of(rule, call.organization());
  }
}
