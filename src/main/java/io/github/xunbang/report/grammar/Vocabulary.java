package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.SubjectChange.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that every team uses, whatever it counts. */
final class Vocabulary {

  static final List<String> MEASURES =
      List.of("个", "家", "位", "组", "名", "人", "户", "条", "笔", "批", "套", "台", "件", "份");

  static final Map<String, String> SOUND_ALIKES =
      Map.ofEntries(
          Map.entry("一向", "意向"),
          Map.entry("义向", "意向"),
          Map.entry("意像", "意向"),
          Map.entry("易向", "意向"),
          Map.entry("以向", "意向"),
          Map.entry("异向", "意向"),
          Map.entry("签但", "签单"),
          Map.entry("签蛋", "签单"),
          Map.entry("签丹", "签单"),
          Map.entry("签担", "签单"),
          Map.entry("牵单", "签单"),
          Map.entry("汇款", "回款"),
          Map.entry("会款", "回款"),
          Map.entry("回宽", "回款"),
          Map.entry("业级", "业绩"),
          Map.entry("业机", "业绩"),
          Map.entry("业迹", "业绩"),
          Map.entry("成绞", "成交"));

  static final Map<String, String> SPOKEN_ALIKES =
      Map.of(
          "前单", "签单", "欠单", "签单", "钱单", "签单", "夜绩", "业绩", "叶绩", "业绩", "异象", "意向", "意象", "意向", "回看",
          "回款");

  /** What may stand between a metric and its number. */
  static final Set<String> CONNECTORS =
      Set.of(
          "是", "有", "为", "共", "了", "达", "达到", "完成", "做了", "报", "一共", "总共", "共计", "就", "改成", "改为",
          "应该是", "应为");

  static final Set<String> PLUS = Set.of("加", "再加", "又加", "另加", "多加");
  static final Set<String> MINUS = Set.of("减", "再减", "减去", "减掉");

  static final Set<String> VAGUE_WORDS =
      Set.of("很多", "不少", "若干", "一些", "几个", "好多", "大量", "好几个", "较多", "多", "少", "很少", "不多");

  /** Words directly before a figure that do not change it. */
  static final Set<String> HARMLESS_BEFORE =
      Set.of(
          "完成", "新增", "增加", "有", "共", "总共", "一共", "共计", "收到", "实现", "达成", "做", "做了", "签", "签了", "出",
          "出了", "谈成", "成", "开", "开了", "卖", "卖了", "我", "我的", "个人", "本人", "日", "的", "了", "是", "和",
          "及", "以及", "还有", "另", "另外", "加上", "实际", "实收", "新", "拿下", "拿了", "搞定", "只有", "才", "就", "今",
          "获得", "获取", "其他", "还", "也", "都", "成功", "我是说", "我说的是", "补", "补报", "改", "报", "到", "共有",
          "客户");

  /** Words with a 不 or 没 in them that change nothing. */
  private static final Pattern CHEERFUL = Pattern.compile("不错|不好意思|没问题|没事|不容易|不辛苦|不累");

  private static final Pattern ADDING =
      Pattern.compile(
          "(刚刚?|今天|还)?(又|再)(来|签|成|有|开|出|谈|谈成|收|收到|新增|增加|加|报|卖|进|到|拿下)?了?"
              + "|(我|刚才|之前|上面|还)?(少|漏)(报|算|写|填|记)?了");
  private static final Pattern REMOVING = Pattern.compile("(我|刚才|之前|上面)?多(报|算|写|填|记)了");

  private static final String[] CHANGING = {
    "未", "待", "退", "应", "欠", "预计", "计划", "争取", "力争", "目标", "团队", "小组", "全店", "本店", "部门", "公司", "全组",
    "差", "缺", "不", "没", "无", "丢", "黄", "跑单", "流失", "准备", "打算", "希望", "可能", "大概", "其中", "上月", "去年",
    "昨", "取消", "同事", "帮", "替", "不是", "无效", "少了", "多了", "减少", "掉了", "重复"
  };

  static final Set<String> SELF = Set.of("个人", "本人", "自己");

  static final Set<String> SENTENCE_ENDS =
      Set.of("了", "吧", "啊", "呀", "哈", "哦", "呢", "嘛", "啦", "哒", "嗯", "好");

  static final Set<String> META =
      Set.of(
          "我是说", "我说的是", "忘报了", "忘了报", "忘记报了", "忘了", "补报", "补", "补一下", "补上", "的", "是", "报", "我",
          "我的", "和", "及", "共", "今", "了", "更正", "应该是", "有", "昨天忘报了");

  private static final String[] SUFFIX_STARTS = {
    "了", "啦", "吧", "哦", "啊", "呢", "和", "及", "跟", "还", "另", "今", "昨", "其", "共", "都", "但", "因", "，",
    "哈", "呀"
  };

  static final Set<String> RESTING =
      Set.of(
          "休息", "轮休", "调休", "休假", "公休", "请假", "休", "在休息", "我休息", "我请假", "我轮休", "我调休", "休息一天",
          "请假一天", "休息了");

  /** What a fixed word stands for. */
  record Word(Role role, String text, @Nullable PeriodType period, @Nullable Section section) {}

  /** Roles of fixed words. */
  enum Role {
    TOTAL,
    PERIOD,
    TARGET,
    RATE,
    GAP,
    TITLE,
    SELF,
    SECTION,
    NAME_HEADER,
    DATE_HEADER,
    OTHER_HEADER
  }

  private static final Map<Character, List<Word>> WORDS = new HashMap<>();

