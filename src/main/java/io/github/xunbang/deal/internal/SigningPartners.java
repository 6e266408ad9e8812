package io.github.xunbang.deal.internal;

import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.deal.internal.SigningWish.Partner;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.PersonName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the collaborators of a deal: {@code 协作 @李四(二组) 0.3 王五 0.2}. */
final class SigningPartners {

  private static final Pattern BETWEEN = Pattern.compile("[\\s:=,，;、]*(?:[和与跟同及&+@]\\s*@?)?");
  private static final Pattern UNIT = Pattern.compile("\\s*\\([^)\n]{0,20}\\)");
  private static final Pattern NOBODY = Pattern.compile("(?:无|没有|没|取消|不要)(?=$|[^\\p{L}])");
  private static final Pattern SELF = Pattern.compile("(?:本人|自己|我)(?=$|[^\\p{L}])");
  private static final Pattern EQUALLY = Pattern.compile("\\s*(?:平分|平均|均分|对半分?|五五开?|各半)");
  private static final Pattern TOGETHER = Pattern.compile("\\s*(?:一起|协作|配合|合作|共同)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}·]{1,20}");
  private static final Pattern NO_NAME = Pattern.compile("来源|渠道|产品|项目|金额|日期|备注|客户|占比?|[今昨前]天|周");

  private final SigningScene scene;
  private final String text;
  private final String typed;
  private final List<Partner> found = new ArrayList<>();
  private boolean alone;

  /** {@code text} is the normalized form of {@code typed}. */
  SigningPartners(SigningScene scene, String text, String typed) {
    this.scene = scene;
    this.text = text;
    this.typed = typed;
  }

  /** A member whose name stands in the text, a unit in brackets behind it included. */
  record Named(Member member, int end) {}

  List<Partner> found() {
    return found;
  }

  boolean alone() {
    return alone;
  }

  /**
   * Reads all that stand from {@code from} on and returns the position behind them.
   *
   * @throws SigningProblem for a name that nobody has, oneself, or somebody named twice
   */
  int read(int from, boolean customerKnown) {
    int at = from;
    while (at < text.length()) {
      Matcher between = matcher(BETWEEN, at);
      int start = between.lookingAt() ? between.end() : at;
      Matcher nobody = matcher(NOBODY, start);
      if (found.isEmpty() && nobody.lookingAt()) {
        alone = true;
        return nobody.end();
      }
      if (found.isEmpty() && matcher(SELF, start).lookingAt()) {
        throw new SigningProblem("self");
      }
      Optional<Named> named = named(start);
      if (named.isEmpty()) {
        refuseUnknown(start, text.substring(at, start), customerKnown);
        return at;
      }
      at = add(named.get());
    }
    if (found.isEmpty() && !alone) {
      throw new SigningProblem("noPartner");
    }
    return at;
  }

  /** Reads 和李四一起 or 李四配合 at {@code at}; returns {@code at} when nobody is named there. */
  int readJoined(int at) {
    boolean joined = "和与跟同".indexOf(text.charAt(at)) >= 0;
    Optional<Named> named = named(joined ? at + 1 : at);
    if (named.isEmpty()) {
      return at;
    }
    Matcher together = matcher(TOGETHER, named.get().end());
    if (!joined && !together.lookingAt()) {
      throw new SigningProblem("bareName", Map.of("name", named.get().member().name()));
    }
    int end = add(named.get());
    Matcher behind = matcher(TOGETHER, end);
    return behind.lookingAt() ? behind.end() : end;
  }

  /** The member whose name begins at {@code at}, the longest if several fit, left or not. */
  Optional<Named> named(int at) {
    return scene.organization().members().stream()
        .filter(member -> text.startsWith(TypedText.normalize(member.name()), at))
        .max(
            Comparator.comparing((Member member) -> member.name().length())
                .thenComparing(member -> member.activeOn(scene.today())))
        .map(member -> new Named(member, behindUnit(at + member.name().length())));
  }

  private int add(Named named) {
    Member member = named.member();
    if (member.id().equals(scene.self().id())) {
      throw new SigningProblem("self");
    }
    if (!member.activeOn(scene.today())) {
      throw new SigningProblem("left", Map.of("name", member.name()));
    }
    if (found.stream().anyMatch(partner -> partner.memberId().equals(member.id()))) {
      throw new SigningProblem("twice", Map.of("name", member.name()));
    }
    Matcher equally = matcher(EQUALLY, named.end());
    if (equally.lookingAt()) {
      found.add(new Partner(member.id(), member.name(), null));
      return equally.end();
    }
    @Nullable TypedPart part = TypedPart.at(text, named.end()).orElse(null);
    found.add(new Partner(member.id(), member.name(), part == null ? null : part.part()));
    return part == null ? named.end() : part.end();
  }

  /**
   * Behind the last name other words may follow, the customer if there is none yet; else one that
   * looks like a name is asked about.
   */
  private void refuseUnknown(int start, String between, boolean customerKnown) {
    Matcher word = matcher(WORD, start);
    boolean aWord = word.lookingAt() && !matcher(NO_NAME, start).lookingAt();
    boolean expected = found.isEmpty() || between.strip().matches(".*[和与跟同及&+@、].*");
    if (!aWord) {
      if (found.isEmpty()) {
        throw new SigningProblem("noPartner");
      }
      return;
    }
    String name = typed.substring(word.start(), word.end());
    List<String> names =
        scene.organization().activeMembers(scene.today()).stream()
            .filter(member -> !member.id().equals(scene.self().id()))
            .map(Member::name)
            .toList();
    boolean likely =
        customerKnown && PersonName.looksLikeName(name) && !scene.sources().contains(name);
    if (expected || likely || !NearNames.alike(name, names).isEmpty()) {
      String near = NearNames.alike(name, names);
      String shown = UntrustedText.oneLine(name, 10);
      throw near.isEmpty()
          ? new SigningProblem("unknownName", Map.of("name", shown))
          : new SigningProblem("nearName", Map.of("name", shown, "near", near));
    }
  }

  private int behindUnit(int end) {
    Matcher unit = matcher(UNIT, end);
    return unit.lookingAt() ? unit.end() : end;
  }

  private Matcher matcher(Pattern pattern, int at) {
    return pattern
        .matcher(text)
        .region(Math.min(at, text.length()), text.length())
        .useTransparentBounds(true);
  }
}
