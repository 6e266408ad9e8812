package io.github.xunbang.ranking;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of frozen boards; unknown fields of a later version are ignored, and what version
 * 0.1 wrote, when only members competed and by value, is read as such.
 */
final class BoardJson {

  private static final String TERMS = "terms";
  private static final String OLD_ID = "memberId";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private BoardJson() {}

  static String write(List<Leaderboard> boards) {
    return JSON.writeValueAsString(boards);
  }

  static List<Leaderboard> read(String json) {
    JsonNode boards = JSON.readTree(json);
    for (JsonNode board : boards) {
      if (!board.has(TERMS)) {
        upgrade((ObjectNode) board);
      }
    }
    return List.of(JSON.treeToValue(boards, Leaderboard[].class));
  }

  private static void upgrade(ObjectNode board) {
    board.set("entrants", JSON.<JsonNode>valueToTree(Entrants.MEMBERS));
    board.set(TERMS, JSON.<JsonNode>valueToTree(Terms.PLAIN));
    board.set("apart", JSON.createArrayNode());
    renameIds((ArrayNode) board.get("rows"));
    renameIds((ArrayNode) board.get("unreported"));
  }

  private static void renameIds(ArrayNode list) {
    for (JsonNode one : list) {
      ((ObjectNode) one).set("subjectId", one.get(OLD_ID));
    }
  }
}
