package io.github.xunbang.report.grammar;

import io.github.xunbang.command.TypedText;
import io.github.xunbang.metric.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of one organization as one speaker uses them: active metrics with their aliases and
 * measure words, member names. Immutable; build it per message or keep it per roster version.
 */
public final class Lexicon {

  private static final String SHARED_UNITS = "个家位组名人户条笔次套台件份元块%";

  private final List<Metric> metrics;
  private final String ownName;
  private final Map<Character, List<Entry<MetricWord>>> metricWords = new HashMap<>();
  private final Map<Character, List<Entry<MetricWord>>> soundWords = new HashMap<>();
  private final Map<Character, List<Entry<MetricWord>>> spokenWords = new HashMap<>();
  private final Map<Character, List<Entry<String>>> names = new HashMap<>();
  private final Map<Character, List<Entry<String>>> units = new HashMap<>();
  private final Map<String, List<Metric>> unitOwners = new HashMap<>();

  private final Map<Character, List<Entry<UnitMention>>> unitNames = new HashMap<>();
  private final @Nullable Metric storeMetric;
  private final String homeUnit;

  private record Entry<T>(String word, T value) {}

  /**
   * A unit's name as typed.
   *
   * @param unit as the organization writes it
   * @param length chars typed
   */
  record UnitMention(String unit, int length) {}

  /**
   * Words for one speaker.
   *
   * @param metrics all metrics of the organization; retired ones are left out
   * @param ownName the speaker's name, or empty when unknown
   * @param memberNames names of the active members, the speaker's may be among them
   */
  public Lexicon(Collection<Metric> metrics, String ownName, Collection<String> memberNames) {
    this(metrics, ownName, memberNames, List.of(), null);
  }

  /**
   * Words for one speaker of an organization with units.
   *
   * @param metrics all metrics of the organization; retired ones are left out
   * @param ownName the speaker's name, or empty when unknown
   * @param memberNames names of the active members, the speaker's may be among them
   * @param unitNames names of the units, numerals written either way
   * @param storeMetricId the metric of a number directly behind a unit; null for the first amount
   */
  public Lexicon(
      Collection<Metric> metrics,
      String ownName,
      Collection<String> memberNames,
      Collection<String> unitNames,
      @Nullable String storeMetricId) {
    this.metrics = metrics.stream().filter(Metric::active).toList();
    this.ownName = TypedText.normalize(ownName);
    this.homeUnit = "";
    this.storeMetric = storeMetric(this.metrics, storeMetricId);
    this.metrics.forEach(this::addMetric);
    unitNames.forEach(name -> addUnit(name, UnitNames.written(name).get(0)));
    unitNames.forEach(name -> UnitNames.written(name).forEach(word -> addUnit(name, word)));
    Vocabulary.MEASURES.forEach(unit -> add(units, unit, unit));
    Vocabulary.SOUND_ALIKES.forEach((typed, meant) -> addSound(soundWords, typed, meant));
    Vocabulary.SPOKEN_ALIKES.forEach((typed, meant) -> addSound(spokenWords, typed, meant));
    memberNames.forEach(name -> add(names, TypedText.normalize(name), name));
    if (!ownName.isBlank()) {
      add(names, this.ownName, ownName);
    }
    sort(metricWords);
    sort(soundWords);
    sort(spokenWords);
    sort(names);
    sort(units);
    sort(this.unitNames);
  }

