package io.github.xunbang.ranking;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of frozen boards; unknown fields of a later version are ignored. */
final class BoardJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BoardJson() {}

  static String write(List<Leaderboard> boards) {
    return JSON.writeValueAsString(boards);
  }

  static List<Leaderboard> read(String json) {
    return List.of(JSON.readValue(json, Leaderboard[].class));
  }
}
