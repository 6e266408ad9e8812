package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.SubjectChange;

/** A written part of a report: {@code 小结：拜访五店}. */
record SectionText(SubjectChange.Section section, String text) {}
