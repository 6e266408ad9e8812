package io.github.xunbang.organization;

import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import java.util.List;

/**
 * Told when somebody has enrolled by 我是; what it returns is added to the answer (for example a
 * report held until then).
 */
public interface EnrolmentListener {

  /**
   * Called after the enrolment is durable.
   *
   * @param caller the new member, now with member id
   * @param message the message that enrolled them
   * @return Chinese lines to add to the answer, possibly none
   */
  List<String> enrolled(Caller caller, InboundMessage message);
}
