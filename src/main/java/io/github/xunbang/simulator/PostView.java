package io.github.xunbang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.xunbang.message.Conversation;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * One line as the API shows it (design section 15).
 *
 * @param seq number among the bot's posts of the conversation
 * @param at business time with offset
 * @param type text, picture or file
 * @param text what was said
 * @param mentions user ids of the people mentioned
 * @param pictureUrl where the picture is, if any
 * @param fileUrl where the file is, if any
 * @param fileName name of picture or file, if any
 * @param from user id, or {@code bot}
 * @param fromName name shown beside the line
 * @param line number among all lines of the conversation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostView(
    long seq,
    String at,
    String type,
    String text,
    List<String> mentions,
    @Nullable String pictureUrl,
    @Nullable String fileUrl,
    @Nullable String fileName,
    String from,
    String fromName,
    long line) {

  static PostView of(Conversation conversation, LineDocument line, ZoneId zone) {
    String url = line.fileName() == null ? null : url(conversation, line.line());
    boolean picture = line.type().equals("picture");
    return new PostView(
        line.seq(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(line.at().atZone(zone)),
        line.type(),
        line.text(),
        line.mentions(),
        picture ? url : null,
        picture ? null : url,
        line.fileName(),
        line.from(),
        line.fromName(),
        line.line());
  }

  private static String url(Conversation conversation, long line) {
    String id = UriUtils.encodePathSegment(conversation.id(), StandardCharsets.UTF_8);
    String kind = conversation.isGroup() ? "groups" : "users";
    return "/simulator/api/" + kind + "/" + id + "/attachments/" + line;
  }
}
