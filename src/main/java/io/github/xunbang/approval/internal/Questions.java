package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.OpenQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The questions of one person in one conversation, oldest first, and the last few answers.
 *
 * @param open what waits for an answer
 * @param answered what was answered last, oldest first
 */
record Questions(List<OpenQuestion> open, List<AnsweredQuestion> answered) {

  static final Questions NONE = new Questions(List.of(), List.of());

  private static final int OPEN_KEPT = 20;
  private static final int ANSWERED_KEPT = 5;

  Questions {
    open = List.copyOf(open);
    answered = List.copyOf(answered);
  }

  Questions without(Predicate<OpenQuestion> moot) {
    return new Questions(open.stream().filter(moot.negate()).toList(), answered);
  }

  Questions withoutExpired(Instant now) {
    return without(question -> !question.expiresAt().isAfter(now));
  }

  /** Adds {@code question}; beyond twenty the oldest are given up. */
  Questions with(OpenQuestion question) {
    List<OpenQuestion> longer = new ArrayList<>(open);
    longer.add(question);
    return new Questions(
        longer.subList(Math.max(0, longer.size() - OPEN_KEPT), longer.size()), answered);
  }

  /** The lowest number that no open question has: numbers stay short enough to type. */
  int freeNumber() {
    int number = 1;
    while (find(number).isPresent()) {
      number++;
    }
    return number;
  }

  Optional<OpenQuestion> find(int number) {
    return open.stream().filter(question -> question.number() == number).findFirst();
  }

  /** Closes exactly this question (not one that has its number since) and notes its answer. */
  Questions answeredBy(AnsweredQuestion answer) {
    List<AnsweredQuestion> longer = new ArrayList<>(answered);
    longer.removeIf(earlier -> earlier.messageKey().equals(answer.messageKey()));
    longer.add(answer);
    return new Questions(
        open.stream().filter(question -> !question.equals(answer.question())).toList(),
        longer.subList(Math.max(0, longer.size() - ANSWERED_KEPT), longer.size()));
  }

  Optional<AnsweredQuestion> answeredBy(String messageKey) {
    return answered.stream().filter(answer -> answer.messageKey().equals(messageKey)).findFirst();
  }
}
