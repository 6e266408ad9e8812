package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.report.grammar.Item.DateItem;
import io.github.xunbang.report.grammar.Item.FigureItem;
import io.github.xunbang.report.grammar.Item.NameItem;
import io.github.xunbang.report.grammar.Item.OwnerItem;
import io.github.xunbang.report.grammar.Item.TroubleItem;
import io.github.xunbang.report.grammar.Problem.Kind;
import io.github.xunbang.report.grammar.Rewriter.Edit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts trouble into one sentence each, with the answers that would settle it. */
final class Problems {

  private static final int MOST = 20;

  private final String original;
  private final String text;
  private final List<Draft> drafts;
  private final Lexicon lexicon;
  private final LocalDate today;
  private final Offers offers;

  Problems(String original, String text, List<Draft> drafts, Lexicon lexicon, LocalDate today) {
    this.original = original;
    this.text = text;
    this.drafts = drafts;
    this.lexicon = lexicon;
    this.today = today;
    this.offers = new Offers(original, drafts, lexicon);
  }

  /** In the order typed, at most twenty. */
  List<Problem> of(List<Item> troubles, List<DateItem> dates, List<Item> items) {
    List<Problem> found = new ArrayList<>();
    List<Item> all = new ArrayList<>(troubles);
    all.addAll(dates);
    all.sort(Comparator.comparingInt(Item::start));
    List<TroubleItem> unknown =
        troubles.stream()
            .filter(TroubleItem.class::isInstance)
            .map(TroubleItem.class::cast)
            .toList();
    for (Item item : all.subList(0, Math.min(MOST, all.size()))) {
      if (item instanceof TroubleItem trouble) {
        found.add(trouble(trouble, unknown));
      } else if (item instanceof NameItem name) {
        found.add(foreign(name, troubles));
      } else if (item instanceof OwnerItem owner) {
        found.add(owner(owner));
      } else if (item instanceof DateItem date) {
        found.add(date(date));
      }
    }
    drafts.forEach(draft -> twoValues(draft).ifPresent(found::add));
    soundAlike(items).ifPresent(found::add);
    return found;
  }

  private Problem trouble(TroubleItem item, List<TroubleItem> all) {
    String fragment = original.substring(item.start(), item.end());
    List<Repair> repairs =
        switch (item.kind()) {
          case AMOUNT_UNIT -> offers.amountUnits(item);
          case DEAL_WITH_AMOUNT, NUMBER_WITHOUT_METRIC -> offers.withMetric(item, all);
          case VAGUE -> List.of();
          case WRONG_UNIT, INVALID_DATE -> List.of();
          case METRIC_WITHOUT_NUMBER -> offers.without(item);
          default -> offers.toSummary(all);
        };
    return new Problem(
        item.kind(), fragment, sentence(item, fragment, !repairs.isEmpty()), repairs);
  }

  private String sentence(TroubleItem item, String fragment, boolean answers) {
    Metric metric = item.metric();
    String example = metric == null ? "意向12" : Offers.shortName(metric) + example(metric);
    return switch (item.kind()) {
      case AMOUNT_UNIT -> "“" + fragment + "”的单位是万还是元？";
      case VAGUE -> "“" + fragment + "”不是准数，先没登记。请写准数，例如：" + example;
      case WRONG_UNIT -> "“" + fragment + "”的单位对不上，先没登记。请这样写：" + example;
      case METRIC_WITHOUT_NUMBER -> "“" + fragment + "”后面没有数，请这样写：" + example;
      case NUMBER_WITHOUT_METRIC -> "“" + fragment + "”是哪一项？";
      case DEAL_WITH_AMOUNT -> "“" + fragment + "”算哪一项？";
      case INVALID_DATE -> "“" + fragment + "”是好几天，先没登记。请一天一行，例如：" + exampleDay();
      default -> "“" + fragment + "”没看懂" + (answers ? "" : "，先没登记。请这样写：" + example);
    };
  }

  private String exampleDay() {
    return DateText.shortDay(today) + " 意向12";
  }

  private static String example(Metric metric) {
    return switch (metric.kind()) {
      case AMOUNT -> "3万";
      case RATIO -> "80%";
      default -> "12";
    };
  }

