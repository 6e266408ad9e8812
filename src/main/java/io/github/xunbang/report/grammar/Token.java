package io.github.xunbang.report.grammar;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the text.
 *
 * @param kind what it is
 * @param start first char
 * @param end after the last char
 * @param value what it means, by kind: {@link Num}, {@link MetricWord}, {@code DateWords.Found},
 *     {@link Vocabulary.Word}, {@link SectionText}, {@link Item.SubjectItem}, a name
 */
record Token(Kind kind, int start, int end, @Nullable Object value) {

  enum Kind {
    NEWLINE,
    BLANK,
    MARK,
    GLUE,
    SIGN,
    METRIC,
    UNIT,
    NUMBER,
    ZERO,
    NO_METRIC,
    DATE,
    DATE_HEADER,
    NAME,
    STRANGER,
    NAME_HEADER,
    CHECK,
    PLAIN,
    SECTION,
    NOTE,
    PICTURE,
    MENTION,
    SUBJECT,
    TEXT
  }

  boolean is(Kind other) {
    return kind == other;
  }

  <T> T as(Class<T> type) {
    return java.util.Objects.requireNonNull(type.cast(value));
  }
}
