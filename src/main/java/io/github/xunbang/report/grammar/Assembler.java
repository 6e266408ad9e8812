package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.metric.SubjectChange.Section;
import io.github.xunbang.report.grammar.Item.CheckItem;
import io.github.xunbang.report.grammar.Item.DateItem;
import io.github.xunbang.report.grammar.Item.FigureItem;
import io.github.xunbang.report.grammar.Item.MentionItem;
import io.github.xunbang.report.grammar.Item.NameItem;
import io.github.xunbang.report.grammar.Item.OwnerItem;
import io.github.xunbang.report.grammar.Item.PictureItem;
import io.github.xunbang.report.grammar.Item.SectionItem;
import io.github.xunbang.report.grammar.Item.StrangerItem;
import io.github.xunbang.report.grammar.Item.SubjectItem;
import io.github.xunbang.report.grammar.Item.TroubleItem;
import io.github.xunbang.report.grammar.Item.WordItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts items into blocks by date and collects what must be asked. */
final class Assembler {

  private final String original;
  private final String text;
  private final Lexicon lexicon;
  private final LocalDate today;
  private final List<Item> items;
  private final Drafts drafts;
  private final List<Item> troubles = new ArrayList<>();
  private final List<DateItem> openDates = new ArrayList<>();
  private final List<String> mentions = new ArrayList<>();
  private final boolean anyFigure;
  private boolean figureSeen;
  private boolean picture;
  private boolean afterHeader;
  private int leftFrom = -1;
  private int leftEnd = -1;
  private Section leftSection = Section.SUMMARY;
  private @Nullable DateItem trailing;
  private @Nullable SubjectItem subject;
  private boolean subjectOnOneLine;
  private boolean ownerAsked;

  Assembler(String original, String text, List<Item> items, Lexicon lexicon, LocalDate today) {
    this.original = original;
    this.text = text;
    this.items = items;
    this.lexicon = lexicon;
    this.today = today;
    this.anyFigure = items.stream().anyMatch(FigureItem.class::isInstance);
    this.drafts = new Drafts(original, lexicon, today);
  }

