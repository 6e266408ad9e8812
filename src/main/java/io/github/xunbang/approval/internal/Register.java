package io.github.xunbang.approval.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests of one organization, oldest first: all that wait, and the last decided ones.
 *
 * @param lastNumber the number given last
 */
record Register(int lastNumber, List<Request> requests) {

  static final Register EMPTY = new Register(0, List.of());

  private static final int DECIDED_KEPT = 100;

  Register {
    requests = List.copyOf(requests);
  }

  Optional<Request> find(int number) {
    return requests.stream().filter(request -> request.number() == number).findFirst();
  }

  Optional<Request> withKey(String key) {
    return requests.stream().filter(request -> request.key().equals(key)).findFirst();
  }

  List<Request> open() {
    return requests.stream().filter(Request::open).toList();
  }

  Register with(Request added) {
    List<Request> longer = new ArrayList<>(requests);
    longer.add(added);
    return new Register(Math.max(lastNumber, added.number()), longer);
  }

  Register replacing(Request changed) {
    return new Register(
        lastNumber,
        requests.stream()
            .map(request -> request.number() == changed.number() ? changed : request)
            .toList());
  }

  /** Decided requests that have to make room, oldest first. */
  List<Request> overflow() {
    List<Request> decided = requests.stream().filter(request -> !request.open()).toList();
    return decided.subList(0, Math.max(0, decided.size() - DECIDED_KEPT));
  }

  Register without(List<Request> archived) {
    return archived.isEmpty()
        ? this
        : new Register(
            lastNumber, requests.stream().filter(request -> !archived.contains(request)).toList());
  }
}
