package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.PastedTable;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 目标 导入 本月 with a pasted table (S-40): a name and one column per metric, 奋斗 behind its metric, a 合计
 * line as checksum. One bad line, and nothing is stored.
 */
@Component
class ImportTargets {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private final MetricCatalog catalog;
  private final TargetStore store;

  ImportTargets(MetricCatalog catalog, TargetStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /** Everything read so far. */
  private static final class Reading {
    final Map<Subject, Map<Metric, ParsedNumber>> bases = new LinkedHashMap<>();
    final Map<Subject, Map<Metric, ParsedNumber>> stretches = new HashMap<>();
    final Map<Integer, BigDecimal> sums = new HashMap<>();
  }

  Reply read(TargetCall context, TargetLine line, SubjectWords subjects, List<String> table) {
    Period period = line.period;
    if (period == null) {
      throw context.rejection("importPeriod");
    }
    if (period.end().isBefore(context.today())) {
      throw context.rejection("over", Map.of("period", period.label()));
    }
    List<PastedTable.Row> rows = rows(table);
    if (rows.size() < 2) {
      throw context.rejection("importShape");
    }
    List<ImportColumn> columns = columns(context, line, rows.get(0).cells());
    Reading reading = new Reading();
    for (PastedTable.Row row : rows.subList(1, rows.size())) {
      readNamed(context, columns, subjects, row, reading);
    }
    Map<TargetKey, Draft> drafts = drafts(context, period, reading);
    if (drafts.isEmpty()) {
      throw context.rejection("importShape");
    }
    store.change(context.organization().id(), drafts, context.author());
    return context
        .call()
        .reply(
            "imported",
            Map.of(
                "period", period.label(),
                "people", reading.bases.size(),
                "count", drafts.size(),
                "sums", sums(columns, reading)));
  }

  private static List<PastedTable.Row> rows(List<String> table) {
    return PastedTable.of(
            table.stream().map(line -> Normalizer.normalize(line, Normalizer.Form.NFKC)).toList())
        .rows();
  }

  private List<ImportColumn> columns(TargetCall context, TargetLine line, List<String> header) {
    List<ImportColumn> columns = new ArrayList<>();
    Metric last = line.metrics.isEmpty() ? null : line.metrics.get(0);
    for (String name : header.subList(1, header.size())) {
      ImportColumn column = column(context, name, last);
      columns.add(column);
      last = column.metric();
    }
    if (columns.isEmpty()) {
      throw context.rejection("importShape");
    }
    return columns;
  }

  private ImportColumn column(TargetCall context, String header, @Nullable Metric before) {
    boolean tenThousands = header.matches(".*\\(?万元?\\)?$");
    String name = header.replaceAll("\\((万元?|元|[^)]{1,3})\\)$|万元$", "").strip();
    boolean stretch = name.endsWith("奋斗") || name.endsWith("冲刺") || name.endsWith("奋斗目标");
    String bare = name.replaceAll("(奋斗|冲刺|基础|保底)?(目标|任务)?$", "").strip();
    Optional<Metric> metric =
        bare.isEmpty()
            ? Optional.ofNullable(before)
            : catalog.find(context.organization().id(), bare);
    return metric
        .map(
            found -> new ImportColumn(found, stretch, tenThousands ? TEN_THOUSAND : BigDecimal.ONE))
        .orElseThrow(
            () ->
                context.rejection(
                    "importColumn", Map.of("column", UntrustedText.oneLine(header, 12))));
  }

  /** Whatever is wrong with the row is said with its number and first cell. */
  private static void readNamed(
      TargetCall context,
      List<ImportColumn> columns,
      SubjectWords subjects,
      PastedTable.Row row,
      Reading reading) {
    try {
      if (PastedTable.isTotal(row.cell(0))) {
        compare(columns, row, reading);
      } else {
        readRow(context, columns, subjects, row, reading);
      }
    } catch (CommandRejectedException wrong) {
      throw context.rejection(
          "importLine",
          Map.of(
              "number", row.number(),
              "name", UntrustedText.oneLine(row.cell(0), 12),
              "problem", String.valueOf(wrong.getMessage()).lines().findFirst().orElse("")));
    }
  }

  private static void readRow(
      TargetCall context,
      List<ImportColumn> columns,
      SubjectWords subjects,
      PastedTable.Row row,
      Reading reading) {
    Subject subject =
        subjects
            .find(row.cell(0))
            .orElseThrow(() -> new CommandRejectedException(unknown(subjects, row.cell(0))));
    if (reading.bases.put(subject, new LinkedHashMap<>()) != null) {
      throw new CommandRejectedException("这个名字出现了两次");
    }
    if (row.cells().size() > columns.size() + 1) {
      throw new CommandRejectedException("比表头多了一格");
    }
    for (int i = 0; i < columns.size(); i++) {
      String cell = row.cell(i + 1);
      if (!saysNothing(cell)) {
        ImportColumn column = columns.get(i);
        ParsedNumber number = column.number(cell);
        new Values(context).checked(column.metric(), number);
        reading.sums.merge(i, number.value(), BigDecimal::add);
        (column.stretch() ? reading.stretches : reading.bases)
            .computeIfAbsent(subject, none -> new LinkedHashMap<>())
            .put(column.metric(), number);
      }
    }
  }

  private static boolean saysNothing(String cell) {
    return PastedTable.isEmpty(cell) || cell.equals("无");
  }

  private static String unknown(SubjectWords subjects, String name) {
    return subjects.left(name).isPresent()
        ? "这位同事已经离开"
        : "没有这个人或门店" + NearNames.slip(name, subjects.names()).map(near -> "，是不是" + near).orElse("");
  }

  private static void compare(List<ImportColumn> columns, PastedTable.Row row, Reading reading) {
    for (int i = 0; i < columns.size(); i++) {
      String cell = row.cell(i + 1);
      if (saysNothing(cell)) {
        continue;
      }
      ImportColumn column = columns.get(i);
      BigDecimal said = column.number(cell).value();
      BigDecimal sum = reading.sums.getOrDefault(i, BigDecimal.ZERO);
      if (said.compareTo(sum) != 0) {
        throw new CommandRejectedException(
            "%s合计写的是%s，各行加起来是%s，差%s"
                .formatted(
                    column.metric().name(),
                    FigureText.of(column.metric(), said),
                    FigureText.of(column.metric(), sum),
                    FigureText.of(column.metric(), said.subtract(sum).abs())));
      }
    }
  }

  private static Map<TargetKey, Draft> drafts(TargetCall context, Period period, Reading reading) {
    Map<TargetKey, Draft> drafts = new LinkedHashMap<>();
    reading.bases.forEach(
        (subject, values) ->
            values.forEach(
                (metric, base) -> {
                  ParsedNumber stretch =
                      reading.stretches.getOrDefault(subject, Map.of()).get(metric);
                  drafts.put(
                      TargetKey.of(subject, metric.id(), period),
                      new Values(context).draft(metric, base, stretch, false));
                }));
    return drafts;
  }

  private static String sums(List<ImportColumn> columns, Reading reading) {
    List<String> sums = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ImportColumn column = columns.get(i);
      sums.add(
          column.metric().name()
              + (column.stretch() ? "奋斗" : "")
              + FigureText.of(column.metric(), reading.sums.getOrDefault(i, BigDecimal.ZERO)));
    }
    return sums.stream().collect(Collectors.joining("，"));
  }
}
