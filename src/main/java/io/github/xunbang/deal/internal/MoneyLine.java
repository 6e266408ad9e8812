package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind 回款, 退款 or 退单: {@code #12 3万 昨天}, {@code 王女士 尾款}, {@code #12 客户不要了}. The deal
 * comes first, then amount and date in any order, then the reason.
 */
final class MoneyLine {

  private static final Pattern NUMBER = Pattern.compile("[#＃]\\s*(\\d{1,9})(?!\\d)");
  private static final Pattern REST = Pattern.compile("全款|尾款|余款|剩余|全部|结清|付清|收齐|全额");
  private static final Pattern PAYMENT =
      Pattern.compile("(?:回款|到账|收款)?\\s*第\\s*(\\d{1,3})\\s*笔|(?:回款|到账|收款)\\s*(\\d{1,3})(?=\\s|$)");
  private static final Pattern BARE_PAYMENT = Pattern.compile("(\\d{1,3})\\s+(?=\\S)");
  private static final Pattern FILLER = Pattern.compile("回款|到账|收款|退款|收到|退了?|改成|改为|改|是|到|了");
  private static final Pattern VERB = Pattern.compile("(?:回款|到账|收款|收到|退款|退单)[\\s:：]*");
  private static final Pattern DIGIT_NAME =
      Pattern.compile(DigitName.PATTERN + "(?=[\\s,，。;；¥]|\\d|[一二两三四五六七八九十百千]+[万千百元块]|$)");

  /** A name behind the amount shows that it is one: 回款 3万 王女士. */
  private static final Pattern TITLED =
      Pattern.compile("[\\p{L}·]{1,10}(?:女士|先生|小姐|太太|总|姐|哥|叔|阿姨|老师|老板|公司)(?=[\\s,，。;；]|$)");

  private static final Pattern AMOUNT_FIRST =
      Pattern.compile("^¥?\\d[\\d,.]*\\s*(?:万|w|千|k|元|块)?\\d?[\\s,，]+(?:#\\s*\\d|" + TITLED + ")");
  private static final Pattern NAME = Pattern.compile("[^\\s,，。;；#¥]*?(?=[\\s,，。;；¥]|\\d|$)");
  private static final String SEPARATORS = " \t\n,，。.:：;；、|!！";
  private static final int REASON_LENGTH = 60;
  private static final int NAME_LENGTH = 20;

  private final DateWords dates;
  private final String typed;
  private final String text;
  private int at;
  private @Nullable Integer number;
  private String customer = "";
  private @Nullable BigDecimal amount;
  private boolean rest;
  private @Nullable LocalDate day;
  private @Nullable Integer payment;
  private String reason = "";

  private MoneyLine(DateWords dates, String typed) {
    this.dates = dates;
    this.typed = TypedPhone.cut(typed).text();
    this.text = TypedText.normalize(this.typed);
  }

  /**
   * Reads {@code typed}.
   *
   * @throws MoneyProblem with what is wrong
   */
  static MoneyLine read(DateWords dates, String typed) {
    MoneyLine line = new MoneyLine(dates, typed);
    line.readDeal();
    line.skipVerb();
    while (line.at < line.text.length() && line.step()) {
      line.skipSeparators();
    }
    line.readReason();
    return line;
  }

  /**
   * Reads what stands behind 更正: {@code #12 回款1 2.8万}, {@code #12 1 12-02}, the payment's number
   * before amount or date.
   */
  static MoneyLine readCorrection(DateWords dates, String typed) {
    MoneyLine line = new MoneyLine(dates, typed);
    line.readDeal();
    line.takeBarePayment();
    while (line.at < line.text.length() && line.step()) {
      line.skipSeparators();
    }
    line.readReason();
    return line;
  }

  /** Reads a line in which nothing but the reason follows the deal. */
  static MoneyLine readReasoned(DateWords dates, String typed) {
    MoneyLine line = new MoneyLine(dates, typed);
    line.readDeal();
    line.skipVerb();
    line.readReason();
    return line;
  }

  /** Whether a line names a deal by its number. */
  static boolean startsWithNumber(String typed) {
    return NUMBER.matcher(TypedText.normalize(typed).strip()).lookingAt();
  }

  /** Whether a line names the deal behind the amount: {@code 3万 #12}, {@code 3万 王女士}. */
  static boolean startsWithAmount(String typed) {
    return AMOUNT_FIRST.matcher(TypedText.normalize(typed).strip()).find();
  }

  private void skipVerb() {
    Matcher verb = VERB.matcher(text).region(at, text.length());
    if (number != null && verb.lookingAt()) {
      at = verb.end();
    }
  }

  private void readReason() {
    reason = UntrustedText.oneLine(typed.substring(at), REASON_LENGTH);
  }

  private void readDeal() {
    skipSeparators();
    readReference();
    skipSeparators();
  }

  private void readReference() {
    if (takeNumber() || takeName(DIGIT_NAME)) {
      return;
    }
    Matcher name = NAME.matcher(text).region(at, text.length());
    if (name.lookingAt()) {
      customer = UntrustedText.oneLine(typed.substring(at, name.end()), NAME_LENGTH);
      customer = REST.matcher(customer).replaceFirst("").strip();
      at += customer.length();
    }
  }

  private boolean takeNumber() {
    Matcher numbered = NUMBER.matcher(text).region(at, text.length());
    if (!numbered.lookingAt()) {
      return false;
    }
    number = Integer.valueOf(numbered.group(1));
    at = numbered.end();
    return true;
  }

  private boolean takeName(Pattern pattern) {
    Matcher name = pattern.matcher(text).region(at, text.length());
    if (!name.lookingAt()) {
      return false;
    }
    customer = UntrustedText.oneLine(typed.substring(at, name.end()), NAME_LENGTH);
    at = name.end();
    return true;
  }

  /** 3万 #12 and 3万 王女士: the deal behind the amount. */
  private boolean takeLateDeal() {
    return number == null && customer.isEmpty() && (takeNumber() || takeName(TITLED));
  }

  /** Takes one word; false where the reason begins. */
  private boolean step() {
    return takeLateDeal()
        || takeRest()
        || takePayment()
        || takeDate()
        || takeAmount()
        || takeFiller();
  }

  private boolean takeRest() {
    Matcher word = REST.matcher(text).region(at, text.length());
    if (!word.lookingAt()) {
      return false;
    }
    rest = true;
    at = word.end();
    return true;
  }

  private boolean takePayment() {
    Matcher word = PAYMENT.matcher(text).region(at, text.length());
    if (payment != null || !word.lookingAt()) {
      return false;
    }
    payment = Integer.valueOf(word.group(1) == null ? word.group(2) : word.group(1));
    at = word.end();
    return true;
  }

  private void takeBarePayment() {
    Matcher word = BARE_PAYMENT.matcher(text).region(at, text.length());
    if (word.lookingAt()) {
      payment = Integer.valueOf(word.group(1));
      at = word.end();
    }
  }

  private boolean takeDate() {
    Optional<DateWords.Found> found = day == null ? dates.read(text, at) : Optional.empty();
    if (found.isEmpty()) {
      return false;
    }
    String word = text.substring(at, found.get().end());
    boolean mayBeAmount = amount == null && !rest && word.matches("[\\d.]+");
    if (found.get().bare() && mayBeAmount) {
      return false;
    }
    day = MoneyWords.day(found.get().reading());
    at = found.get().end();
    return true;
  }

  private boolean takeAmount() {
    boolean negative = text.startsWith("-", at);
    Optional<ParsedNumber> found =
        amount == null ? ChineseNumber.scan(text, negative ? at + 1 : at) : Optional.empty();
    if (found.isEmpty() || found.get().percent() || isWordBehind(found.get())) {
      return false;
    }
    amount = MoneyWords.amount(text, found.get(), negative);
    at = found.get().end();
    return true;
  }

  /** 三方都同意退 is a reason and no amount. */
  private boolean isWordBehind(ParsedNumber found) {
    return !found.unitKnown()
        && found.end() < text.length()
        && Character.isLetterOrDigit(text.charAt(found.end()));
  }

  private boolean takeFiller() {
    Matcher word = FILLER.matcher(text).region(at, text.length());
    if (!word.lookingAt() || amount != null && payment == null) {
      return false;
    }
    at = word.end();
    return true;
  }

  private void skipSeparators() {
    while (at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The deal's number, or null when a customer was named. */
  @Nullable Integer number() {
    return number;
  }

  /** The customer's name, empty with a number or when nothing was named. */
  String customer() {
    return customer;
  }

  /** 元, more than 0, or null. */
  @Nullable BigDecimal amount() {
    return amount;
  }

  /** Whether 全款 or 尾款 was said: all that is open. */
  boolean rest() {
    return rest;
  }

  /** The day named, or null. */
  @Nullable LocalDate day() {
    return day;
  }

  /** Which payment is meant, or null. */
  @Nullable Integer payment() {
    return payment;
  }

  /** What remains, one short line without phone numbers, or empty. */
  String reason() {
    return reason;
  }
}
