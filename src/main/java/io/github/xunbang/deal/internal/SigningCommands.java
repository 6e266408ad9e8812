package io.github.xunbang.deal.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 签单: enters a deal, shows one, changes one; alone it lists the own open deals. */
@Component
class SigningCommands implements CommandHandler {

  static final String NAME = "签单";

  private static final Pattern NUMBER = Pattern.compile("#\\s*(\\d{1,7})\\s*");
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?:改一下|改|修改|更改|变更|更正)\\s*(?:签单)?\\s*#?\\s*(\\d{1,7})\\s*(.*)", Pattern.DOTALL);
  private static final Pattern CHANGE_BEHIND =
      Pattern.compile("#\\s*(\\d{1,7})\\s*(?:改|修改|更改|变更)\\s*(.*)", Pattern.DOTALL);
  private static final Pattern CANCEL = Pattern.compile("(?:取消|作废|删除|撤销|退)\\s*#?\\s*(\\d{0,7})");
  private static final Pattern BOARD = Pattern.compile("(?:排名|排行|榜).*");
  private static final Pattern WORD_BEFORE =
      Pattern.compile("^.{0,6}?(?:登记签单|新签单|签单|簽單)", Pattern.DOTALL);

  private final SigningScenes scenes;
  private final SigningDesk desk;
  private final SigningAsking asking;
  private final DealLists lists;
  private final DealChanges changes;
  private final SigningTexts texts;

  SigningCommands(
      SigningScenes scenes,
      SigningDesk desk,
      SigningAsking asking,
      DealLists lists,
      DealChanges changes,
      SigningTexts texts) {
    this.scenes = scenes;
    this.desk = desk;
    this.asking = asking;
    this.lists = lists;
    this.changes = changes;
    this.texts = texts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  /** 签单 followed by a number is a figure (design section 5). */
  @Override
  public boolean yieldsToFigures(String text) {
    Matcher before = WORD_BEFORE.matcher(text);
    if (!before.find()) {
      return false;
    }
    String behind = text.substring(before.end());
    return SpokenSigning.isFigure(behind) && SpokenSigning.amountFirst(behind).isEmpty();
  }

  @Override
  public Reply handle(CommandCall call) {
    try {
      return answer(call);
    } catch (SigningProblem problem) {
      throw problem.toRejection(texts.definition());
    }
  }

  private Reply answer(CommandCall call) {
    boolean whole = call.input().equals(call.message().text().strip());
    Optional<SpokenSigning> spoken = whole ? SpokenSigning.of(call.input()) : Optional.empty();
    if (spoken.isPresent()) {
      return spoken.get().sure()
          ? desk.sign(request(call, spoken.get().line()))
          : offer(call, spoken.get());
    }
    return typed(call, call.input());
  }

  private Reply typed(CommandCall call, String input) {
    String clean = TypedText.clean(input).strip();
    // The same positions in both.
    String plain = TypedText.normalize(clean);
    Matcher number = NUMBER.matcher(plain);
    if (plain.isEmpty()) {
      return lists.own(call);
    }
    if (number.matches()) {
      return lists.show(call, Integer.parseInt(number.group(1)));
    }
    Matcher change = CHANGE.matcher(plain);
    Matcher behind = CHANGE_BEHIND.matcher(plain);
    if (change.matches()) {
      return changes.change(
          call, Integer.parseInt(change.group(1)), clean.substring(change.start(2)));
    }
    if (behind.matches()) {
      return changes.change(
          call, Integer.parseInt(behind.group(1)), clean.substring(behind.start(2)));
    }
    Optional<SpokenSigning> amountFirst = SpokenSigning.amountFirst(input);
    if (amountFirst.isPresent()) {
      return offer(call, amountFirst.get());
    }
    refuseOthers(plain);
    return sign(call, input);
  }

  private static void refuseOthers(String plain) {
    Matcher cancel = CANCEL.matcher(plain);
    if (cancel.matches()) {
      String number = cancel.group(1).isEmpty() ? "12" : cancel.group(1);
      throw new SigningProblem("cancel", Map.of("number", number));
    }
    if (BOARD.matcher(plain).matches()) {
      throw new SigningProblem("board");
    }
    if (SpokenSigning.isFigure(plain)) {
      throw new SigningProblem("figure");
    }
  }

  /** A name alone asks for the deals of that customer. */
  private Reply sign(CommandCall call, String input) {
    Organization organization = scenes.organization(call.caller());
    Member self = SigningScenes.self(call.caller(), organization);
    SigningScene scene = scenes.scene(organization, self, call.message().receivedAt());
    SigningWish wish = SigningReader.read(scene, input);
    boolean nameOnly =
        wish.customer() != null
            && wish.amount() == null
            && wish.partners().isEmpty()
            && wish.day() == null;
    return nameOnly ? lists.find(call, wish.customer()) : desk.sign(request(call, input));
  }

  private Reply offer(CommandCall call, SpokenSigning spoken) {
    Organization organization = scenes.organization(call.caller());
    SigningScenes.self(call.caller(), organization);
    return asking.offer(request(call, spoken.line()), organization, NAME + " " + spoken.line());
  }

  private static SigningRequest request(CommandCall call, String input) {
    return new SigningRequest(
        call.caller(),
        call.message().key(),
        call.message().receivedAt(),
        TypedPhone.cut(input).text().strip(),
        null,
        false);
  }
}