  private Problem foreign(NameItem name, List<Item> troubles) {
    if (lexicon.memberNamed(name.name()).isEmpty()) {
      return stranger(name, troubles.stream().filter(NameItem.class::isInstance).count() == 1);
    }
    return new Problem(
        Kind.FOREIGN_SUBJECT,
        original.substring(name.start(), name.end()),
        "只能报自己的数，“" + name.name() + "”的请本人来报，或请组长发：代报 " + name.name() + " 意向12",
        List.of());
  }

  /** Whether figures behind a unit's are its or the speaker's own. */
  private Problem owner(OwnerItem item) {
    String fragment = original.substring(item.start(), item.end());
    Edit unit;
    Edit own;
    if (item.doubtful()) {
      unit = new Edit(item.start(), item.start(), "，");
      own = new Edit(item.end(), item.end(), "，个人 ");
    } else {
      int line = text.lastIndexOf('\n', item.start() - 1) + 1;
      unit = new Edit(line, line, item.unit() + " ");
      own = new Edit(line, line, "个人 ");
    }
    return new Problem(
        Kind.FIGURE_OWNER,
        fragment,
        item.doubtful() ? "“" + fragment + "”后面的数记给谁？" : "“" + fragment + "”记给谁？",
        List.of(
            new Repair("记到" + item.unit(), Rewriter.apply(original, List.of(unit))),
            new Repair("记到个人", Rewriter.apply(original, List.of(own)))));
  }

  /** A name that is on no roster: a nickname of the sender's own, or somebody else's figures. */
  private Problem stranger(NameItem name, boolean only) {
    String sentence = "“" + name.name() + "”不在名单里";
    int end = name.end();
    while (" :\t".indexOf(Chars.at(text, end)) >= 0 && end < text.length()) {
      end++;
    }
    String own = Rewriter.apply(original, List.of(new Edit(name.start(), end, "")));
    return new Problem(
        Kind.FOREIGN_SUBJECT,
        original.substring(name.start(), name.end()),
        only ? sentence + "，这些数记给谁？别人的请本人来报" : sentence + "，几个人的数请组长用“代报”",
        only ? List.of(new Repair("记到我自己名下", own)) : List.of());
  }

  private Problem date(DateItem item) {
    String fragment = original.substring(item.start(), item.end());
    DateReading reading = item.found().reading();
    if (reading instanceof DateReading.Ambiguous two) {
      return new Problem(
          Kind.AMBIGUOUS_DATE,
          fragment,
          "过了零点，“" + fragment + "”是哪一天？",
          List.of(onDay(item, two.calendarDay()), onDay(item, two.businessDay())));
    }
    if (reading instanceof DateReading.Contradiction wrong) {
      LocalDate byWeekday = today.with(TemporalAdjusters.previousOrSame(wrong.said()));
      return new Problem(
          Kind.DATE_CONTRADICTION,
          fragment,
          wrong.sentence() + "，是哪一天？",
          List.of(onDay(item, wrong.date()), onDay(item, byWeekday)));
    }
    return new Problem(
        Kind.INVALID_DATE,
        fragment,
        "没有“" + fragment + "”这一天，先没登记。请写准日期，例如：" + exampleDay(),
        List.of());
  }

  private Repair onDay(DateItem item, LocalDate day) {
    String header = item.header() ? "日期：" : "";
    String date = day.getYear() == today.getYear() ? DateText.shortDay(day) : day.toString();
    Edit edit = new Edit(item.start(), item.end(), header + date + " ");
    return new Repair(DateText.day(day), Rewriter.apply(original, List.of(edit)));
  }

  /** 意向12（昨天）: whether the figures are yesterday's or today's. */
  Optional<Problem> unclearDate(DateItem item) {
    String after = text.substring(item.end()).strip();
    boolean alone =
        !Chars.word(Chars.at(text, item.start() - 1))
            || !Chars.letter(text.charAt(item.start() - 1));
    DateReading reading = item.found().reading();
    boolean ends =
        after.codePoints().noneMatch(Character::isLetterOrDigit) || Vocabulary.META.contains(after);
    if (!alone
        || !ends
        || !(reading instanceof DateReading.Resolved day)
        || day.date().equals(today)) {
      return Optional.empty();
    }
    String rest = original.substring(0, item.start());
    return Optional.of(
        new Problem(
            Kind.AMBIGUOUS_DATE,
            original.substring(item.start(), item.end()),
            "这些数是哪一天的？",
            List.of(
                new Repair(DateText.day(day.date()), day.date() + " " + rest),
                new Repair(DateText.day(today), today + " " + rest))));
  }

