package io.github.xunbang.deal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.internal.SigningWish.Partner;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningReaderTest {

  private static final LocalDate JOINED = LocalDate.of(2026, 1, 1);
  private static final Instant THURSDAY_EVENING = Instant.parse("2026-12-03T13:40:00Z");

  private static final List<Member> PEOPLE =
      List.of(
          member("m1", "张敏", null),
          member("m2", "李四", null),
          member("m3", "王五", null),
          member("m4", "李四光", null),
          member("m5", "赵六", null),
          member("m6", "孙七", null),
          member("m7", "周走", LocalDate.of(2026, 11, 30)));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          王女士 5.8万                         | 王女士 58000 张敏1
          王女士5.8万 协作@李四(二组)              | 王女士 58000 张敏0.5 李四0.5
          王女士5.8万 协作@李四（二组）             | 王女士 58000 张敏0.5 李四0.5
          王女士 5.8万 协作 李四                  | 王女士 58000 张敏0.5 李四0.5
          王女士 5.8万 全屋定制 来源 转介绍 协作 @李四 0.3 | 王女士 58000 全屋定制 来自转介绍 张敏0.7 李四0.3
          王女士 5.8万 协作 李四 0.3 王五 0.2       | 王女士 58000 张敏0.5 李四0.3 王五0.2
          王女士 5.8万 协作 李四 王五               | 王女士 58000 张敏0.3334 李四0.3333 王五0.3333
          王女士 5.8万 协作 李四、王五、赵六          | 王女士 58000 张敏0.25 李四0.25 王五0.25 赵六0.25
          王女士 5.8万 协作 李四光                  | 王女士 58000 张敏0.5 李四光0.5
          王女士 5.8万 占比 0.7 协作 李四            | 王女士 58000 张敏0.7 李四0.3
          王女士 5.8万 我占70% 协作 李四             | 王女士 58000 张敏0.7 李四0.3
          王女士 5.8万 协作 李四 占比 0.3            | 王女士 58000 张敏0.7 李四0.3
          王女士 5.8万 协作 李四 30%               | 王女士 58000 张敏0.7 李四0.3
          王女士 5.8万 协作 李四 3成                | 王女士 58000 张敏0.7 李四0.3
          王女士 5.8万 协作 李四三成                | 王女士 58000 张敏0.7 李四0.3
          王女士 5.8万 协作李四平分                 | 王女士 58000 张敏0.5 李四0.5
          王女士 5.8万 和李四一起                   | 王女士 58000 张敏0.5 李四0.5
          王女士 5.8万 李四配合                     | 王女士 58000 张敏0.5 李四0.5
          王女士五万八协作李四                      | 王女士 58000 张敏0.5 李四0.5
          王女士，五万八，协作李四。                 | 王女士 58000 张敏0.5 李四0.5
          昨天 王女士 5.8万                        | 12-02 王女士 58000 张敏1
          昨天王女士5.8万                          | 12-02 王女士 58000 张敏1
          王女士 5.8万 12-01                      | 12-01 王女士 58000 张敏1
          王女士 12月1日 5.8万                     | 12-01 王女士 58000 张敏1
          王女士 5.8万 12.1                       | 12-01 王女士 58000 张敏1
          王女士 58000                           | 王女士 58000 张敏1
          王女士 58,000元                         | 王女士 58000 张敏1
          王女士 ¥58000.50                       | 王女士 58000.5 张敏1
          王女士 5.8                             | 王女士 5.8? 张敏1
          王女士 5.8万 1单                        | 王女士 58000 张敏1
          王女士 全屋定制 5.8万                     | 王女士 58000 全屋定制 张敏1
          王女士 5.8万 抖音                        | 王女士 58000 来自抖音 张敏1
          王女士5.8万全屋定制                       | 王女士 58000 全屋定制 张敏1
          三和装饰 12万                            | 三和装饰 120000 张敏1
          1号楼王姐 5万                            | 1号楼王姐 50000 张敏1
          12栋王姐5万                             | 12栋王姐 50000 张敏1
          合作社王总 3w5                           | 合作社王总 35000 张敏1
          今日头条 20万                            | 今日头条 200000 张敏1
          周一鸣 2万                              | 周一鸣 20000 张敏1
          王三丰 3万                              | 王三丰 30000 张敏1
          ABC Trading 5万                        | ABC Trading 50000 张敏1
          万科 一百二十万                           | 万科 1200000 张敏1
          客户：王女士，金额：5.8万，协作：李四，来源：转介绍 | 王女士 58000 来自转介绍 张敏0.5 李四0.5
          王女士 5.8万（定金已付）😂                 | 王女士 58000 张敏1
          王女士13800138000 5.8万                 | 王女士 58000 无号码 张敏1
          王女士 138-0013-8000 5.8万              | 王女士 58000 无号码 张敏1
          王女士 5.8万 @李四                       | 王女士 58000 抄送李四 张敏1
          王女士 5.8万 协作 李四 全屋定制             | 王女士 58000 全屋定制 张敏0.5 李四0.5
          王女士 5.8万 协作 李四 来源 抖音            | 王女士 58000 来自抖音 张敏0.5 李四0.5
          协作李四 王女士 5.8万                      | 王女士 58000 张敏0.5 李四0.5
          协作@李四 0.3 王女士 5.8万                  | 王女士 58000 张敏0.7 李四0.3
          5.8万 王女士                             | 王女士 58000 张敏1
          3M公司 12万                             | 3M公司 120000 张敏1
          3M公司12万                              | 3M公司 120000 张敏1
          58同城 2万                              | 58同城 20000 张敏1
          360公司3万                              | 360公司 30000 张敏1
          王女士                                 | 王女士
          """)
  void readsWhatPeopleType(String typed, String meant) {
    assertThat(shown(SigningReader.read(scene(), typed))).isEqualTo(meant);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          王女士 5.8万 协作 李四 0.5 王五 0.5   | sum
          王女士 5.8万 占比 0.7 协作 李四 0.4   | sum
          王女士 5.8万 占比 0.7                | sum
          王女士 5.8万 协作 李四 1             | badPart
          王女士 5.8万 协作 李四 30            | badPart
          王女士 5.8万 协作 李四 0.33333       | badPart
          王女士 5.8万 协作 李四 0.3 王五       | partMissing
          王女士 5.8万 协作 张敏               | self
          王女士 5.8万 协作 自己               | self
          王女士 5.8万 协作 李四 李四           | twice
          王女士 5.8万 协作 周走               | left
          王女士 5.8万 协作 李司               | nearName
          王女士 5.8万 协作 欧阳                | unknownName
          王女士 5.8万 协作                   | noPartner
          王女士 5.8万 李四                   | bareName
          王女士 五六万左右                     | vague
          王女士 -5万                         | amountSign
          王女士 0                           | amountSign
          王女士 5.888元                      | cents
          王女士 5.8万 3万                     | twoAmounts
          李四 5.8万                          | colleague
          意向 5万                            | notCustomer
          13800138000 5.8万                  | onlyPhone
          王女士 5.8万 全屋 定制                 | unclear
          周五(12.1) 王女士 5.8万               | contradiction
          王女士 5.8万 协作 李四 王五 赵六 孙七 李四光 | tooMany
          """)
  void refusesWhatCannotBe(String typed, String problem) {
    assertThatThrownBy(() -> shown(SigningReader.read(scene(), typed)))
        .isInstanceOf(SigningProblem.class)
        .hasMessage(problem);
  }

  @Test
  void aChangeNeedsLabels() {
    SigningWish wish = SigningReader.readChange(scene(), "金额 5万 客户 王先生 协作 无 日期 12-01");

    assertThat(wish.customer()).isEqualTo("王先生");
    assertThat(wish.amount()).isEqualByComparingTo("50000");
    assertThat(wish.alone()).isTrue();
    assertThat(wish.day()).isEqualTo("2026-12-01");
    assertThatThrownBy(() -> SigningReader.readChange(scene(), "王先生")).hasMessage("unlabelled");
  }

  /** Customer, amount (? when the unit is open), product, source, day, shares. */
  private static String shown(SigningWish wish) {
    List<String> parts = new ArrayList<>();
    if (wish.day() != null) {
      parts.add(wish.day().toString().substring(5));
    }
    parts.add(String.valueOf(wish.customer()));
    if (wish.amount() != null) {
      parts.add(ShareSplit.plain(wish.amount()) + (wish.unitKnown() ? "" : "?"));
    }
    if (wish.product() != null) {
      parts.add(wish.product());
    }
    if (wish.source() != null) {
      parts.add("来自" + wish.source());
    }
    if (wish.phoneCut()) {
      parts.add("无号码");
    }
    if (wish.mentioned() != null) {
      parts.add("抄送" + wish.mentioned());
    }
    if (wish.amount() != null) {
      Map<String, String> names =
          wish.partners().stream().collect(Collectors.toMap(Partner::memberId, Partner::name));
      List<Share> shares = ShareSplit.of("m1", wish.ownPart(), wish.partners());
      assertThat(shares.stream().map(Share::part).reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(BigDecimal.ONE);
      shares.forEach(
          share ->
              parts.add(
                  names.getOrDefault(share.memberId(), "张敏") + ShareSplit.plain(share.part())));
    }
    return String.join(" ", parts);
  }

  private static SigningScene scene() {
    Organization organization =
        new Organization(
            "o1", "一队", BusinessDay.DEFAULT, Map.of(), false, List.of(), PEOPLE, THURSDAY_EVENING);
    return new SigningScene(
        organization, PEOPLE.get(0), THURSDAY_EVENING, Set.of("意向"), Set.of("抖音"));
  }

  private static Member member(String id, String name, LocalDate until) {
    return new Member(id, name, Access.MEMBER, null, null, List.of(), JOINED, until);
  }
}
