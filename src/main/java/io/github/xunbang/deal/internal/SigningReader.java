package io.github.xunbang.deal.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 王女士5.8万 全屋定制 来源 转介绍 协作@李四(二组) 0.3 12-01}: the first word that is nothing else is the
 * customer, all in any order, labels where a word alone would not say enough.
 */
final class SigningReader {

  private static final Pattern LABEL =
      Pattern.compile(
          "(协作人?|合作人?|配合|搭档|共同)|(来源|渠道)|(产品|项目|品类)|(客户|姓名)"
              + "|(金额|合同额|总价|签单额)|(签单日期|日期|时间)|(备注|说明)");

  private static final Pattern FILLER =
      Pattern.compile("(?:了|的|吧|啦|呢|哈|共|一共|总共|合计|合同|全款|定金|元整|联系电话|电话|手机号?)(?=$|[^\\p{L}\\d]|\\d)");
  private static final Pattern OWN_PART = Pattern.compile("(我|本人|自己)?(?:占比|占)");
  private static final Pattern ONE_DEAL = Pattern.compile("(?:1|一)\\s*[单个笔套](?=$|[^\\p{L}])");

  private final SigningScene scene;
  private final SigningPartners partners;
  private final SigningDates dates;
  private final SigningText line;
  private final boolean phoneCut;
  private final boolean labelled;
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
    this.line = new SigningText(phone.text());
    this.phoneCut = phone.found();
    this.labelled = labelled;
    this.dates = new SigningDates(scene.dates());
    this.partners = new SigningPartners(scene, line.text, line.typed());
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
    while (!line.isDone()) {
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
    if (!line.skipNoise()
        && !takeOwnPart()
        && !takeLabel()
        && !takeDate()
        && !takeMention()
        && !takeNumber()
        && !takePartner()
        && !line.take(FILLER)) {
      takeWord();
    }
  }

  private boolean takeLabel() {
    Matcher label = line.at(LABEL);
    if (!label.lookingAt() || !isLabel(label)) {
      return false;
    }
    line.at = label.end();
    if (label.group(1) != null) {
      line.at = partners.read(line.at, labelled || customer != null);
    } else if (label.group(2) != null) {
      source = line.value("来源");
    } else if (label.group(3) != null) {
      product = line.value("产品");
    } else if (label.group(4) != null) {
      takeCustomer(true);
    } else if (label.group(5) != null) {
      takeLabelledAmount();
    } else if (label.group(7) != null) {
      line.skipLine();
    }
    return true;
  }

  /** 合作社王总 is a customer: before one is known a label stands apart, or a colleague behind it. */
  private boolean isLabel(Matcher label) {
    return labelled
        || customer != null
        || label.group(4) != null
        || label.group(1) != null && partners.named(label.end()).isPresent()
        || label.end() < line.text.length()
            && !Character.isLetterOrDigit(line.text.charAt(label.end()));
  }

  private void takeLabelledAmount() {
    line.skipBlanks();
    setAmount(TypedAmount.at(line.text, line.at).orElseThrow(() -> new SigningProblem("noAmount")));
  }

  private boolean takeOwnPart() {
    Matcher own = line.at(OWN_PART);
    if (!own.lookingAt()) {
      return false;
    }
    Optional<TypedPart> part = TypedPart.at(line.text, own.end());
    part.ifPresent(this::setOwnPart);
    return part.isPresent();
  }

  private void setOwnPart(TypedPart part) {
    line.at = part.end();
    ownPart = part.part();
  }

  private boolean takeDate() {
    Optional<LocalDate> found = dates.take(line, amount != null);
    found.ifPresent(one -> day = one);
    return found.isPresent();
  }

  /** A mention without 协作 is cc (design section 5). */
  private boolean takeMention() {
    if (line.text.charAt(line.at) != '@') {
      return false;
    }
    Optional<SigningPartners.Named> named = partners.named(line.at + 1);
    named.ifPresent(one -> mentioned = one.member().name());
    line.at =
        named
            .map(SigningPartners.Named::end)
            .orElseGet(() -> line.wordEnd(line.at + 1, amount != null));
    return true;
  }

  private boolean takeNumber() {
    if (customer != null && line.take(ONE_DEAL)) {
      return true;
    }
    Optional<TypedPart> part =
        amount == null ? Optional.empty() : TypedPart.fraction(line.text, line.at);
    if (part.isPresent()) {
      setOwnPart(part.get());
      return true;
    }
    Optional<TypedAmount> found = TypedAmount.at(line.text, line.at);
    found.ifPresent(this::setAmount);
    return found.isPresent();
  }

  private void setAmount(TypedAmount found) {
    if (amount != null) {
      throw new SigningProblem("twoAmounts");
    }
    amount = found.value();
    unitKnown = found.unitKnown();
    line.at = found.end();
  }

  /** 和李四一起, 李四配合. */
  private boolean takePartner() {
    if (customer == null && !labelled) {
      return false;
    }
    int end = partners.readJoined(line.at);
    boolean taken = end > line.at;
    line.at = end;
    return taken;
  }

  private void takeWord() {
    if (customer == null && !labelled) {
      takeCustomer(false);
      return;
    }
    String word = line.takeTo(line.wordEnd(line.at, amount != null));
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
    line.skipBlanks();
    String word = line.takeTo(line.customerEnd(amount != null));
    if (word.isBlank()) {
      throw new SigningProblem(phoneCut ? "onlyPhone" : "noCustomer");
    }
    if (scene.isFigure(word)) {
      throw new SigningProblem("notCustomer", Map.of("word", word));
    }
    if (!named && scene.organization().memberNamed(word, scene.today()).isPresent()) {
      throw new SigningProblem("colleague", Map.of("name", word));
    }
    customer = word;
  }
}
