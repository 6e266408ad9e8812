package io.github.xunbang.command.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CallerBusinessDay;
import io.github.xunbang.message.InboundMessage;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A day; a {@code LocalDate}, counted from the business day of the message. */
@Component
final class DateArgumentType implements ArgumentType {

  private final CallerBusinessDay businessDay;

  DateArgumentType(ObjectProvider<CallerBusinessDay> businessDay) {
    this.businessDay = businessDay.getIfAvailable(() -> caller -> BusinessDay.DEFAULT);
  }

  @Override
  public String name() {
    return "date";
  }

  @Override
  public String expected() {
    return "日期，例如 昨天 或 12月3日";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return new DateWords(businessDay.of(caller), message.receivedAt())
        .parse(token)
        .filter(DateReading.Resolved.class::isInstance)
        .map(reading -> ((DateReading.Resolved) reading).date());
  }
}
