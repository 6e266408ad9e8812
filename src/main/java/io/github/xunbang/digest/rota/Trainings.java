package io.github.xunbang.digest.rota;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The trainer of each month (S-128): chosen in turn or by a manager, and told in private. */
@Component
public class Trainings {

  private static final int DAYS = 31;
  private static final int NAME = 12;

  private final TrainingRepository repository;
  private final FairTurns turns;
  private final Workdays workdays;
  private final OutboxService outbox;

  Trainings(
      TrainingRepository repository, FairTurns turns, Workdays workdays, OutboxService outbox) {
    this.repository = repository;
    this.turns = turns;
    this.workdays = workdays;
    this.outbox = outbox;
  }

  /**
   * The trainer of {@code month}. Whom a manager named stays, and whoever had the turn while they
   * are there on the month's first workday; otherwise the next in turn is, and is told. Empty when
   * nobody can.
   */
  public Optional<Training> prepare(Organization organization, YearMonth month) {
    LocalDate day = firstWorkday(organization, month);
    TrainingBook book = repository.find(organization.id());
    Optional<Training> known = book.of(month);
    if (known.filter(one -> isThere(organization, one, day)).isPresent()) {
      return known;
    }
    Optional<Training> next =
        FairTurns.next(
                TrainerSetting.trainers(organization, day),
                organization,
                turns.there(organization, day),
                id -> book.lastTurn(id, month))
            .map(id -> new Training(month.toString(), id, false, null));
    if (next.isEmpty()) {
      return known;
    }
    Optional<Training> chosen =
        repository
            .update(
                organization.id(),
                stored -> stored.of(month).equals(known) ? stored.with(next.get()) : stored)
            .of(month);
    chosen.ifPresent(one -> tell(organization, one, "turn"));
    return chosen;
  }

  /** {@code 车娟 讲“小区拓展”}, or what is still to be said instead of the topic. */
  public String line(Organization organization, Training training) {
    String topic = training.topic();
    return name(organization, training.memberId())
        + (topic == null ? "，讲一个自己最拿手的" : " 讲“" + topic + "”");
  }

  /** The trainer of {@code month} as far as there is one. */
  Optional<Training> of(Organization organization, YearMonth month) {
    return repository.find(organization.id()).of(month);
  }

  /**
   * Makes somebody the trainer of {@code month}, tells them, and tells whom they replace.
   *
   * @param key of the message that asked for it
   */
  void appoint(Organization organization, YearMonth month, String memberId, String key) {
    Optional<Training> before = of(organization, month);
    if (before.filter(one -> one.memberId().equals(memberId)).isPresent()) {
      return;
    }
    Training training = new Training(month.toString(), memberId, true, null);
    repository.update(organization.id(), book -> book.with(training));
    tell(organization, training, key);
    before.ifPresent(
        one ->
            post(
                organization,
                one,
                "replaced|" + key,
                "【培训】%s的培训这次换一位来讲，你先不用准备，下回再请你。".formatted(Training.name(month))));
  }

  /** Keeps what the month's trainer will speak about. */
  void about(Organization organization, Training training, String topic) {
    YearMonth month = training.yearMonth();
    repository.update(
        organization.id(),
        book ->
            book.of(month)
                .filter(one -> one.memberId().equals(training.memberId()))
                .map(one -> book.with(one.about(topic)))
                .orElse(book));
  }

  static String name(Organization organization, String memberId) {
    return organization
        .member(memberId)
        .map(member -> UntrustedText.oneLine(member.name(), NAME))
        .orElse("已离开的成员");
  }

  private boolean isThere(Organization organization, Training training, LocalDate day) {
    return organization
        .member(training.memberId())
        .filter(
            member ->
                training.appointed()
                    ? member.activeOn(day)
                    : turns.there(organization, day).test(member))
        .isPresent();
  }

  private LocalDate firstWorkday(Organization organization, YearMonth month) {
    LocalDate first = month.atDay(1);
    return Stream.iterate(first, day -> day.plusDays(1))
        .limit(DAYS)
        .filter(day -> workdays.isWorkday(organization.id(), day))
        .findFirst()
        .orElse(first);
  }

  private void tell(Organization organization, Training training, String key) {
    post(
        organization,
        training,
        key,
        "【培训】%s轮到你给大家讲一课，挑一个你最拿手的！\n题目请回：培训 题目 怎么和小区物业打交道\n来不了请跟经理说一声"
            .formatted(Training.name(training.yearMonth())));
  }

  private void post(Organization organization, Training training, String key, String text) {
    organization
        .member(training.memberId())
        .flatMap(member -> member.privateChat(""))
        .ifPresent(
            chat ->
                outbox.enqueue(
                    new Post(
                        String.join(
                            "|",
                            "training",
                            organization.id(),
                            training.month(),
                            training.memberId(),
                            key),
                        organization.id(),
                        chat,
                        Post.Lane.REMINDER,
                        OutboundMessage.text(text))));
  }
}
