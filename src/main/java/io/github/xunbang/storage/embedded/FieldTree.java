package io.github.xunbang.storage.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields of a document are wanted: all of it, or those on some dotted paths. */
final class FieldTree {

  static final FieldTree EVERYTHING = new FieldTree(true);

  private final Map<String, FieldTree> children = new HashMap<>();
  private boolean whole;

  private FieldTree(boolean whole) {
    this.whole = whole;
  }

  /**
   * What a query needs to see: the fields it returns, compares and sorts by. Everything, unless
   * {@code projection} plainly lists fields to include.
   */
  static FieldTree of(Document query, @Nullable Document orderBy, @Nullable Document projection) {
    if (projection == null || projection.isEmpty() || !includesOnly(projection)) {
      return EVERYTHING;
    }
    FieldTree wanted = new FieldTree(false);
    wanted.add("_id");
    projection.keySet().forEach(wanted::add);
    query.keySet().forEach(wanted::add);
    if (orderBy != null) {
      orderBy.keySet().forEach(wanted::add);
    }
    return wanted;
  }

  boolean isWhole() {
    return whole;
  }

  /** What is wanted of the field {@code name}, or null when nothing is. */
  @Nullable FieldTree child(String name) {
    return children.get(name);
  }

  private static boolean includesOnly(Document projection) {
    return projection.entrySet().stream()
        .allMatch(
            field ->
                !field.getKey().contains("$")
                    && (Boolean.TRUE.equals(field.getValue())
                        || (field.getValue() instanceof Number number
                            && number.doubleValue() != 0)));
  }

  private void add(String path) {
    if (path.startsWith("$")) {
      // $and, $or and the like name their fields deeper inside.
      whole = true;
      return;
    }
    FieldTree node = this;
    for (String name : path.split("\\.", -1)) {
      node = node.children.computeIfAbsent(name, unseen -> new FieldTree(false));
    }
    node.whole = true;
  }
}
