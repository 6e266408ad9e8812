package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.OpenQuestion;

/**
 * A question that is closed.
 *
 * @param messageKey the message that answered it
 * @param option the option it chose, or 0 when it refused
 * @param question what had been asked
 */
record AnsweredQuestion(String messageKey, int option, OpenQuestion question) {}
