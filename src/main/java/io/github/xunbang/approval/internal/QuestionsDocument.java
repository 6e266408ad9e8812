package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.OpenQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is open for one person in one conversation, and which message answered what last, so that a
 * redelivered answer meets the question that it answered and no later one.
 *
 * @param id conversation key, a bar, identity
 * @param organizationId whose question it last was, so that it goes with the organization; null for
 *     somebody who belongs to none
 */
@Document("open_questions")
record QuestionsDocument(
    @Id String id,
    @Nullable String organizationId,
    long revision,
    List<QuestionPart> open,
    List<AnsweredPart> answered) {

  /** A piece of {@link OpenQuestion#data()}; keys may hold dots, which MongoDB's maps may not. */
  record Datum(String key, String value) {}

  record QuestionPart(
      int number,
      String kind,
      String title,
      List<String> options,
      List<Datum> data,
      Instant expiresAt) {

    static QuestionPart of(OpenQuestion question) {
      return new QuestionPart(
          question.number(),
          question.kind(),
          question.title(),
          question.options(),
          question.data().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> new Datum(entry.getKey(), entry.getValue()))
              .toList(),
          question.expiresAt());
    }

    OpenQuestion toQuestion() {
      return new OpenQuestion(
          number,
          kind,
          title,
          orEmpty(options),
          orEmpty(data).stream().collect(Collectors.toMap(Datum::key, Datum::value)),
          expiresAt);
    }
  }

  record AnsweredPart(String messageKey, int option, QuestionPart question) {

    static AnsweredPart of(AnsweredQuestion answer) {
      return new AnsweredPart(
          answer.messageKey(), answer.option(), QuestionPart.of(answer.question()));
    }

    AnsweredQuestion toAnswer() {
      return new AnsweredQuestion(messageKey, option, question.toQuestion());
    }
  }

  static QuestionsDocument of(
      String id, @Nullable String organizationId, long revision, Questions questions) {
    return new QuestionsDocument(
        id,
        organizationId,
        revision,
        questions.open().stream().map(QuestionPart::of).toList(),
        questions.answered().stream().map(AnsweredPart::of).toList());
  }

  Questions toQuestions() {
    return new Questions(
        orEmpty(open).stream().map(QuestionPart::toQuestion).toList(),
        orEmpty(answered).stream().map(AnsweredPart::toAnswer).toList());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
