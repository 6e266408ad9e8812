package io.github.xunbang.storage;

import java.math.BigDecimal;
import java.util.List;
import org.bson.types.Decimal128;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** How values are stored: money and shares as Decimal128, so that sums stay exact on the server. */
final class StorageConversions {

  private StorageConversions() {}

  static MongoCustomConversions all() {
    return new MongoCustomConversions(List.of(ToDecimal128.INSTANCE, FromDecimal128.INSTANCE));
  }

  @WritingConverter
  private enum ToDecimal128 implements Converter<BigDecimal, Decimal128> {
    INSTANCE;

    @Override
    public Decimal128 convert(BigDecimal value) {
      return new Decimal128(value);
    }
  }

  @ReadingConverter
  private enum FromDecimal128 implements Converter<Decimal128, BigDecimal> {
    INSTANCE;

    @Override
    public BigDecimal convert(Decimal128 value) {
      return value.bigDecimalValue();
    }
  }
}
