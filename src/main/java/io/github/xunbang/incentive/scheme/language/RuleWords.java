package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.scheme.language.Piece.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fixed words of the rule language: what names nobody and nothing of the team's own. */
final class RuleWords {

  private static final Map<String, Piece> WORDS = new HashMap<>();

  private static final Pattern RETEST =
      Pattern.compile("(半年|一年|(?:\\d{1,2}|[一二两三四五六七八九十]+)个月)后?再?(?:复核|复评|重考|再考核|考核)");
  private static final Pattern FILL =
      Pattern.compile(
          "(?:名额)?(?:不足|不够)(?:[\\d一二两三四五六七八九十]+[名个家])?(?:的|时)?(?:由|用)?(?:完成|达到)?(?:了)?(基础|启动|保底|奋斗|预算|冲刺)(?:目标)?(?:的)?"
              + "(?:补上|补足|递补|补)");
  private static final Pattern HOME =
      Pattern.compile("(?:本|所在|所属)(?:城市|门店|店|小组|组|大区|小区|区|单位|部门|分公司|地市|团队)");
  private static final Pattern CLASS = Pattern.compile("([a-c])类");
  private static final Pattern TITLE = Pattern.compile("标题(.{1,16})");
  private static final Pattern SHEET = Pattern.compile("[\\u4e00-\\u9fff]{1,6}(?:考核|评分|考评|打分)");
  private static final Pattern SAID =
      Pattern.compile("建议[\\u4e00-\\u9fff]{2,10}|[\\u4e00-\\u9fff]{2,10}建议");
  private static final Pattern JOB =
      Pattern.compile("[\\u4e00-\\u9fffa-z]{1,9}(?:员|经理|主管|专员|代表|顾问|店长|组长|主任|总监|助理)");

  private RuleWords() {}

  /** What the normalized {@code piece} means, or null when it is none of these words. */
  static @Nullable Piece meaning(String piece) {
    Piece word = WORDS.get(piece);
    if (word != null) {
      return word;
    }
    Matcher retest = RETEST.matcher(piece);
    if (retest.matches()) {
      return new Piece.Retest(months(retest.group(1)));
    }
    Matcher fill = FILL.matcher(piece);
    if (fill.matches()) {
      return new Piece.Fill(line(fill.group(1)));
    }
    Matcher unitClass = CLASS.matcher(piece);
    if (unitClass.matches()) {
      return new Piece.UnitClass(unitClass.group(1).toUpperCase(java.util.Locale.ROOT));
    }
    return HOME.matcher(piece).matches() ? Mark.HOME : null;
  }

  /** What a piece of nobody's vocabulary most likely is: a sheet, words to say, a job; or null. */
  static @Nullable Piece shaped(String piece) {
    Matcher title = TITLE.matcher(piece);
    if (title.matches()) {
      return new Piece.Title(title.group(1));
    }
    if (SAID.matcher(piece).matches()) {
      return new Piece.Words(piece);
    }
    if (SHEET.matcher(piece).matches()) {
      return new Piece.Figure(new Measure.Score(piece));
    }
    return JOB.matcher(piece).matches() ? new Piece.Job(piece) : null;
  }

  /** All fixed words, for suggestions. */
  static java.util.Set<String> all() {
    return WORDS.keySet();
  }

  private static int months(String typed) {
    return switch (typed) {
      case "半年" -> 6;
      case "一年" -> 12;
      default ->
          ChineseNumber.parse(typed.substring(0, typed.length() - 2))
              .map(number -> number.value().intValue())
              .orElse(0);
    };
  }

  private static GoalLine line(String word) {
    return List.of("奋斗", "预算", "冲刺").contains(word) ? GoalLine.STRETCH : GoalLine.BASE;
  }

  private static void put(Piece piece, String words) {
    for (String word : words.split(" ")) {
      WORDS.put(word, piece);
    }
  }

