package io.github.xunbang.digest.morning;

import io.github.xunbang.storage.GuardedDocument;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A {@link DigestBook}.
 *
 * @param id the organization's id
 * @param revision guards the write
 */
@Document("digest_books")
record DigestBookDocument(
    @Id String id,
    long revision,
    int lastItem,
    List<MorningItem> items,
    List<CaseTurn> turns,
    int lastAnnouncement,
    List<Announcement> announcements)
    implements GuardedDocument {

  static DigestBookDocument of(String organizationId, long revision, DigestBook book) {
    return new DigestBookDocument(
        organizationId,
        revision,
        book.lastItem(),
        book.items(),
        book.turns(),
        book.lastAnnouncement(),
        book.announcements());
  }

  DigestBook toBook() {
    return new DigestBook(lastItem, items, turns, lastAnnouncement, announcements);
  }
}