  private static @Nullable Metric storeMetric(List<Metric> active, @Nullable String id) {
    return active.stream()
        .filter(metric -> metric.source() == Metric.Source.REPORT)
        .filter(metric -> id == null ? metric.kind() == Metric.Kind.AMOUNT : metric.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** A unit's own name goes before another's with the numerals written the other way. */
  private void addUnit(String name, String word) {
    boolean taken =
        !word.isBlank()
            && unitNames.getOrDefault(word.charAt(0), List.of()).stream()
                .anyMatch(entry -> entry.word().equals(word));
    if (!taken) {
      add(unitNames, word, new UnitMention(name, word.length()));
    }
  }

  private Lexicon(Lexicon same, String ownName, String homeUnit) {
    this.metrics = same.metrics;
    this.ownName = ownName;
    this.homeUnit = homeUnit;
    this.storeMetric = same.storeMetric;
    unitNames.putAll(same.unitNames);
    metricWords.putAll(same.metricWords);
    soundWords.putAll(same.soundWords);
    spokenWords.putAll(same.spokenWords);
    names.putAll(same.names);
    units.putAll(same.units);
    unitOwners.putAll(same.unitOwners);
  }

  private void addMetric(Metric metric) {
    List<String> words = new ArrayList<>(metric.aliases());
    words.add(metric.name());
    for (String word : words) {
      String typed = TypedText.normalize(word);
      add(metricWords, typed, new MetricWord(metric, null, typed.length()));
    }
    if (!metric.unit().isBlank()) {
      String unit = TypedText.normalize(metric.unit());
      add(units, unit, unit);
      unitOwners.computeIfAbsent(unit, any -> new ArrayList<>()).add(metric);
    }
  }

  private void addSound(Map<Character, List<Entry<MetricWord>>> words, String typed, String meant) {
    MetricWord target = find(metricWords, meant, 0);
    boolean ownWord = find(metricWords, typed, 0) != null;
    if (target != null && target.length() == meant.length() && !ownWord) {
      add(words, typed, new MetricWord(target.metric(), meant, typed.length()));
    }
  }

  private static <T> void add(Map<Character, List<Entry<T>>> map, String word, T value) {
    if (!word.isBlank()) {
      map.computeIfAbsent(word.charAt(0), any -> new ArrayList<>()).add(new Entry<>(word, value));
    }
  }

  private static <T> void sort(Map<Character, List<Entry<T>>> map) {
    map.values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparingInt((Entry<T> entry) -> entry.word().length()).reversed()));
  }

  private static <T> @Nullable T find(Map<Character, List<Entry<T>>> map, String text, int at) {
    if (at >= text.length()) {
      return null;
    }
    for (Entry<T> entry : map.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(entry.word(), at)) {
        return entry.value();
      }
    }
    return null;
  }

  /** The active metrics, in the order given. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** The active metric with this id. */
  public Optional<Metric> metric(String id) {
    return metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
  }

  /** The metric that {@code word} names exactly. */
  public Optional<Metric> metricNamed(String word) {
    String typed = TypedText.normalize(TypedText.clean(word)).strip();
    return Optional.ofNullable(find(metricWords, typed, 0))
        .filter(found -> found.length() == typed.length())
        .map(MetricWord::metric);
  }

  /** The roster name that {@code word} is exactly, as the roster writes it. */
  public Optional<String> memberNamed(String word) {
    String typed = TypedText.normalize(TypedText.clean(word)).strip();
    return Optional.ofNullable(find(names, typed, 0))
        .filter(name -> name.length() == typed.length());
  }

  /** The unit that {@code word} names exactly, as the organization writes it. */
  public Optional<String> unitNamed(String word) {
    String typed = TypedText.normalize(TypedText.clean(word)).strip();
    return Optional.ofNullable(find(unitNames, typed, 0))
        .filter(found -> found.length() == typed.length())
        .map(UnitMention::unit);
  }

  /** The same words said by another member, for 代报. */
  public Lexicon saidBy(String name) {
    return saidBy(name, "");
  }

  /**
   * The same words said by another member, whose home unit behind the own name says where the
   * speaker works, not whose the figures are.
   */
  public Lexicon saidBy(String name, String homeUnitName) {
    return new Lexicon(this, TypedText.normalize(name), homeUnitName);
  }

  boolean isHome(String unit) {
    return unit.equals(homeUnit);
  }

  boolean knowsUnits() {
    return !unitNames.isEmpty();
  }

  @Nullable UnitMention unitNameAt(String text, int at) {
    return unitNames.isEmpty() ? null : find(unitNames, text, at);
  }

  /** The metric of a number that stands directly behind a unit's name, or null. */
  @Nullable Metric storeMetric() {
    return storeMetric;
  }

  boolean isOwn(String name) {
    return TypedText.normalize(name).equals(ownName);
  }

  boolean knowsSpeaker() {
    return !ownName.isBlank();
  }

  @Nullable MetricWord metricAt(String text, int at) {
    return find(metricWords, text, at);
  }

  @Nullable MetricWord soundAt(String text, int at, boolean voice) {
    MetricWord sound = find(soundWords, text, at);
    return sound == null && voice ? find(spokenWords, text, at) : sound;
  }

  @Nullable String nameAt(String text, int at) {
    return find(names, text, at);
  }

  @Nullable String unitAt(String text, int at) {
    return find(units, text, at);
  }

  /** The one metric that a measure word tells (2单), or null when several share it. */
  @Nullable Metric ownerOf(String unit) {
    List<Metric> owners = unitOwners.getOrDefault(unit, List.of());
    return owners.size() == 1 && SHARED_UNITS.indexOf(unit) < 0 ? owners.get(0) : null;
  }
}
