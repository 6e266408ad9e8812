package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a written rule into pieces: the longest name, word or number first, and where the rest of a
 * word then means nothing, a shorter one.
 */
final class RuleLexer {

  private static final int MAX_WORD = 40;
  private static final int SHORT_JOB = 6;
  private static final Pattern BREAKS = Pattern.compile("[\\s、，。；;：:=|/+()（）“”\"]+|,(?!\\d{3})");
  private static final Pattern INCLUSIVE = Pattern.compile("[(（]\\s*含[^)）]*[)）]");
  private static final Pattern HARSH = Pattern.compile("淘汰|辞退|开除|离职|解雇|走人|滚");
  private static final Pattern NUMBERED = Pattern.compile("\\d|[十百千万]");
  private static final Pattern ABOUT = Pattern.compile("左右|上下|大概|大约|差不多");
  private static final String EVENT = "活动";
  private static final String JOB = "岗位";

  private final Organization organization;
  private final LocalDate today;
  private final List<Metric> metrics;
  private final Set<String> positions;
  private final Set<String> unitKinds;

  RuleLexer(Organization organization, LocalDate today, MetricCatalog catalog) {
    this.organization = organization;
    this.today = today;
    this.metrics = catalog.metrics(organization.id()).stream().filter(Metric::active).toList();
    this.positions =
        Stream.concat(
                organization.members().stream().map(Member::position).filter(Objects::nonNull),
                metrics.stream().flatMap(metric -> metric.positions().stream()))
            .collect(Collectors.toSet());
    this.unitKinds =
        organization.units().active(today).stream().map(Unit::kind).collect(Collectors.toSet());
  }

  /**
   * The pieces in order.
   *
   * @throws io.github.xunbang.command.CommandRejectedException naming the word that means nothing
   */
  List<Piece.Typed> read(String line) {
    String cleaned =
        INCLUSIVE
            .matcher(TypedText.clean(line))
            .replaceAll(" ")
            .replace(">=", "≥")
            .replace("<=", "≤");
    List<Piece.Typed> pieces = new ArrayList<>();
    for (String word : BREAKS.split(halfWidth(cleaned))) {
      if (!word.isEmpty()) {
        pieces.addAll(pieces(word));
      }
    }
    return pieces;
  }

