package io.github.xunbang.template;

import io.github.xunbang.metric.SubjectChange.Section;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Map;

/**
 * What one person of a demo team reported on one day.
 *
 * @param own the person's figures by metric name
 * @param units figures of units by unit name, then metric name
 * @param notes sections of the report
 * @param text the chat line
 * @param saidAt local time of the report
 */
record DemoDay(
    Map<String, BigDecimal> own,
    Map<String, Map<String, BigDecimal>> units,
    Map<Section, String> notes,
    String text,
    LocalTime saidAt) {}
