package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 王女士5.8万 全屋定制 来源 转介绍 协作@李四(二组) 0.3 12-01}: the customer first, the rest in any order,
 * labels where a word alone would not say enough.
 */
final class SigningReader {

  private static final Pattern LABEL =
      Pattern.compile(
          "(协作人?|合作人?|配合|搭档|共同)|(来源|渠道)|(产品|项目|品类)|(客户|姓名)"
              + "|(金额|合同额|总价|签单额)|(签单日期|日期|时间)|(备注|说明)");

  /** Labels that also end a word that is written without a blank: 王女士协作李四. */
  private static final Pattern INNER_LABEL = Pattern.compile("协作|来源|产品|金额|占比");

  private static final Pattern FILLER =
      Pattern.compile("(?:了|的|吧|啦|呢|哈|共|一共|总共|合计|合同|全款|定金|元整|联系电话|电话|手机号?)(?=$|[^\\p{L}\\d]|\\d)");
  private static final Pattern OWN_PART = Pattern.compile("(我|本人|自己)?(?:占比|占)");
  private static final Pattern ONE_DEAL = Pattern.compile("(?:1|一)\\s*[单个笔套](?=$|[^\\p{L}])");
  private static final Pattern DAY_WORD = Pattern.compile("[今昨前]天");
  private static final int WORD_LENGTH = 20;

  private final SigningScene scene;
  private final SigningPartners partners;
  private final DateWords dates;
  private final String typed;
  private final String text;
  private final boolean phoneCut;
  private final boolean labelled;
  private int at;
  private @Nullable String customer;
  private @Nullable BigDecimal amount;
  private boolean unitKnown;
  private @Nullable String product;
  private @Nullable String source;
  private @Nullable LocalDate day;
  private @Nullable BigDecimal ownPart;
  private @Nullable String mentioned;

  private SigningReader(SigningScene scene, String input, boolean labelled) {
    TypedPhone phone = TypedPhone.cut(input);
    this.scene = scene;
    this.typed = phone.text();
    this.text = TypedText.normalize(typed);
    this.phoneCut = phone.found();
    this.labelled = labelled;
    this.dates = scene.dates();
    this.partners = new SigningPartners(scene, text, typed);
  }

  /**
   * Reads a new deal: the first word that is nothing else is the customer.
   *
   * @throws SigningProblem with what is wrong
   */
  static SigningWish read(SigningScene scene, String input) {
    return new SigningReader(scene, input, false).read();
  }

  /**
   * Reads what is to change: every part has its label, {@code 金额 5万 协作 李四 0.3}.
   *
   * @throws SigningProblem with what is wrong
   */
  static SigningWish readChange(SigningScene scene, String input) {
    return new SigningReader(scene, input, true).read();
  }

  private SigningWish read() {
    while (at < text.length()) {
      step();
    }
    if (customer == null && phoneCut && !labelled) {
      throw new SigningProblem("onlyPhone");
    }
    return new SigningWish(
        customer,
        amount,
        unitKnown,
        product,
        source,
        day,
        ownPart,
        partners.found(),
        partners.alone(),
        phoneCut,
        mentioned);
  }

  /** Takes one word. */
  private void step() {
    if (skipped()
        || takeOwnPart()
        || takeLabel()
        || takeDate()
        || takeMention()
        || takeNumber()
        || takePartner()
        || take(FILLER).isPresent()) {
      return;
    }
    takeWord();
  }

  /** Blanks, punctuation, emoji and remarks in brackets. */
  private boolean skipped() {
    int point = text.codePointAt(at);
    if (point == '(') {
      int close = text.indexOf(')', at);
      at = close < 0 ? at + 1 : close + 1;
      return true;
    }
    boolean negative = point == '-' && at + 1 < text.length() && isDigit(at + 1);
    if (negative) {
      throw new SigningProblem("amountSign");
    }
    if (Character.isLetterOrDigit(point) || point == '@' || point == '¥' || point == '+') {
      return false;
    }
    at += Character.charCount(point);
    return true;
  }

