package io.github.xunbang.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What an organization should know about its posts. Small and found by id, for the embedded
 * database has no index by which an organization's failed posts could be found.
 *
 * @param id the organization's id
 * @param lastNumber the highest number given so far
 * @param open posts that failed or may not have arrived, oldest first, the newest {@link #KEPT}
 * @param rerouted keys of conversations whose second way is refused for good
 * @param revision grows with every change
 * @param v version of this record's shape
 */
@Document("outbox_troubles")
record TroublesDocument(
    @Id String id, int lastNumber, List<Open> open, List<String> rerouted, long revision, int v) {

  static final int KEPT = 200;
  private static final int SHAPE = 1;

  /**
   * One post that people may have sent again.
   *
   * @param number what they type
   * @param postKey the post's id
   * @param outcome FAILED or UNKNOWN
   * @param title the post's first words
   * @param at business time
   */
  record Open(int number, String postKey, PostState outcome, String title, Instant at) {}

  static TroublesDocument none(String organizationId) {
    return new TroublesDocument(organizationId, 0, List.of(), List.of(), 0, SHAPE);
  }

  TroublesDocument opened(PostDocument post, PostState outcome, String title, Instant at) {
    int number = lastNumber + 1;
    List<Open> all = new ArrayList<>(open);
    all.add(new Open(number, post.id(), outcome, title, at));
    List<Open> kept = all.subList(Math.max(0, all.size() - KEPT), all.size());
    return new TroublesDocument(id, number, kept, rerouted, revision + 1, v);
  }

  TroublesDocument closed(int number) {
    List<Open> left = open.stream().filter(each -> each.number() != number).toList();
    return new TroublesDocument(id, lastNumber, left, rerouted, revision + 1, v);
  }

  TroublesDocument withRerouted(String conversation, boolean isRerouted) {
    List<String> all = new ArrayList<>(rerouted);
    all.remove(conversation);
    if (isRerouted) {
      all.add(conversation);
    }
    return new TroublesDocument(id, lastNumber, open, all, revision + 1, v);
  }
}
