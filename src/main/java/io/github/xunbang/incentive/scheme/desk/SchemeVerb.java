package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.Reply;
import java.util.List;

/** One verb after 方案. */
interface SchemeVerb {

  /** The verb and other words for it. */
  List<String> words();

  /** Answers the line; its words are those after the verb. */
  Reply handle(SchemeCall call);
}