  ParsedReport assemble() {
    boolean[] opens = DateOpening.of(items);
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item instanceof DateItem date) {
        date(date, opens[i]);
      } else if (item instanceof WordItem) {
        words(item.start(), item.end());
      } else {
        put(item, i);
      }
    }
    endWords();
    return finish();
  }

  private void put(Item item, int index) {
    boolean amongWords =
        item instanceof MentionItem || item instanceof PictureItem || item instanceof StrangerItem;
    if (!amongWords) {
      endWords();
    }
    if (item instanceof FigureItem figure) {
      askOwner(figure);
      drafts.current().add(figure);
      figureSeen = true;
    } else if (item instanceof CheckItem check) {
      (onLaterLine(check) ? drafts.own() : drafts.current()).add(check);
    } else if (item instanceof SubjectItem named) {
      subject(named);
    } else if (item instanceof SectionItem section) {
      drafts.note(section.section().section(), section.section().text());
    } else if (item instanceof TroubleItem trouble) {
      trouble(trouble, index);
    } else if (item instanceof NameItem name) {
      name(name);
    } else if (item instanceof StrangerItem stranger) {
      stranger(stranger, index);
    } else if (item instanceof MentionItem mention) {
      mention(mention, index);
    } else {
      picture = true;
    }
  }

  private void subject(SubjectItem named) {
    subject = named.unit() == null ? null : named;
    subjectOnOneLine = false;
    drafts.subject(named.unit());
    if (named.unit() != null && named.doubtful()) {
      ownerAsked = true;
      troubles.add(new OwnerItem(named.start(), named.end(), named.unit(), true));
    }
  }

  /** Whether a unit's figures stood on one line with its name and the item is on a later one. */
  private boolean onLaterLine(Item item) {
    SubjectItem named = subject;
    return named != null
        && subjectOnOneLine
        && text.substring(named.end(), item.start()).contains("\n");
  }

  /** 五店2.3万⏎意向12: the second line is the unit's or the speaker's own; asked, never guessed. */
  private void askOwner(FigureItem figure) {
    SubjectItem named = subject;
    if (named == null) {
      return;
    }
    if (onLaterLine(figure) && !ownerAsked && named.unit() != null) {
      ownerAsked = true;
      troubles.add(new OwnerItem(figure.start(), figure.end(), named.unit(), false));
    }
    subjectOnOneLine |= !text.substring(named.end(), figure.start()).contains("\n");
  }

  /** 今日业绩 above figures is a title, not a metric without a number. */
  private void trouble(TroubleItem trouble, int index) {
    boolean title =
        trouble.kind() == Problem.Kind.METRIC_WITHOUT_NUMBER
            && index > 0
            && items.get(index - 1) instanceof DateItem date
            && date.end() == trouble.start()
            && anyFigure;
    if (!title) {
      troubles.add(trouble);
    }
  }

  private void name(NameItem name) {
    boolean own = lexicon.isOwn(name.name()) || name.name().startsWith(ownPrefix(name.name()));
    if (!own && name.alone() && lexicon.knowsSpeaker()) {
      troubles.add(name);
    } else if (!own) {
      words(name.start(), name.end());
    } else if (name.alone()) {
      subject(new SubjectItem(name.start(), name.end(), null, false));
    }
  }

  /** 王芳 before figures names whose they are; elsewhere it is a word. */
  private void stranger(StrangerItem stranger, int index) {
    int next = index + 1;
    while (next < items.size() && items.get(next) instanceof DateItem) {
      next++;
    }
    boolean figures =
        next < items.size()
            && (items.get(next) instanceof FigureItem
                || items.get(next) instanceof TroubleItem trouble && trouble.metric() != null);
    if (figures && lexicon.knowsSpeaker() && !lexicon.isOwn(stranger.name())) {
      troubles.add(new NameItem(stranger.start(), stranger.end(), stranger.name(), true));
    } else {
      words(stranger.start(), stranger.end());
    }
  }

  private String ownPrefix(String name) {
    int bracket = name.indexOf('(');
    return bracket > 0 && lexicon.isOwn(name.substring(0, bracket)) ? name : "\0";
  }

  private void mention(MentionItem mention, int index) {
    String name = original.substring(mention.start() + 1, mention.end());
    boolean member = lexicon.memberNamed(name).isPresent() && !lexicon.isOwn(name);
    boolean figureNext = index + 1 < items.size() && items.get(index + 1) instanceof FigureItem;
    if (member && figureNext && !figureSeen) {
      troubles.add(new NameItem(mention.start(), mention.end(), name, true));
    } else if (!name.isBlank()) {
      mentions.add(name);
    }
  }

  private void date(DateItem date, boolean opens) {
    if (!opens) {
      trailing = date;
      words(date.start(), date.end());
      if (date.found().reading() instanceof DateReading.Resolved day && day.date().isAfter(today)) {
        leftSection = Section.ITINERARY;
      }
      return;
    }
    endWords();
    DateReading reading = date.found().reading();
    LocalDate day = reading instanceof DateReading.Resolved resolved ? resolved.date() : null;
    if (day == null) {
      openDates.add(date);
      day = reading instanceof DateReading.Contradiction wrong ? wrong.date() : today;
    }
    Draft current = drafts.current();
    boolean sameDay = isToday(date) && current.dated() && (afterHeader || current.empty());
    if (sameDay) {
      return;
    }
    afterHeader |= date.header();
    drafts.open(day, date.header());
  }

  private boolean isToday(DateItem date) {
    return "今当本".indexOf(text.charAt(date.start())) >= 0;
  }

  private void words(int start, int end) {
    boolean joined = leftFrom >= 0 && !text.substring(leftEnd, start).contains("\n");
    if (!joined) {
      endWords();
      leftFrom = start;
    }
    leftEnd = end;
  }

  private void endWords() {
    if (leftFrom >= 0) {
      String words = original.substring(leftFrom, leftEnd).strip();
      String letters = text.substring(leftFrom, leftEnd).strip();
      boolean filler =
          drafts.current().unit() != null && Vocabulary.HARMLESS_BEFORE.contains(letters);
      if (Chars.worthKeeping(words) && !Vocabulary.isMeta(letters) && !filler) {
        drafts.note(leftSection, words);
      }
    }
    leftFrom = -1;
    leftSection = Section.SUMMARY;
  }

  private ParsedReport finish() {
    Problems problems = new Problems(original, text, drafts.all(), lexicon, today);
    boolean nothing = drafts.all().stream().allMatch(draft -> draft.figures.isEmpty());
    List<Problem> found = new ArrayList<>(problems.of(troubles, openDates, items));
    DateItem late = trailing;
    if (late != null && !nothing && !drafts.dated()) {
      problems.unclearDate(late).ifPresent(found::add);
    }
    if (nothing && troubles.isEmpty()) {
      problems.rest().ifPresent(found::add);
    }
    List<Block> blocks =
        drafts.all().stream().filter(draft -> !draft.empty()).map(Draft::block).toList();
    return new ParsedReport(original, blocks, found, mentions, picture);
  }
}
