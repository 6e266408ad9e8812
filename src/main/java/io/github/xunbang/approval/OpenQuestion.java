package io.github.xunbang.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A question the bot asked one person in one conversation; survives restarts.
 *
 * @param number short, counted per person and conversation; people type {@code 确认 3}
 * @param kind whose {@link QuestionHandler} takes the answer
 * @param title what it is about, in a few Chinese words, for the list when several are open
 * @param options what 1, 2 … mean, short Chinese
 * @param data what the handler needs to go on, small strings
 * @param expiresAt business instant after which an answer comes too late
 */
public record OpenQuestion(
    int number,
    String kind,
    String title,
    List<String> options,
    Map<String, String> data,
    Instant expiresAt) {

  /** An option that 不是 and 不 mean; without it they only take the question away. */
  public static final String NO = "不是";

  public OpenQuestion {
    options = List.copyOf(options);
    data = Map.copyOf(data);
  }
}
