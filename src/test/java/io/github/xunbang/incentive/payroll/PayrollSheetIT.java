package io.github.xunbang.incentive.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.render.XlsxFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** 导出 奖惩: what payroll gets (S-142, S-148). */
class PayrollSheetIT extends FrontDoorTest {

  private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 12, 11, 9, 6);

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String boss = "老板" + mark;
  private final String zhang = "张敏" + mark;
  private final String li = "李强" + mark;
  private final String wang = "王芳" + mark;

  @Value("${local.server.port}")
  private int port;

  @Test
  void oneLinePerAwardTotalsOfWhatIsSettledAndWhoSigned() throws Exception {
    aTeamWithPublishedAwards();

    assertThat(say(group, boss, "导出 奖惩 本月")).isEqualTo("已私信你。");
    turnClockTo(FRIDAY.plusMinutes(2));
    JsonNode sent = file(messages("users", boss));
    assertThat(sent.path("text").asString())
        .startsWith("2026年12月奖惩表：共4条\n计入合计的2条：")
        .contains("奖励1条共300元", "另有2条没发布或在申诉，只列出，不计入");
    assertThat(messages("groups", group).findValuesAsString("fileUrl")).isEmpty();

    List<List<String>> lines = sheet(sent, 1);
    assertThat(lines.get(0))
        .containsExactly(
            "编号", "姓名", "岗位", "单位", "周期", "方案", "规则", "版本", "类别", "内容", "金额(元)", "积分", "状态", "计入合计",
            "算法");
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1))
        .startsWith("1", zhang, "", "", "2026年12月上旬")
        .contains("奖励", "500", "申诉中", "否");
    assertThat(lines.get(2)).contains("2", li, "300", "已发布", "是");
    assertThat(lines.get(3)).contains("3", wang, "绩效扣减建议", "70", "已发布", "是");
    assertThat(lines.get(4)).contains("4", "拟奖励", "100", "待确认", "否");

    List<List<String>> totals = sheet(sent, 2);
    assertThat(totals)
        .contains(
            List.of(zhang, "", "", "0", "0", "0", "0", "0", "2"),
            List.of(li, "", "", "300", "0", "0", "0", "1", "0"),
            List.of("合计", "", "", "300", "70", "0", "0", "2", "2"));
    assertThat(sheet(sent, 3).stream().map(row -> String.join("|", row)))
        .contains("2026年12月上旬|制表|旬榜|2026-12-11 09:05|4|1-4")
        .anyMatch(
            row ->
                row.startsWith("2026年12月上旬|确认|" + boss + "|2026-12-11 09:0")
                    && row.endsWith("|3|1-3"))
        .anyMatch(row -> row.startsWith("2026年12月上旬|申诉|" + zhang) && row.endsWith("|1|1"));
  }

  @Test
  void whatCannotBeExportedIsSaidWithWhatCan() {
    say(group, boss, "成员");
    say(group, zhang, "业绩3万");

    assertThat(sayPrivately(boss, "导出")).contains("现在能导出奖惩表", "导出 奖惩 上月");
    assertThat(sayPrivately(boss, "导出 日报")).contains("“日报”还不能导出", "导出 奖惩 上月");
    assertThat(sayPrivately(boss, "导出 奖惩 那个月")).contains("“那个月”没看懂是哪一期");
    assertThat(sayPrivately(boss, "导出 奖惩 上月")).startsWith("2026年11月还没有奖惩单");
    assertThat(sayPrivately(zhang, "导出 奖惩 上月")).contains("经理").doesNotContain("奖惩表");
    assertThat(sayPrivately(boss, "导出 奖惩")).startsWith("2026年12月还没有奖惩单");
  }

  /** #1 is objected to, #2 and #3 are published, #4 in points is only proposed. */
  private void aTeamWithPublishedAwards() {
    say(group, boss, "成员");
    say(group, zhang, "意向8 签单5 业绩3万");
    say(group, li, "意向8 签单3 业绩2万");
    say(group, wang, "意向8 签单1 业绩1万");
    say(group, boss, "意向8 业绩1.5万");
    say(group, boss, "方案 加 业绩 旬 前二 500 300");
    say(group, boss, "方案 加 F1 业绩 旬 后一 扣70");
    say(group, boss, "方案 加 F1 签单 旬 满5 每单 20积分");
    assertThat(say(group, boss, "方案 生效 F1")).contains("共3条");
    turnClockTo(FRIDAY);
    sayPrivately(boss, "奖惩 确认 1-3");
    assertThat(sayPrivately(boss, "奖惩 发布")).startsWith("已发布3条");
    sayPrivately(zhang, "申诉 1 应该更多");
  }

  private List<List<String>> sheet(JsonNode post, int number) throws Exception {
    assertThat(post.path("type").asString()).isEqualTo("file");
    HttpResponse<byte[]> file =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + post.path("fileUrl").asString()))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");
    return new XlsxFile(file.body()).rows(number);
  }

  private static JsonNode file(JsonNode all) {
    return all.valueStream()
        .filter(post -> post.path("type").asString().equals("file"))
        .findFirst()
        .orElseThrow();
  }
}
