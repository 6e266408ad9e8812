package io.github.xunbang.task.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Reads and guarded writes of notes, their numbers and lists; by {@code _id} only. */
@Repository
class NoteRepository {

  private static final int TRIES = 50;
  private static final String NUMBERS = "numbers";

  private final MongoTemplate mongo;

  NoteRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** The number that {@code claim} got before or gets now; numbers lost to a race leave gaps. */
  int number(String organizationId, NoteKind kind, String claim) {
    String id = listId(organizationId, kind, claim);
    NoteClaimDocument before = mongo.findById(id, NoteClaimDocument.class);
    if (before != null) {
      return before.number();
    }
    NoteClaimDocument mine = new NoteClaimDocument(id, organizationId, next(organizationId, kind));
    try {
      return mongo.insert(mine).number();
    } catch (DuplicateKeyException faster) {
      NoteClaimDocument theirs = mongo.findById(id, NoteClaimDocument.class);
      return theirs == null ? mine.number() : theirs.number();
    }
  }

  /** The number that {@code claim} got, if it ever came. */
  Optional<Integer> claimed(String organizationId, NoteKind kind, String claim) {
    return Optional.ofNullable(
            mongo.findById(listId(organizationId, kind, claim), NoteClaimDocument.class))
        .map(NoteClaimDocument::number);
  }

  /** Stores a new note and returns what is stored under its number. */
  Note insert(Note note) {
    try {
      mongo.insert(NoteDocument.of(note, 1));
      return note;
    } catch (DuplicateKeyException redelivered) {
      return find(note.organizationId(), note.kind(), note.number()).orElse(note);
    }
  }

  Optional<Note> find(String organizationId, NoteKind kind, int number) {
    return Optional.ofNullable(
            mongo.findById(NoteDocument.id(organizationId, kind, number), NoteDocument.class))
        .map(NoteDocument::toNote);
  }

  /** Applies {@code change} to what is stored; writes only when something changed. */
  Note update(Note note, UnaryOperator<Note> change) {
    String id = NoteDocument.id(note.organizationId(), note.kind(), note.number());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      NoteDocument stored = mongo.findById(id, NoteDocument.class);
      if (stored == null) {
        throw new IllegalStateException("Note is gone: " + id);
      }
      Note before = stored.toNote();
      Note after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      NoteDocument next = NoteDocument.of(after, stored.revision() + 1);
      if (mongo
              .replace(query(where("_id").is(id).and("revision").is(stored.revision())), next)
              .getMatchedCount()
          == 1) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException("Note changes all the time: " + id);
  }

  List<Note> openOnes(String organizationId, NoteKind kind) {
    return listed(organizationId, kind, List.of("open")).stream().filter(Note::open).toList();
  }

  List<Note> ofMonths(String organizationId, NoteKind kind, List<YearMonth> months) {
    return listed(organizationId, kind, months.stream().map(YearMonth::toString).toList());
  }

  void list(Note note, String list) {
    String id = listId(note.organizationId(), note.kind(), list);
    Update update =
        new Update()
            .setOnInsert("organizationId", note.organizationId())
            .addToSet(NUMBERS, note.number());
    again(() -> mongo.upsert(query(where("_id").is(id)), update, NoteListDocument.class));
  }

  void unlist(Note note, String list) {
    mongo.updateFirst(
        query(where("_id").is(listId(note.organizationId(), note.kind(), list))),
        new Update().pull(NUMBERS, note.number()),
        NoteListDocument.class);
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    for (Class<?> type :
        List.of(NoteDocument.class, NoteListDocument.class, NoteClaimDocument.class)) {
      mongo.remove(query(where("organizationId").is(organizationId)), type);
    }
  }

  private List<Note> listed(String organizationId, NoteKind kind, Collection<String> lists) {
    List<String> ids = lists.stream().map(list -> listId(organizationId, kind, list)).toList();
    TreeSet<Integer> numbers = new TreeSet<>();
    mongo
        .find(query(where("_id").in(ids)), NoteListDocument.class)
        .forEach(list -> numbers.addAll(list.numbers() == null ? List.of() : list.numbers()));
    if (numbers.isEmpty()) {
      return List.of();
    }
    List<String> notes =
        numbers.stream().map(one -> NoteDocument.id(organizationId, kind, one)).toList();
    return mongo.find(query(where("_id").in(notes)), NoteDocument.class).stream()
        .map(NoteDocument::toNote)
        .sorted(Comparator.comparingInt(Note::number))
        .toList();
  }

  private int next(String organizationId, NoteKind kind) {
    String id = organizationId + "|" + kind.letter();
    Update update = new Update().setOnInsert("organizationId", organizationId).inc("last", 1);
    AtomicInteger counted = new AtomicInteger();
    again(() -> counted.set(counted(id, update)));
    return counted.get();
  }

  private int counted(String id, Update update) {
    NoteListDocument counter =
        mongo.findAndModify(
            query(where("_id").is(id)),
            update,
            FindAndModifyOptions.options().upsert(true).returnNew(true),
            NoteListDocument.class);
    if (counter == null || counter.last() == null) {
      throw new IllegalStateException("Nothing was counted: " + id);
    }
    return counter.last();
  }

  /** Two first ones at the same moment: the slower finds the other's document. */
  private static void again(Runnable upsert) {
    try {
      upsert.run();
    } catch (DuplicateKeyException faster) {
      upsert.run();
    }
  }

  private static String listId(String organizationId, NoteKind kind, String rest) {
    return organizationId + "|" + kind.letter() + "|" + rest;
  }
}
