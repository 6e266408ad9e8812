package io.github.xunbang.command.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.EditDistance;
import io.github.xunbang.message.UntrustedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says which command may have been meant, by edit distance and synonyms, among those the caller may
 * use here. A guess is suggested, never run (design section 5).
 */
final class Suggestions {

  private static final int MOST = 3;

  /** What people say instead of a command's words; names that no file has are passed over. */
  private static final Map<String, String> SYNONYMS = new LinkedHashMap<>();

  static {
    synonyms("排名", "名次", "榜单", "排第", "冠军", "榜首", "top", "业绩榜");
    synonyms("我的", "我目前", "本人", "个人业绩", "完成多少", "我现在");
    synonyms("谁没报", "没交", "未交", "未报", "没报", "没有报", "漏报");
    synonyms("成员", "名单", "人员", "有哪些人", "花名册", "同事");
    synonyms("撤销", "删除", "删掉", "取消", "作废", "不要了");
    synonyms("改", "修改", "错了", "报错", "填错");
    synonyms("补报", "忘了报", "忘报", "漏了", "补交", "补登");
    synonyms("我是", "注册", "加入", "我叫", "登记名字", "改名");
    synonyms("记录", "历史", "明细", "流水", "往期");
    synonyms("指标", "能报什么", "字段", "项目");
    synonyms("日报", "登记", "报一下", "填报", "提交", "录入");
    synonyms("绑定", "关联", "接入", "开通");
    synonyms("任命", "升为", "设为", "权限", "提拔");
    synonyms("设置", "配置", "修改时间", "日切");
    synonyms("帮助", "怎么用", "使用", "说明", "help", "菜单", "功能", "教程", "会什么", "能做什么");
  }

  private static void synonyms(String command, String... words) {
    for (String word : words) {
      SYNONYMS.put(word, command);
    }
  }

  private final CommandCatalog catalog;

  Suggestions(CommandCatalog catalog) {
    this.catalog = catalog;
  }

  private record Guess(String command, double distance) {}

  /** One sentence that quotes what was not understood and names what to type instead. */
  String answer(String text, Caller caller) {
    String shown = UntrustedText.oneLine(text, 12);
    List<String> names = names(CommandText.fold(text).strip(), caller);
    if (names.isEmpty()) {
      return "没看懂“" + shown + "”。" + SmallTalk.WHAT_TO_TYPE;
    }
    return "没看懂“" + shown + "”。是不是想发：" + String.join("、", names) + "？发“帮助”看全部";
  }

  private List<String> names(String folded, Caller caller) {
    Map<String, CommandDefinition> usable =
        catalog.all().stream()
            .filter(command -> caller.access().covers(command.audience()))
            .filter(command -> command.where().contains(caller.conversation().kind()))
            .collect(Collectors.toMap(CommandDefinition::name, command -> command));
    List<Guess> guesses = new ArrayList<>();
    usable.values().forEach(command -> guess(command, folded).ifPresent(guesses::add));
    SYNONYMS.forEach(
        (word, command) -> {
          if (usable.containsKey(command) && folded.contains(word)) {
            guesses.add(new Guess(command, 0.5));
          }
        });
    double best = guesses.stream().mapToDouble(Guess::distance).min().orElse(0);
    return guesses.stream()
        .filter(guess -> guess.distance() <= best)
        .sorted(Comparator.comparing(Guess::command))
        .map(Guess::command)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Optional<Guess> guess(CommandDefinition command, String folded) {
    double best = distance(command.name(), folded);
    for (String alias : command.aliases()) {
      best = Math.min(best, distance(alias, folded));
    }
    return best < Double.MAX_VALUE
        ? Optional.of(new Guess(command.name(), best))
        : Optional.empty();
  }

  /** 0 when the word stands somewhere inside, else edits from what begins the text; or none. */
  private static double distance(String command, String folded) {
    String word = CommandText.fold(command);
    if (word.length() < 2) {
      return Double.MAX_VALUE;
    }
    if (folded.contains(word)) {
      return 0;
    }
    int best = Integer.MAX_VALUE;
    int longest = Math.min(folded.length(), word.length() + 1);
    for (int length = Math.max(1, word.length() - 1); length <= longest; length++) {
      best = Math.min(best, EditDistance.between(word, folded.substring(0, length)));
    }
    // Half of a two-character word is the most that may differ, and only at equal beginning or end.
    boolean near = best <= Math.max(1, word.length() / 3) && sharesEdge(word, folded);
    return near ? best : Double.MAX_VALUE;
  }

  private static boolean sharesEdge(String word, String folded) {
    int last = word.length() - 1;
    return folded.charAt(0) == word.charAt(0)
        || (folded.length() > last && folded.charAt(last) == word.charAt(last))
        || (folded.length() > 1 && folded.charAt(1) == word.charAt(0));
  }
}