  private boolean takeLabel() {
    Matcher label = LABEL.matcher(text).region(at, text.length());
    if (!label.lookingAt() || !isLabel(label)) {
      return false;
    }
    at = label.end();
    if (label.group(1) != null) {
      at = partners.read(at);
    } else if (label.group(2) != null) {
      source = value("来源");
    } else if (label.group(3) != null) {
      product = value("产品");
    } else if (label.group(4) != null) {
      takeCustomer(true);
    } else if (label.group(5) != null) {
      takeLabelledAmount();
    } else if (label.group(7) != null) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    }
    return true;
  }

  /** 合作社王总 is a customer: before one is known a label stands apart. */
  private boolean isLabel(Matcher label) {
    return labelled
        || customer != null
        || label.group(4) != null
        || label.end() < text.length() && !Character.isLetterOrDigit(text.charAt(label.end()));
  }

  private void takeLabelledAmount() {
    skipBlanks();
    Optional<TypedAmount> found = TypedAmount.at(text, at);
    if (found.isEmpty()) {
      throw new SigningProblem("noAmount");
    }
    setAmount(found.get());
  }

  private boolean takeOwnPart() {
    Matcher own = OWN_PART.matcher(text).region(at, text.length());
    if (!own.lookingAt()) {
      return false;
    }
    Optional<TypedPart> part = TypedPart.at(text, own.end());
    if (part.isEmpty()) {
      return false;
    }
    at = part.get().end();
    ownPart = part.get().part();
    return true;
  }

  private boolean takeDate() {
    Optional<DateWords.Found> found = dates.read(text, at);
    if (found.isEmpty() || !isDate(found.get())) {
      return false;
    }
    day = day(found.get().reading());
    at = found.get().end();
    return true;
  }

  /** 今日头条 and 周一鸣 are customers, 5.8 is an amount until there is one. */
  private boolean isDate(DateWords.Found found) {
    String word = text.substring(at, found.end());
    if (found.bare() && amount == null && !word.contains("-") && !word.contains("/")) {
      return false;
    }
    boolean apart =
        found.end() >= text.length() || !Character.isLetterOrDigit(text.charAt(found.end()));
    return apart || DAY_WORD.matcher(word).matches() || word.contains("月");
  }

  private LocalDate day(DateReading reading) {
    if (reading instanceof DateReading.Resolved one) {
      return one.date();
    }
    if (reading instanceof DateReading.Ambiguous two) {
      throw new SigningProblem(
          "midnight",
          Map.of(
              "first", DateText.day(two.calendarDay()),
              "second", DateText.day(two.businessDay()),
              "date", DateText.shortDay(two.businessDay())));
    }
    if (reading instanceof DateReading.Contradiction two) {
      throw new SigningProblem("contradiction", Map.of("sentence", two.sentence()));
    }
    throw new SigningProblem("noSuchDate", Map.of("date", ((DateReading.Invalid) reading).text()));
  }

  /** A mention without 协作 is cc (design section 5). */
  private boolean takeMention() {
    if (text.charAt(at) != '@') {
      return false;
    }
    Optional<SigningPartners.Named> named = partners.named(at + 1);
    named.ifPresent(one -> mentioned = one.member().name());
    at = named.map(SigningPartners.Named::end).orElseGet(() -> wordEnd(at + 1));
    return true;
  }

  private boolean takeNumber() {
    Optional<Matcher> one = customer == null ? Optional.empty() : take(ONE_DEAL);
    if (one.isPresent()) {
      return true;
    }
    Optional<TypedPart> part = amount == null ? Optional.empty() : TypedPart.fraction(text, at);
    if (part.isPresent()) {
      ownPart = part.get().part();
      at = part.get().end();
      return true;
    }
    Optional<TypedAmount> found = TypedAmount.at(text, at);
    found.ifPresent(this::setAmount);
    return found.isPresent();
  }

  private void setAmount(TypedAmount found) {
    if (amount != null) {
      throw new SigningProblem("twoAmounts");
    }
    amount = found.value();
    unitKnown = found.unitKnown();
    at = found.end();
  }

  /** 和李四一起, 李四配合. */
  private boolean takePartner() {
    if (customer == null && !labelled) {
      return false;
    }
    int end = partners.readJoined(at);
    boolean taken = end > at;
    at = end;
    return taken;
  }

  private void takeWord() {
    if (customer == null && !labelled) {
      takeCustomer(false);
      return;
    }
    int end = wordEnd(at);
    String word = UntrustedText.oneLine(typed.substring(at, end), WORD_LENGTH);
    at = end;
    if (labelled) {
      throw new SigningProblem("unlabelled", Map.of("word", word));
    }
    if (scene.sources().contains(word) && source == null) {
      source = word;
    } else if (product == null && !scene.isFigure(word)) {
      product = word;
    } else {
      throw new SigningProblem("unclear", Map.of("word", word));
    }
  }

  private void takeCustomer(boolean named) {
    skipBlanks();
    int end = customerEnd();
    String word = UntrustedText.oneLine(typed.substring(at, end), WORD_LENGTH);
    at = end;
    if (word.isBlank()) {
      throw new SigningProblem(phoneCut ? "onlyPhone" : "noCustomer");
    }
    if (scene.isFigure(word)) {
      throw new SigningProblem("notCustomer", Map.of("word", word));
    }
    boolean colleague = scene.organization().memberNamed(word, scene.today()).isPresent() && !named;
    if (colleague) {
      throw new SigningProblem("colleague", Map.of("name", word));
    }
    customer = word;
  }

  /** Latin words of one name belong together: ABC Trading. */
  private int customerEnd() {
    int end = wordEnd(at);
    while (end > at
        && end + 1 < text.length()
        && text.charAt(end) == ' '
        && isLatin(end - 1)
        && isLatin(end + 1)) {
      end = wordEnd(end + 1);
    }
    return end;
  }

  private String value(String label) {
    skipBlanks();
    int end = at;
    while (end < text.length() && !isSeparator(text.charAt(end))) {
      end++;
    }
    String word = UntrustedText.oneLine(typed.substring(at, end), WORD_LENGTH);
    if (word.isBlank()) {
      throw new SigningProblem("noValue", Map.of("label", label));
    }
    at = end;
    return word;
  }

  /** Where the word ends: at a blank, before an amount, before a label written without a blank. */
  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && !isSeparator(text.charAt(end))) {
      boolean inside = end > from;
      if (inside && (isInnerLabel(end) || amount == null && isInnerAmount(from, end))) {
        return end;
      }
      end++;
    }
    return end;
  }

  private boolean isInnerLabel(int position) {
    return INNER_LABEL.matcher(text).region(position, text.length()).lookingAt();
  }

  /** 王女士5.8万 and 王女士五万八, but neither 12栋王姐 nor 王三丰. */
  private boolean isInnerAmount(int from, int position) {
    boolean digit = isDigit(position) && !isDigit(position - 1) || text.charAt(position) == '¥';
    if (!digit && (isDigit(position) || position - from < 2)) {
      return false;
    }
    Optional<TypedAmount> found = TypedAmount.at(text, position);
    return found.isPresent()
        && (found.get().scaled()
            || found.get().end() >= text.length()
            || isSeparator(text.charAt(found.get().end())));
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c) || (",，;；、。|@" + TypedPhone.MARK).indexOf(c) >= 0;
  }

  private boolean isDigit(int position) {
    return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
  }

  private boolean isLatin(int position) {
    return text.charAt(position) >= 'a' && text.charAt(position) <= 'z';
  }

  private void skipBlanks() {
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || ":：=".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
  }

  private Optional<Matcher> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher);
  }
}
