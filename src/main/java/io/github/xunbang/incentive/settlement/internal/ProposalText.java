package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.settlement.Award;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The proposals of a period for who decides about them, short enough for a phone: what must be
 * decided first, then remarks (cliffs, ties), then the rest, then what to type.
 */
final class ProposalText {

  private static final int OPEN = 4;
  private static final int REMARKS = 3;
  private static final int BODY = 9;

  private final List<Award> awards;
  private final List<Outcome.Finding> findings;
  private final List<String> lines = new ArrayList<>();

  ProposalText(List<Award> awards, List<Outcome.Finding> findings) {
    this.awards = awards.stream().filter(one -> one.state() != Award.State.VOID).toList();
    this.findings = findings;
  }

  /** At most twelve lines, the first one {@code heading}. */
  String under(String heading) {
    lines.add(heading);
    List<Award> open = awards.stream().filter(award -> award.open() != null).toList();
    if (!awards.isEmpty()) {
      lines.add(AwardText.totals(awards));
    }
    some(open, OPEN, "待定");
    findings.stream().limit(REMARKS).forEach(one -> lines.add("注意：" + one.text()));
    if (findings.size() > REMARKS) {
      lines.add("另有" + (findings.size() - REMARKS) + "处要留意，看全部发：奖惩 预览");
    }
    List<Award> others = new ArrayList<>(awards);
    others.removeAll(open);
    others.sort(Comparator.comparing(ProposalText::weight));
    some(others, Math.max(2, BODY - lines.size()), "其余");
    lines.addAll(whatToType(open, others));
    return String.join("\n", lines);
  }

  private void some(List<Award> of, int most, String word) {
    boolean all = of.size() <= most;
    of.stream().limit(all ? most : most - 1L).forEach(award -> lines.add(line(award)));
    if (!all) {
      lines.add("…%s还有%d条，看全部发：奖惩 预览".formatted(word, of.size() - most + 1));
    }
  }

  private static String line(Award award) {
    String state = award.state() == Award.State.PROPOSED ? "" : " " + AwardText.state(award);
    return AwardText.line(award) + state;
  }

  /** Rewards first, as they were settled. */
  private static int weight(Award award) {
    return award.rule().sense() == Rule.Sense.REWARD ? 0 : 1;
  }

  private static List<String> whatToType(List<Award> open, List<Award> others) {
    List<String> said = new ArrayList<>();
    if (!open.isEmpty()) {
      boolean words = AmountVerb.isOfWords(open.get(0));
      said.add((words ? "定给不给（0=不给）：" : "定金额（0=不奖）：") + AwardText.howToDecide(open.get(0)));
    }
    List<Award> waiting =
        others.stream().filter(award -> award.state() == Award.State.PROPOSED).toList();
    if (!waiting.isEmpty()) {
      said.add("确认：奖惩 确认 全部；不要的：奖惩 作废 " + waiting.get(0).number() + " 理由");
    } else if (others.stream().anyMatch(award -> award.state() == Award.State.CONFIRMED)) {
      said.add("发布：奖惩 发布");
    }
    return said;
  }
}
