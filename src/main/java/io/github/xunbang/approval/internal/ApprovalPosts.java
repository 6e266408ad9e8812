package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.Post.Lane;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells deciders what waits and requesters what became of it, in private. */
@Component
class ApprovalPosts {

  private static final int REASON_LENGTH = 40;

  private final OutboxService outbox;

  ApprovalPosts(OutboxService outbox) {
    this.outbox = outbox;
  }

  /** One message to each decider; asking again posts nothing new. */
  void ask(Request request, List<Member> deciders) {
    Approval approval = request.approval();
    String text =
        "【待批 #%d】%s%s\n同意回：批准 %d，不同意回：驳回 %d 理由"
            .formatted(
                approval.number(),
                approval.title(),
                reason(approval),
                approval.number(),
                approval.number());
    for (Member decider : deciders) {
      decider
          .privateChat(request.askedIn().channel())
          .ifPresent(chat -> post(approval, "ask|" + chat.key(), chat, text));
    }
  }

  /** The outcome for whoever asked, unless it was said where they asked. */
  void tell(Request request, Decision decision, Conversation decidedIn) {
    if (decidedIn.equals(request.askedIn())) {
      return;
    }
    Approval approval = request.approval();
    String reason =
        decision.reason().isEmpty()
            ? ""
            : "，理由：" + UntrustedText.oneLine(decision.reason(), REASON_LENGTH);
    Conversation chat =
        Conversation.privateChat(request.askedIn().channel(), request.requesterUserId());
    post(
        approval,
        "told|" + decision.outcome(),
        chat,
        "%s%s了 #%d %s%s"
            .formatted(
                decision.by(),
                decision.outcome().word(),
                approval.number(),
                approval.title(),
                reason));
  }

  /** Why it is asked: for the decider's eyes only, never in a list that a group reads. */
  private static String reason(Approval approval) {
    String reason = approval.data().getOrDefault(Approval.REASON, "");
    return reason.isEmpty() ? "" : "\n理由：" + UntrustedText.oneLine(reason, REASON_LENGTH);
  }

  private void post(Approval approval, String what, Conversation chat, String text) {
    String key = "approval|" + approval.organizationId() + "|" + approval.number() + "|" + what;
    outbox.enqueue(
        new Post(key, approval.organizationId(), chat, Lane.REMINDER, OutboundMessage.text(text)));
  }
}
