package io.github.xunbang.task.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads who a 待办 is for: names in front, with or without @, several with 、 or a blank. */
final class TodoReader {

  private static final String BETWEEN = "^[\\s、,，和及&＆]*[@＠]?\\s*";

  /** Frequent family names that begin no everyday word. */
  private static final String FAMILY_NAMES =
      "王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟";

  private TodoReader() {}

  /** Whether the word reads like a colleague's full name; 王女士 and 李总 are customers. */
  static boolean looksLikeColleague(String word) {
    return PersonName.looksLikeName(word)
        && FAMILY_NAMES.indexOf(word.charAt(0)) >= 0
        && !word.matches(".*(?:总|女士|先生|小姐|姐|哥|叔|姨|家|工|老师|老板|太太|客户)");
  }

  /**
   * The owners named in front.
   *
   * @param owners nobody twice; empty when no name stands there
   * @param rest what follows the names
   */
  record Owners(List<Member> owners, String rest) {

    Owners {
      owners = List.copyOf(owners);
    }
  }

  /**
   * Reads the names.
   *
   * @throws CommandRejectedException for a name behind @ that nobody bears
   */
  static Owners owners(String input, Organization organization, LocalDate day) {
    List<Member> owners = new ArrayList<>();
    String rest = input.strip();
    while (true) {
      String text = rest;
      String bare = text.replaceFirst(owners.isEmpty() ? "^[@＠]?\\s*" : BETWEEN, "");
      Optional<Member> named =
          organization.activeMembers(day).stream()
              .filter(member -> bare.startsWith(member.name()))
              .max(Comparator.comparing(member -> member.name().length()));
      if (named.isEmpty()) {
        refuseUnknown(text, organization, day);
        return new Owners(owners, text.replaceFirst("^[\\s:：,，、]+", ""));
      }
      if (!owners.contains(named.get())) {
        owners.add(named.get());
      }
      rest = bare.substring(named.get().name().length()).strip();
    }
  }

  private static void refuseUnknown(String text, Organization organization, LocalDate day) {
    String candidate = text.replaceFirst("^[\\s、,，]+", "");
    boolean mentioned = candidate.startsWith("@") || candidate.startsWith("＠");
    String word = candidate.replaceFirst("^[@＠]\\s*", "").split("[\\s、,，:：@＠]", 2)[0];
    List<String> names = organization.activeMembers(day).stream().map(Member::name).toList();
    List<String> near = NearNames.nearest(word, names);
    if (mentioned && !word.isEmpty()) {
      throw new CommandRejectedException(
          "没有叫“%s”的成员%s。看名单发：成员"
              .formatted(
                  NoteText.shown(word, 12), near.isEmpty() ? "" : "，是不是" + String.join("、", near)));
    }
  }
}
