package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.customer.internal.CallBack.State;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes call-backs, each with the job that reminds of it. List first, job second: a crash between
 * them leaves a call-back without an answer to its message, and the message sent again makes the
 * job.
 */
@Component
class CallBackDesk {

  static final String JOB = "customer.callback";

  private static final int LOOK_AHEAD = 60;

  private final CallBackRepository callBacks;
  private final ScheduleService schedule;
  private final Workdays workdays;
  private final AutoPosts autoPosts;
  private final AutoPost callBackPost;

  CallBackDesk(
      CallBackRepository callBacks,
      ScheduleService schedule,
      Workdays workdays,
      AutoPosts autoPosts,
      AutoPost callBackPost) {
    this.callBacks = callBacks;
    this.schedule = schedule;
    this.workdays = workdays;
    this.autoPosts = autoPosts;
    this.callBackPost = callBackPost;
  }

  /** The time of day in force. */
  LocalTime time(Organization organization) {
    return autoPosts.times(callBackPost, organization).get(0);
  }

  /** Whether nobody is reminded then: switched off, or all is paused. */
  boolean isSilent(Organization organization, Instant at) {
    return !autoPosts.isOn(callBackPost, organization) || autoPosts.isPaused(organization, at);
  }

  CallBacks of(String organizationId, String memberId) {
    return callBacks.find(organizationId, memberId);
  }

  /** Stores a call-back that its message has not stored yet, and returns what is stored. */
  CallBack add(Organization organization, String memberId, CallBack callBack, Instant now) {
    CallBack stored =
        callBacks
            .update(organization.id(), memberId, all -> all.with(callBack))
            .withId(callBack.id())
            .orElseThrow();
    if (stored.isOpen()) {
      remind(organization, memberId, stored, 0, firstReminder(organization, memberId, stored, now));
    }
    return stored;
  }

  /** The day on which the person is reminded first: a workday whose time is still to come. */
  LocalDate firstReminder(
      Organization organization, String memberId, CallBack callBack, Instant now) {
    BusinessDay days = organization.businessDay();
    boolean gone = !instant(organization, callBack.day()).isAfter(now);
    LocalDate from = gone ? now.atZone(days.zone()).toLocalDate() : callBack.day();
    boolean late = !instant(organization, from).isAfter(now);
    return workday(organization.id(), memberId, late ? from.plusDays(1) : from);
  }

  /** The first of the person's workdays from {@code day} on. */
  LocalDate workday(String organizationId, String memberId, LocalDate day) {
    for (int ahead = 0; ahead < LOOK_AHEAD; ahead++) {
      if (workdays.isWorkday(organizationId, memberId, day.plusDays(ahead))) {
        return day.plusDays(ahead);
      }
    }
    return day;
  }

  /** Schedules reminder {@code attempt} on {@code day}; the same once more changes nothing. */
  void remind(
      Organization organization, String memberId, CallBack callBack, int attempt, LocalDate day) {
    String id =
        String.join(
            "|",
            JOB,
            organization.id(),
            memberId,
            String.valueOf(callBack.number()),
            String.valueOf(attempt),
            day.toString());
    schedule.schedule(
        new Job(
            id,
            JOB,
            organization.id(),
            instant(organization, day),
            Map.of(
                "member",
                memberId,
                "number",
                String.valueOf(callBack.number()),
                "attempt",
                String.valueOf(attempt))));
  }

  /** Closes a call-back and returns what is stored. */
  CallBacks close(
      String organizationId,
      String memberId,
      int number,
      State how,
      String messageKey,
      LocalDate on) {
    return callBacks.update(
        organizationId, memberId, all -> all.closed(number, how, messageKey, on));
  }

  /**
   * Moves open call-backs to another person, first into the new list, then out of the old one:
   * doing it again after a crash moves what is left.
   *
   * @param toOwner whether the new person looks after the customer
   */
  void move(
      Organization organization,
      List<CallBack> moving,
      String fromId,
      String toId,
      boolean toOwner,
      String key,
      Instant now) {
    LocalDate today = organization.businessDay().of(now);
    for (CallBack one : moving) {
      add(organization, toId, one.takenOver(toOwner), now);
      close(organization.id(), fromId, one.number(), State.MOVED, key, today);
    }
  }

  void delete(String organizationId) {
    callBacks.delete(organizationId);
  }

  private Instant instant(Organization organization, LocalDate day) {
    return day.atTime(time(organization)).atZone(organization.businessDay().zone()).toInstant();
  }
}
