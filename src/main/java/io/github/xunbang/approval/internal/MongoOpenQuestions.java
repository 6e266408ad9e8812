package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;

/**
 * Open questions in MongoDB; each call is one read by {@code _id} and at most one guarded write.
 */
@Service
class MongoOpenQuestions implements OpenQuestions {

  private final QuestionsRepository repository;
  private final BusinessClock clock;

  MongoOpenQuestions(QuestionsRepository repository, BusinessClock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public OpenQuestion ask(
      Caller caller,
      String kind,
      String title,
      List<String> options,
      Map<String, String> data,
      Instant expiresAt) {
    AtomicReference<OpenQuestion> asked = new AtomicReference<>();
    // MongoDB keeps milliseconds; what is returned must equal what is read back.
    Instant expiry = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    repository.update(
        caller,
        before -> {
          Questions current =
              before
                  .withoutExpired(clock.instant())
                  .without(open -> open.kind().equals(kind) && open.title().equals(title));
          asked.set(new OpenQuestion(current.freeNumber(), kind, title, options, data, expiry));
          return current.with(asked.get());
        });
    return asked.get();
  }

  @Override
  public List<OpenQuestion> open(Caller caller, Instant now) {
    return repository.find(caller).withoutExpired(now).open();
  }

  @Override
  public void close(Caller caller, int number) {
    repository.update(
        caller, questions -> questions.without(question -> question.number() == number));
  }

  @Override
  public void closeKind(Caller caller, String kind) {
    repository.update(
        caller, questions -> questions.without(question -> question.kind().equals(kind)));
  }
}
