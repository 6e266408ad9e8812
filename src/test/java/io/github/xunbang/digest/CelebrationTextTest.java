package io.github.xunbang.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelebrationTextTest {

  @ParameterizedTest
  @CsvSource({
    "王女士,王女士",
    "12栋王姐,王姐",
    "欧阳先生,欧阳先生",
    "恒大李总,李总",
    "王小明,王姓客户",
    "三和装饰公司,三和装饰公司",
    "ABC Trading,ABC Trading"
  })
  void masksACustomerToSurnameAndTitle(String customer, String shown) {
    assertThat(CelebrationText.customer(customer)).isEqualTo(shown);
  }
}