  static {
    put(new Piece.Span(PeriodType.DAY), "日 天 每天 每日 按天");
    put(new Piece.Span(PeriodType.WEEK), "周 每周 按周 星期 每星期 个星期");
    put(new Piece.Span(PeriodType.XUN), "旬 每旬 按旬 个旬");
    put(new Piece.Span(PeriodType.HALF_MONTH), "半月 每半月 按半月 半个月");
    put(new Piece.Span(PeriodType.MONTH), "月 每月 按月 月度 当月 每个月 个月");
    put(new Piece.Span(PeriodType.QUARTER), "季 每季 按季 季度 每季度 当季 个季度 按季度");
    put(new Piece.Span(PeriodType.YEAR), "年 每年 按年 年度 全年");
    put(Mark.EACH, "每");
    put(Mark.SAME, "各 均 每人 每名 每位 人均");
    put(Mark.TOP, "前 最好的 最高的");
    put(Mark.TAIL, "后 最后 最后的");
    put(Mark.FIRST, "最先 率先 最早 首批");
    put(Mark.ORDINAL, "第");
    put(Mark.RANK, "名 位 名次");
    put(Mark.TO, "到 至 - ~ ~~ --");
    put(Mark.MEASURE_WORD, "元 块 次 票 场 个单 单位");
    put(Mark.POINTS, "积分 分 点积分");
    put(Mark.SHORT, "少 缺 差 欠 每少 每缺 每差 每欠");
    put(Mark.REWARD, "奖 奖励 奖金 发 加发 给 提成 加 拟奖励");
    put(Mark.DEDUCT, "扣 罚 扣减 扣除 扣发 扣款 罚款 绩效扣减 绩效扣减建议 减");
    put(Mark.CAP, "封顶 上限 最高");
    put(Mark.WARN, "提前提醒 提前预警 提前通知 逐月提醒");
    put(Mark.PROBATION, "试用期 试用期内 试用期员工 试用 新人试用期");
    put(Mark.REGULAR, "正式 正式员工 已转正 转正后");
    put(Mark.EVERYBODY, "全员 所有人 全体 全部人员 大家 员工 人员 每个人");
    put(Mark.OTHERS, "其他 其余 其它 其他人 其余人 其他岗位 其余岗位");
    put(Mark.SHARES, "系数 按系数 按系数分 分配 分配系数 内部分配 按系数分配 调节系数 地区系数");
    put(Mark.TIMES, "乘 乘以 再乘 × x *");
    put(Mark.COMPOSITE, "综合 综合得分 综合分");
    put(Mark.WEIGHT, "权重 占");
    put(Mark.AT_LEAST, "满 达 达到 达成 完成 不少于 不低于 至少 ≥ 大于等于 实现");
    put(Mark.MORE_THAN, "超过 大于 高于 多于 超 >");
    put(Mark.LESS_THAN, "低于 不足 不到 少于 小于 未满 不满 < 未达到 未达 没达到 没到");
    put(Mark.AT_MOST, "不超过 不高于 不多于 至多 ≤ 小于等于");
    put(Mark.AND_MORE, "以上 及以上");
    put(Mark.OR_LESS, "以下 及以下 以内");
    put(Mark.ZERO, "挂零 为零 为0 没出单");
    put(Mark.MET, "达标 完成目标 完成任务 达成目标");
    put(Mark.MISSED, "未达标 没达标 不达标 未完成 没完成 未完成目标 没完成目标 未完成任务 没完成任务");
    put(Mark.STREAK, "连续 连着");
    put(Mark.SELF, "个人 本人 自己");
    put(Mark.DISCRETION, "酌情 视情况 由经理定 经理定 经理酌情");
    put(Mark.FILLER, "的 为 是 按 者 的人 且 并 并且 同时 则 时 而且 和 提示 活动");
    put(new Piece.Goal(GoalLine.BASE), "基础 基础目标 启动 启动目标 保底 保底目标 目标 任务");
    put(new Piece.Goal(GoalLine.STRETCH), "奋斗 奋斗目标 预算 预算目标 冲刺 冲刺目标");
    put(new Piece.Ratio(GoalLine.BASE), "完成率 达成率 目标完成率 完成比例");
    put(new Piece.Ratio(GoalLine.STRETCH), "奋斗完成率 预算完成率 冲刺完成率");
    put(new Piece.Ratio(null), "占比 占所辖 占门店 占所辖门店 占所在单位");
    put(new Piece.Figure(new Measure.MissingReports()), "缺报 漏报 没报 未报 缺日报 漏日报 没报日报 未报日报");
    put(new Piece.Figure(new Measure.LateReports()), "迟报 晚报 迟交 迟交日报 晚交");
    put(new Piece.Figure(new Measure.Votes()), "口碑 口碑票 口碑奖 得票 票数 得票数");
    put(new Piece.UnitKind(null), "单位 各单位");
    put(new Piece.Words("待改进"), "待改进");
    put(new Piece.Words("建议面谈"), "建议面谈 面谈 谈话 约谈");
    put(new Piece.Words("提前转正建议"), "提前转正建议 提前转正 建议提前转正 可提前转正");
    put(new Piece.Words("口头提醒建议"), "口头提醒建议 口头提醒 口头警告 建议口头提醒");
    put(new Piece.Words("建议回门店"), "建议回门店 降至门店 回门店 建议降至门店");
    for (String kind : List.of("大区", "小区", "片区", "门店", "小组", "城市", "地市", "分公司", "部门")) {
      put(new Piece.UnitKind(kind), kind);
    }
    put(new Piece.UnitKind("门店"), "门店 店 家店 分店");
    put(new Piece.UnitKind("小组"), "小组 组");
    "个单家组人户条笔批通套台件份"
        .chars()
        .forEach(c -> WORDS.putIfAbsent(Character.toString(c), Mark.MEASURE_WORD));
  }
}
