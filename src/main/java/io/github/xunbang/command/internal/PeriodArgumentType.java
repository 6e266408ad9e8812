package io.github.xunbang.command.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CallerBusinessDay;
import io.github.xunbang.message.InboundMessage;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A period; a {@link Period} around the business day of the message. */
@Component
final class PeriodArgumentType implements ArgumentType {

  private static final List<String> WORDS =
      List.of("今天", "昨天", "本周", "上周", "本旬", "上一旬", "上旬", "中旬", "下旬", "本月", "上月", "本季度", "今年", "去年");

  private final CallerBusinessDay businessDay;

  PeriodArgumentType(ObjectProvider<CallerBusinessDay> businessDay) {
    this.businessDay = businessDay.getIfAvailable(() -> caller -> BusinessDay.DEFAULT);
  }

  @Override
  public String name() {
    return "period";
  }

  @Override
  public String expected() {
    return "时间，例如 本旬、上旬、本月、上周";
  }

  @Override
  public List<String> words(Caller caller) {
    return WORDS;
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return new PeriodWords(
            businessDay.of(caller),
            message.receivedAt(),
            businessDay.periods(caller),
            businessDay.campaigns(caller))
        .parse(token)
        .map(Object.class::cast);
  }
}