  private Optional<Problem> twoValues(Draft draft) {
    List<FigureItem> same = draft.disagreeing();
    if (same == null) {
      return Optional.empty();
    }
    List<Repair> repairs = new ArrayList<>();
    if (draft.unit() != null) {
      return Optional.of(twoOfUnit(draft, same));
    }
    for (FigureItem kept : same.subList(0, Math.min(3, same.size()))) {
      List<Edit> edits =
          same.stream()
              .filter(figure -> figure != kept)
              .map(figure -> new Edit(figure.start(), figure.end(), "，"))
              .toList();
      repairs.add(new Repair(Offers.label(kept), Rewriter.apply(original, edits)));
    }
    Metric metric = same.get(0).metric();
    if (metric.rollUp() == Metric.RollUp.SUM
        && same.stream().allMatch(figure -> figure.operation() == Figure.Operation.SET)) {
      repairs.add(sum(same, metric));
    }
    String fragment = draft.fragment(same.get(0)) + "、" + draft.fragment(same.get(1));
    return Optional.of(
        new Problem(Kind.TWO_VALUES, fragment, metric.name() + "写了两个数，以哪个为准？", repairs));
  }

  /** Taking one out might tear the other from the unit's name, so a new message is asked for. */
  private static Problem twoOfUnit(Draft draft, List<FigureItem> same) {
    String metric = same.get(0).metric().name();
    return new Problem(
        Kind.TWO_VALUES,
        draft.fragment(same.get(0)) + "、" + draft.fragment(same.get(1)),
        draft.unit() + metric + "写了两个数，先没登记。请只写一个，例如：" + draft.unit() + " " + metric + "2万",
        List.of());
  }

  private Repair sum(List<FigureItem> same, Metric metric) {
    BigDecimal sum = same.stream().map(FigureItem::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    String unit = metric.kind() == Metric.Kind.AMOUNT ? "元" : "";
    List<Edit> edits = new ArrayList<>();
    for (FigureItem figure : same) {
      String text =
          figure == same.get(0) ? "，" + metric.name() + NumberText.plain(sum) + unit + "，" : "，";
      edits.add(new Edit(figure.start(), figure.end(), text));
    }
    return new Repair("合计" + NumberText.amount(sum), Rewriter.apply(original, edits));
  }

  /** One question for all words that only sound right: 意向12 签单2 回款35000? */
  private Optional<Problem> soundAlike(List<Item> items) {
    List<Edit> edits = new ArrayList<>();
    StringBuilder fragments = new StringBuilder();
    for (Item item : items) {
      if (item instanceof FigureItem figure && figure.meant() != null) {
        int end = figure.wordStart() + figure.meant().length();
        edits.add(new Edit(figure.wordStart(), end, figure.meant()));
        fragments.append(fragments.isEmpty() ? "" : "、").append(original, figure.wordStart(), end);
      }
    }
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    String meant = offers.understood();
    return Optional.of(
        new Problem(
            Kind.SOUND_ALIKE,
            fragments.toString(),
            "是" + meant + "吗？",
            List.of(new Repair("登记" + meant, Rewriter.apply(original, edits)))));
  }

  /** 今天休息 is not a report; 请假 is offered. */
  Optional<Problem> rest() {
    String letters = text.replaceAll("[^\\p{IsHan}]", "");
    String word = letters.replaceFirst("^(我)?(今天|今日)?(我)?", "");
    if (letters.length() > 12 || !Vocabulary.RESTING.contains(word)) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            Kind.REST_DAY,
            original.strip(),
            "今天休息不用报数，要记请假吗？",
            List.of(new Repair("请假 今天", "请假 今天"))));
  }
}
