package io.github.xunbang.leave.outing;

import io.github.xunbang.message.PhoneNumbers;

/**
 * What a visit slip says (S-22); an empty text where nothing was said.
 *
 * @param place where to
 * @param person who is visited
 * @param phone the contact's digits; never printed by accident
 * @param time time of day as typed
 * @param purpose what for
 */
record Visit(String place, String person, String phone, String time, String purpose) {

  /** The same visit, completed by what {@code later} says. */
  Visit completedBy(Visit later) {
    return new Visit(
        pick(place, later.place),
        pick(later.person, person),
        pick(later.phone, phone),
        pick(later.time, time),
        pick(later.purpose, purpose));
  }

  /** 拜访谁, 电话, or both; empty when nothing is missing. */
  String missing() {
    if (person.isEmpty()) {
      return phone.isEmpty() ? "拜访谁、电话" : "拜访谁";
    }
    return phone.isEmpty() ? "电话" : "";
  }

  private static String pick(String preferred, String otherwise) {
    return preferred.isEmpty() ? otherwise : preferred;
  }

  @Override
  public String toString() {
    return place + "/" + person + "/" + PhoneNumbers.mask(phone) + "/" + time + "/" + purpose;
  }
}
