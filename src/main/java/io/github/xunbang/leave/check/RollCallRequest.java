package io.github.xunbang.leave.check;

import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code 查岗 一组 15分钟}: whom and how long, in any order.
 *
 * @param length 5 to 60 minutes, 15 unless said
 */
record RollCallRequest(Duration length, @Nullable Unit unit) {

  private static final int DEFAULT_MINUTES = 15;
  private static final int LEAST = 5;
  private static final int MOST = 60;
  private static final int WORD_LENGTH = 10;
  private static final Pattern MINUTES = Pattern.compile("(\\d{1,3})(?:分钟?|min)?");

  /**
   * Reads {@code typed}.
   *
   * @throws CheckProblem when a word means nothing here
   */
  static RollCallRequest read(String typed, Organization organization, LocalDate day) {
    RollCallRequest request = new RollCallRequest(Duration.ofMinutes(DEFAULT_MINUTES), null);
    String text = TypedText.normalize(TypedText.clean(typed)).strip();
    for (String word : text.split("[\\s,，、]+")) {
      Matcher minutes = MINUTES.matcher(word);
      if (minutes.matches()) {
        request = new RollCallRequest(length(minutes.group(1)), request.unit());
      } else if (!word.isEmpty()) {
        request = new RollCallRequest(request.length(), unit(word, organization, day));
      }
    }
    return request;
  }

  private static Duration length(String typed) {
    int minutes = Integer.parseInt(typed);
    if (minutes < LEAST || minutes > MOST) {
      throw new CheckProblem("minutes", Map.of("least", LEAST, "most", MOST));
    }
    return Duration.ofMinutes(minutes);
  }

  private static Unit unit(String word, Organization organization, LocalDate day) {
    List<Unit> units = organization.units().find(word, day);
    if (units.size() != 1) {
      throw new CheckProblem(
          "unknownUnit", Map.of("word", UntrustedText.oneLine(word, WORD_LENGTH)));
    }
    return units.get(0);
  }
}
