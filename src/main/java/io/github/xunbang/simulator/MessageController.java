package io.github.xunbang.simulator;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says things to the bot and reads what it said (design section 15). */
@RestController
@ConditionalOnSimulator
@RequestMapping("/simulator/api")
class MessageController {

  private static final int PATIENCE_SECONDS = 30;

  private final MessageDoor door;
  private final LineRepository lines;
  private final BusinessClock clock;

  MessageController(MessageDoor door, LineRepository lines, BusinessClock clock) {
    this.door = door;
    this.lines = lines;
    this.clock = clock;
  }

  @PostMapping("/messages")
  ResponseEntity<?> say(@RequestBody IncomingMessage body) throws InterruptedException {
    IncomingMessage message = body.checked();
    CompletableFuture<List<LineDocument>> answer = door.say(message);
    try {
      List<LineDocument> replies = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ResponseEntity.ok(new Replies(views(message.conversation(), replies)));
    } catch (TimeoutException e) {
      return error(HttpStatus.GATEWAY_TIMEOUT, "30秒内没有回复，请用同一个 messageId 再问一次");
    } catch (ExecutionException e) {
      throw new IllegalStateException("The message could not be handled", e.getCause());
    }
  }

  /**
   * Posts of a group.
   *
   * @param after the last known {@code seq}, with {@code all} the last known {@code line}
   * @param all whether people's own lines are wanted too
   */
  @GetMapping("/groups/{group}/messages")
  List<PostView> ofGroup(
      @PathVariable String group,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "false") boolean all) {
    return read(Conversation.group(SimulatorChannel.NAME, group), after, all);
  }

  /** Posts of the private chat with a user; parameters as in {@link #ofGroup}. */
  @GetMapping("/users/{user}/messages")
  List<PostView> ofUser(
      @PathVariable String user,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "false") boolean all) {
    return read(Conversation.privateChat(SimulatorChannel.NAME, user), after, all);
  }

  private List<PostView> read(Conversation conversation, long after, boolean all) {
    return views(
        conversation,
        all ? lines.linesAfter(conversation, after) : lines.postsAfter(conversation, after));
  }

  private List<PostView> views(Conversation conversation, List<LineDocument> found) {
    return found.stream().map(line -> PostView.of(conversation, line, clock.getZone())).toList();
  }

  private static ResponseEntity<ApiError> error(HttpStatus status, String text) {
    return ResponseEntity.status(status).body(new ApiError(text));
  }

  /**
   * Answer to a message.
   *
   * @param replies what the bot said, in order; empty when it keeps silent
   */
  record Replies(List<PostView> replies) {}
}
