package io.github.xunbang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownCustomerTest {

  @ParameterizedTest
  @CsvSource({
    "电话13800005678约周六, 电话138****5678约周六",
    "138 0000 5678 要再打, 138****5678 要再打",
    "打 +86 138-0000-5678, 打 138****5678",
    "座机028-87654321, 座机028****4321",
    "１３８００００５６７８, 138****5678",
    "座机 8765432, 座机 ****432",
    "报价1234567元, 报价1234567元",
    "预算200000元 12-20量房, 预算200000元 12-20量房",
    "8栋1203 3室2厅, 8栋1203 3室2厅",
  })
  void nothingThatMayBeAPhoneIsShownInFull(String typed, String shown) {
    assertThat(ShownCustomer.withoutPhones(typed)).isEqualTo(shown);
  }
}
