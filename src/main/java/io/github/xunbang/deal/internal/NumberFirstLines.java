package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.InboundMessage;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Lines that begin with a deal's number: {@code #12 回款 3万}, {@code #12 退单 客户不装了}, {@code #12 改 金额
 * 5万}, {@code 改 #12 金额 5万}, {@code #12}. A number sign means nothing else in front of these words.
 */
@Configuration(proxyBeanMethods = false)
class NumberFirstLines {

  private static final String NUMBER = "^[/\\s]*#\\s*\\d{1,7}\\s*[:,，]?\\s*";
  private static final String PART = "(?:金额|客户|产品|来源|协作|日期)";

  @Bean
  @Order(51)
  FreeTextHandler numberFirstPayment() {
    return new Lines(PaymentCommands.NAME, Pattern.compile(NUMBER + "(?:回款|到账|收款|收到)(?!\\s*$)"));
  }

  @Bean
  @Order(52)
  FreeTextHandler numberFirstRefund() {
    return new Lines(RefundCommands.NAME, Pattern.compile(NUMBER + "退款"));
  }

  @Bean
  @Order(53)
  FreeTextHandler numberFirstCancelling() {
    return new Lines(CancelCommands.NAME, Pattern.compile(NUMBER + "退单"));
  }

  @Bean
  @Order(54)
  FreeTextHandler numberFirstDeal() {
    return new Lines(
        SigningCommands.NAME,
        Pattern.compile(
            NUMBER
                + "(?:$|(?:改|修改|更改|变更)\\s*"
                + PART
                + ")|^[/\\s]*(?:改一下|改|更正|修改)\\s*(?:签单)?\\s*#\\s*\\d{1,7}\\s*"
                + PART));
  }

  private record Lines(String commandName, Pattern line) implements FreeTextHandler {

    @Override
    public Precedence precedence() {
      return Precedence.BEFORE_COMMANDS;
    }

    @Override
    public boolean claims(InboundMessage message, Caller caller) {
      return caller.organizationId() != null
          && line.matcher(TypedText.normalize(TypedText.clean(message.text())).strip()).find();
    }
  }
}