  static {
    words(Role.TOTAL, null, "累计", "月累", "月累计", "总计", "合计");
    words(Role.TOTAL, PeriodType.MONTH, "本月累计", "当月累计", "本月合计");
    words(Role.TOTAL, PeriodType.XUN, "本旬累计");
    words(Role.TOTAL, PeriodType.WEEK, "本周累计");
    words(Role.PERIOD, PeriodType.MONTH, "本月", "当月", "这个月");
    words(Role.PERIOD, PeriodType.XUN, "本旬");
    words(Role.PERIOD, PeriodType.WEEK, "本周", "这周");
    words(Role.PERIOD, PeriodType.YEAR, "今年", "本年");
    words(Role.TARGET, null, "目标", "任务", "本月目标", "月目标", "本月任务", "月任务", "任务量", "指标量");
    words(Role.RATE, null, "完成率", "达成率", "完成比例", "进度", "完成度");
    words(Role.GAP, null, "还差", "缺口", "距目标", "距离目标", "还剩");
    words(
        Role.TITLE,
        null,
        "日报",
        "报数",
        "上报",
        "汇报",
        "战报",
        "接龙",
        "今日战报",
        "今日日报",
        "工作日报",
        "销售日报",
        "个人日报",
        "每日汇报",
        "工作汇报",
        "每日战报",
        "报一下",
        "补报",
        "填报",
        "报告",
        "今日工作汇报",
        "今日工作日报",
        "今日汇报");
    words(Role.SELF, null, "个人", "本人", "自己");
    sections(
        Section.SUMMARY,
        "今日小结",
        "今日总结",
        "工作小结",
        "工作总结",
        "小结",
        "总结",
        "心得",
        "备注",
        "感想",
        "工作内容",
        "今日工作总结",
        "今日工作小结",
        "今日工作内容",
        "今天工作总结",
        "今日工作");
    sections(
        Section.ITINERARY,
        "明日工作计划",
        "明日计划",
        "明天计划",
        "次日计划",
        "明日安排",
        "明天安排",
        "明日行程",
        "明天行程",
        "次日行程",
        "明日工作",
        "明天工作",
        "明日工作安排",
        "明天工作安排",
        "明天工作计划",
        "明日打算",
        "明天打算",
        "明日重点",
        "明天重点",
        "明日任务",
        "明天任务",
        "明日预计",
        "明天预计",
        "次日工作",
        "次日工作计划",
        "次日目标",
        "次日安排",
        "下一步计划",
        "后续计划",
        "明日目标",
        "明天目标",
        "明日",
        "次日",
        "明天",
        "行程",
        "计划",
        "工作计划");
    sections(
        Section.HELP,
        "困难求助",
        "需要支持",
        "需要帮助",
        "需协助",
        "困难",
        "求助",
        "遇到困难",
        "存在问题",
        "遇到问题",
        "遇到的问题",
        "问题");
    words(Role.NAME_HEADER, null, "姓名", "汇报人", "上报人", "填报人", "报告人", "名字", "员工", "业务员");
    words(Role.DATE_HEADER, null, "日期", "汇报日期", "时间", "上报日期");
    words(
        Role.OTHER_HEADER,
        null,
        "部门",
        "小组",
        "组别",
        "门店",
        "区域",
        "岗位",
        "职位",
        "团队",
        "公司",
        "单位",
        "大区",
        "城市",
        "小区");
    WORDS
        .values()
        .forEach(
            list ->
                list.sort(Comparator.comparingInt((Word word) -> word.text().length()).reversed()));
  }

  private Vocabulary() {}

  private static void words(Role role, @Nullable PeriodType period, String... texts) {
    for (String text : texts) {
      add(new Word(role, text, period, null));
    }
  }

  private static void sections(Section section, String... texts) {
    for (String text : texts) {
      add(new Word(Role.SECTION, text, null, section));
    }
  }

  private static void add(Word word) {
    WORDS.computeIfAbsent(word.text().charAt(0), any -> new ArrayList<>()).add(word);
  }

  /** The longest fixed word at {@code at} that {@code roles} contains, or null. */
  static @Nullable Word at(String text, int at, Set<Role> roles) {
    if (at >= text.length()) {
      return null;
    }
    for (Word word : WORDS.getOrDefault(text.charAt(at), List.of())) {
      if (roles.contains(word.role()) && text.startsWith(word.text(), at)) {
        return word;
      }
    }
    return null;
  }

  /** Words about reporting that say nothing worth keeping. */
  static boolean isMeta(String words) {
    return META.contains(words) || adding(words) || removing(words);
  }

  /** 又签1单, 漏报了意向2: the figure is one more than what was reported. */
  static boolean adding(String run) {
    return ADDING.matcher(run).matches();
  }

  /** 多报了意向2: the figure is to be taken away. */
  static boolean removing(String run) {
    return REMOVING.matcher(run).matches();
  }

  /** Whether the words right before a figure leave its meaning alone. */
  static boolean harmlessBefore(String run) {
    if (run.isEmpty() || HARMLESS_BEFORE.contains(run)) {
      return true;
    }
    return !changing(run) && SENTENCE_ENDS.contains(run.substring(run.length() - 1));
  }

  /** Whether the words may turn a figure into something else (预计回款, 退签单). */
  static boolean changing(String run) {
    String rest = CHEERFUL.matcher(run).replaceAll("");
    for (String word : CHANGING) {
      if (rest.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static boolean harmlessAfter(String rest) {
    for (String start : SUFFIX_STARTS) {
      if (rest.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
