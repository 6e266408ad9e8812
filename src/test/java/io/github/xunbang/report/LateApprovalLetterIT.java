package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a manager reads in private about figures that wait for 批准. */
class LateApprovalLetterIT extends FrontDoorTest {

  @Test
  void theLetterHasNoWordOfTheProgramAndWhatIsApprovedIsStoredAsBackfill() {
    String mark = newTeamMark();
    String group = newGroup();
    say(group, "老板" + mark, "成员");
    say(group, "张敏" + mark, "成员");

    say(group, "张敏" + mark, "补报 11月25日 意向12");

    String letter =
        told("老板" + mark).stream().filter(text -> text.contains("【待批")).findFirst().orElseThrow();
    assertThat(letter).contains("意向").doesNotContainPattern("[A-Z]{3,}").doesNotContain("理由：");
    assertThat(say(group, "老板" + mark, "批准")).contains("已批准");
    assertThat(say(group, "张敏" + mark, "记录 11月25日")).contains("意向客户12", "补报");
  }

  private List<String> told(String user) {
    List<String> texts = new ArrayList<>();
    String path = "/simulator/api/users/" + URLEncoder.encode(user, StandardCharsets.UTF_8);
    JsonMapper.builder()
        .build()
        .readTree(send("GET", path + "/messages?after=0", null).body())
        .forEach(post -> texts.add(post.path("text").asString()));
    return texts;
  }
}
