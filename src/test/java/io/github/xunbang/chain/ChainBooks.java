package io.github.xunbang.chain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the chain's people sell, day by day, and what boards must say about it: plain loops over
 * plain maps, nothing of the product's own counting.
 */
final class ChainBooks {

  static final List<String> KEEPERS =
      List.of("车娟", "罗敏", "邓丽", "彭飞", "曾静", "肖勇", "田甜", "董洁", "袁媛", "潘峰", "于倩", "蒋晨");

  private static final int STORES_EACH = 3;

  /** One place of a board. */
  record Place(int place, String name, long yuan) {}

  /** What one person reported on one day: own 元 and deals, 元 by store. */
  record Day(String keeper, LocalDate day, long own, int deals, Map<String, Long> stores) {

    /** The chat line, in one of the ways in which people write it. */
    String line() {
      StringBuilder line = new StringBuilder("日报 业绩" + own + " 签单" + deals);
      stores.forEach((store, yuan) -> line.append("，").append(store).append(money(yuan)));
      return line.toString();
    }

    private static String money(long yuan) {
      if (yuan == 0) {
        return "挂零";
      }
      return yuan % 1000 == 0 ? " " + yuan / 1000 / 10.0 + "万" : " 业绩" + yuan;
    }
  }

  private final List<Day> days = new ArrayList<>();

  /** Everything that is reported from {@code first} to before {@code end}, the same every time. */
  ChainBooks(LocalDate first, LocalDate end) {
    first.datesUntil(end).forEach(this::add);
  }

  private void add(LocalDate day) {
    for (int index = 0; index < KEEPERS.size(); index++) {
      Random random = new Random(index * 1_000_003L + day.toEpochDay());
      random.nextInt();
      if (random.nextInt(12) == 0) {
        continue;
      }
      Map<String, Long> stores = new LinkedHashMap<>();
      for (String store : storesOf(index)) {
        stores.put(store, random.nextInt(9) == 0 ? 0L : 500L * random.nextInt(120));
      }
      days.add(
          new Day(KEEPERS.get(index), day, 100L * random.nextInt(150), random.nextInt(3), stores));
    }
  }

  List<Day> on(LocalDate day) {
    return days.stream().filter(one -> one.day().equals(day)).toList();
  }

  /** Own sales of the people between two days, both included, best first, equal ones sharing. */
  List<Place> people(LocalDate first, LocalDate last) {
    return ranked(first, last, (day, sums) -> sums.merge(day.keeper(), day.own(), Long::sum));
  }

  /** Sales of the stores that {@code wanted} accepts. */
  List<Place> stores(LocalDate first, LocalDate last, Predicate<String> wanted) {
    return ranked(
        first,
        last,
        (day, sums) ->
            day.stores()
                .forEach(
                    (store, yuan) -> {
                      if (wanted.test(store)) {
                        sums.merge(store, yuan, Long::sum);
                      }
                    }));
  }

  /** Sales of the districts: own ones of who belongs there, and those of its stores. */
  List<Place> districts(LocalDate first, LocalDate last) {
    return ranked(
        first,
        last,
        (day, sums) ->
            sums.merge(
                districtOf(KEEPERS.indexOf(day.keeper())),
                day.own() + day.stores().values().stream().mapToLong(Long::longValue).sum(),
                Long::sum));
  }

  /** One store's sales. */
  long store(String store, LocalDate first, LocalDate last) {
    return stores(first, last, store::equals).stream().mapToLong(Place::yuan).sum();
  }

  private interface Count {
    void add(Day day, Map<String, Long> sums);
  }

  private List<Place> ranked(LocalDate first, LocalDate last, Count count) {
    Map<String, Long> sums = new HashMap<>();
    for (Day day : days) {
      if (!day.day().isBefore(first) && !day.day().isAfter(last)) {
        count.add(day, sums);
      }
    }
    return sums.entrySet().stream()
        .map(
            one ->
                new Place(
                    1 + (int) sums.values().stream().filter(sum -> sum > one.getValue()).count(),
                    one.getKey(),
                    one.getValue()))
        .sorted(Comparator.comparing(Place::place).thenComparing(Place::name))
        .toList();
  }

  static List<String> storesOf(int keeper) {
    return IntStream.rangeClosed(1, STORES_EACH)
        .mapToObj(place -> store(keeper * STORES_EACH + place))
        .toList();
  }

  static List<String> allStores() {
    return IntStream.range(0, KEEPERS.size()).boxed().flatMap(i -> storesOf(i).stream()).toList();
  }

  static String districtOf(int keeper) {
    return (keeper < 6 ? "湖南" : "湖北") + chinese(keeper % 6 + 1) + "区";
  }

  /** Every fourth store is an A, the next a B, the others are C. */
  static String classOf(String store) {
    return List.of("C类", "A类", "B类", "C类").get((allStores().indexOf(store) + 1) % 4);
  }

  private static String store(int number) {
    return chinese(number) + "店";
  }

  private static String chinese(int number) {
    String digits = "一二三四五六七八九";
    Function<Integer, String> digit = one -> digits.substring(one - 1, one);
    String ones = Optional.of(number % 10).filter(one -> one > 0).map(digit).orElse("");
    return number < 10 ? ones : (number < 20 ? "" : digit.apply(number / 10)) + "十" + ones;
  }
}
