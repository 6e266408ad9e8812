package io.github.xunbang.simulator;

import io.github.xunbang.message.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out pictures and files of a conversation. */
@RestController
@ConditionalOnSimulator
@RequestMapping("/simulator/api")
class AttachmentController {

  private final LineRepository lines;

  AttachmentController(LineRepository lines) {
    this.lines = lines;
  }

  @GetMapping("/groups/{group}/attachments/{line}")
  ResponseEntity<byte[]> ofGroup(@PathVariable String group, @PathVariable long line) {
    return content(Conversation.group(SimulatorChannel.NAME, group), line);
  }

  @GetMapping("/users/{user}/attachments/{line}")
  ResponseEntity<byte[]> ofUser(@PathVariable String user, @PathVariable long line) {
    return content(Conversation.privateChat(SimulatorChannel.NAME, user), line);
  }

  private ResponseEntity<byte[]> content(Conversation conversation, long line) {
    return lines
        .line(conversation, line)
        .filter(found -> found.content() != null && found.fileName() != null)
        .map(AttachmentController::response)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  // Anything but a picture is downloaded, never shown: a file may hold a page with a script.
  private static ResponseEntity<byte[]> response(LineDocument line) {
    String name = String.valueOf(line.fileName());
    MediaType type = line.type().equals("picture") ? pictureType(name) : null;
    ContentDisposition disposition =
        (type == null ? ContentDisposition.attachment() : ContentDisposition.inline())
            .filename(name, StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(type == null ? MediaType.APPLICATION_OCTET_STREAM : type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(line.content());
  }

  private static MediaType pictureType(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".jpg") || lower.endsWith(".jpeg")) {
      return MediaType.IMAGE_JPEG;
    }
    return lower.endsWith(".gif") ? MediaType.IMAGE_GIF : MediaType.IMAGE_PNG;
  }
}