  /** Half-width figures and signs; names keep their own letters. */
  private static String halfWidth(String text) {
    String normalized = TypedText.normalize(text);
    StringBuilder half = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (normalized.charAt(i) < 0x80 && !Character.isLetter(normalized.charAt(i))) {
        half.setCharAt(i, normalized.charAt(i));
      }
    }
    return half.toString();
  }

  private List<Piece.Typed> pieces(String word) {
    if (HARSH.matcher(word).find()) {
      throw RuleProblems.harsh(word);
    }
    List<Piece.Typed> found = new ArrayList<>();
    if (word.length() > MAX_WORD || !cut(word, 0, found, new boolean[word.length() + 1])) {
      throw unknown(word);
    }
    return found;
  }

  private boolean cut(String word, int at, List<Piece.Typed> found, boolean[] dead) {
    if (at == word.length()) {
      return true;
    }
    for (int end = word.length(); end > at && !dead[at]; end--) {
      Piece piece = meaning(word, at, end);
      if (piece != null) {
        found.add(new Piece.Typed(piece, word.substring(at, end)));
        if (cut(word, end, found, dead)) {
          return true;
        }
        found.remove(found.size() - 1);
      }
    }
    dead[at] = true;
    return false;
  }

  private @Nullable Piece meaning(String word, int at, int end) {
    String typed = word.substring(at, end);
    Piece own = own(typed, at == 0 && end == word.length());
    if (own != null) {
      return own;
    }
    String normalized = TypedText.normalize(typed);
    Piece fixed = RuleWords.meaning(normalized);
    if (fixed != null) {
      return fixed;
    }
    Optional<ParsedNumber> number = number(word, at, end);
    if (number.isPresent()) {
      return new Piece.Number(number.get());
    }
    // Only from the beginning of a word: a shape inside one would swallow what stands before it.
    return at == 0 ? RuleWords.shaped(normalized) : null;
  }

  /** A number, never half of one: 10 is no 1 and 0. */
  private static Optional<ParsedNumber> number(String word, int at, int end) {
    char first = word.charAt(at);
    if (first == '-' || first == '+' || end < word.length() && continues(word, end)) {
      return Optional.empty();
    }
    return ChineseNumber.parse(word.substring(at, end));
  }

  private static boolean continues(String word, int end) {
    char before = word.charAt(end - 1);
    char after = word.charAt(end);
    boolean digits = isFigure(before) && isFigure(after);
    return digits || ChineseNumber.isNumeral(before) && ChineseNumber.isNumeral(after);
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9' || c == '.' || c == ',';
  }

  private @Nullable Piece own(String typed, boolean whole) {
    String key = TypedText.normalize(typed);
    Optional<Metric> metric =
        metrics.stream()
            .filter(
                one ->
                    Stream.concat(Stream.of(one.name()), one.aliases().stream())
                        .anyMatch(name -> TypedText.normalize(name).equals(key)))
            .findFirst();
    if (metric.isPresent()) {
      return new Piece.Figure(new Measure.Value(metric.get().id()));
    }
    List<Unit> units = organization.units().find(typed, today);
    if (units.size() == 1 && !unitKinds.contains(typed)) {
      return new Piece.Branch(units.get(0));
    }
    if (positions.contains(typed)) {
      return new Piece.Job(typed);
    }
    if (typed.startsWith(JOB) && typed.length() > JOB.length()) {
      return job(typed.substring(JOB.length()), whole);
    }
    String event = typed.startsWith(EVENT) ? typed.substring(EVENT.length()) : typed;
    if (organization.campaign(event).isPresent()) {
      return new Piece.Event(event);
    }
    return unitKinds.contains(typed) ? new Piece.UnitKind(typed) : null;
  }

  private @Nullable Piece job(String position, boolean whole) {
    boolean named =
        whole && position.length() <= SHORT_JOB
            || positions.contains(position)
            || RuleWords.shaped(position) instanceof Piece.Job;
    return named ? new Piece.Job(PersonName.checkedLabel(JOB, position)) : null;
  }

  private RuntimeException unknown(String word) {
    String normalized = TypedText.normalize(word);
    if (organization.memberNamed(PersonName.normalized(word), today).isPresent()) {
      return RuleProblems.person(word);
    }
    if (word.startsWith(EVENT) && word.length() > EVENT.length()) {
      return RuleProblems.noCampaign(word.substring(EVENT.length()));
    }
    if (isVague(normalized)) {
      return RuleProblems.vague(word);
    }
    return NearNames.slip(word, names())
        .<RuntimeException>map(near -> RuleProblems.near(word, near))
        .orElseGet(() -> RuleProblems.unknown(word));
  }

  private static boolean isVague(String word) {
    if (!NUMBERED.matcher(word).find()) {
      return false;
    }
    if (ABOUT.matcher(word).find()) {
      return true;
    }
    for (int at = 0; at < word.length(); at++) {
      Optional<ParsedNumber> number = ChineseNumber.scan(word, at);
      if (number.isPresent()) {
        boolean range = word.substring(at, number.get().end()).matches(".*[-~到至].*");
        if (number.get().vague() && !range) {
          return true;
        }
        at = number.get().end() - 1;
      }
    }
    return false;
  }

  private Stream<String> names() {
    return Stream.of(
            metrics.stream().map(Metric::name),
            positions.stream().sorted(),
            organization.structure().campaigns().stream().map(Campaign::name),
            organization.units().active(today).stream().map(Unit::name),
            RuleWords.all().stream().filter(word -> word.length() > 1).sorted())
        .flatMap(names -> names);
  }
}
