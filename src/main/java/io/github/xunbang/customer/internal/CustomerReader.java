package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Phone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a customer in any order, on one line or several, with labels or without. The phone is taken
 * out first; labels say what the rest is, and where there are none, the form of the words does.
 */
final class CustomerReader {

  private static final String NAMES = "客户姓名|客户名称|客户名|公司名称|公司名|单位名称|姓名|名称|名字|联系人|称呼|客户|公司|单位|店名";
  private static final String PHONES = "联系电话|联系方式|手机号码|手机号|手机|电话号码|电话|座机|tel|phone";
  private static final String ADDRESSES = "详细地址|公司地址|联系地址|地址|住址|位置|楼盘|小区";
  private static final String NOTES = "备注|说明|需求|性格|预算|特点|来源|情况";
  private static final Set<String> PLAIN_NOTES = Set.of("备注", "说明");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?<![^\\s,;。、|])(?:(?<colon>"
              + String.join("|", NAMES, PHONES, ADDRESSES, NOTES)
              + ")\\s*[:=]|(?<word>姓名|名称|名字|联系电话|手机号|手机|电话|地址|备注)(?=\\s|$)"
              + "|(?<glued>姓名|地址|备注)(?=\\S))");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;。、|]+");
  private static final Pattern EDGE = Pattern.compile("^[\\s,;。、|:=]+|[\\s,;。、|:=]+$");
  private static final Pattern NAME_LABEL = Pattern.compile(NAMES);
  private static final Pattern ADDRESS_LABEL = Pattern.compile(ADDRESSES);
  private static final Pattern NOTE_LABEL = Pattern.compile(NOTES);

  private final List<String> names = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> loose = new ArrayList<>();
  private boolean labelled;

  private CustomerReader() {}

  /**
   * Reads what stands after 客户.
   *
   * @param areaCode of landlines that are typed without one, or empty
   * @throws CustomerProblem when the phone cannot be right
   */
  static CustomerDraft read(String typed, String areaCode) {
    PhoneReader.Scan scan = PhoneReader.scan(typed, areaCode);
    CustomerReader reader = new CustomerReader();
    reader.cut(scan.rest());
    reader.sortLoose(scan.phone() != null);
    if (!scan.extension().isEmpty()) {
      reader.notes.add("分机" + scan.extension());
    }
    return reader.draft(scan.phone());
  }

  private CustomerDraft draft(@Nullable Phone phone) {
    String name = String.join(" ", names);
    String address = String.join(" ", addresses);
    boolean entry = phone != null || labelled || (!name.isEmpty() && !address.isEmpty());
    return new CustomerDraft(name, phone, address, String.join("，", notes), entry);
  }

  private void cut(String text) {
    Matcher label = LABEL.matcher(text);
    int from = 0;
    String before = "";
    while (label.find()) {
      take(before, text.substring(from, label.start()));
      before = word(label);
      labelled = true;
      from = label.end();
    }
    take(before, text.substring(from));
  }

  private static String word(Matcher label) {
    String word = label.group("colon") == null ? label.group("word") : label.group("colon");
    return (word == null ? label.group("glued") : word).toLowerCase(Locale.ROOT);
  }

  private void take(String label, String value) {
    if (NAME_LABEL.matcher(label).matches()) {
      takeUntil(value, SEPARATOR, names, "");
    } else if (ADDRESS_LABEL.matcher(label).matches()) {
      takeUntil(value, Pattern.compile("[\n\t]"), addresses, "");
    } else if (NOTE_LABEL.matcher(label).matches()) {
      takeUntil(value, Pattern.compile("[\n\t]"), notes, PLAIN_NOTES.contains(label) ? "" : label);
    } else {
      Arrays.stream(SEPARATOR.split(value)).filter(one -> !one.isEmpty()).forEach(loose::add);
    }
  }

  private void takeUntil(String value, Pattern end, List<String> into, String prefix) {
    String trimmed = trimmed(value);
    Matcher stop = end.matcher(trimmed);
    boolean stops = stop.find();
    String own = trimmed(stops ? trimmed.substring(0, stop.start()) : trimmed);
    if (!own.isEmpty()) {
      into.add(prefix + own);
    }
    if (stops) {
      take("", trimmed.substring(stop.end()));
    }
  }

  private static String trimmed(String value) {
    return EDGE.matcher(value).replaceAll("");
  }

  /** Names come first, then addresses; what is left is a remark. */
  private void sortLoose(boolean withPhone) {
    if (names.isEmpty()) {
      takeName();
    }
    for (String token : List.copyOf(loose)) {
      if (AddressWords.isAddress(token)) {
        addresses.add(token);
        loose.remove(token);
      }
    }
    if (addresses.isEmpty() && (withPhone || labelled)) {
      loose.stream()
          .filter(AddressWords::isUnclear)
          .filter(token -> token.length() > 1)
          .findFirst()
          .ifPresent(
              token -> {
                addresses.add(token);
                loose.remove(token);
              });
    }
    if (!loose.isEmpty()) {
      notes.add(loose.stream().collect(Collectors.joining(" ")));
    }
  }

  /** A company and a person of it, side by side, are one name. */
  private void takeName() {
    int at = indexOfName();
    if (at < 0) {
      return;
    }
    names.add(loose.remove(at));
    boolean more =
        at < loose.size()
            && (AddressWords.isPerson(loose.get(at)) || AddressWords.isCompany(loose.get(at)));
    if (more) {
      names.add(loose.remove(at));
    }
  }

  private int indexOfName() {
    for (int at = 0; at < loose.size(); at++) {
      String token = loose.get(at);
      if (AddressWords.isPerson(token) || AddressWords.isCompany(token)) {
        return at;
      }
    }
    for (int at = 0; at < loose.size(); at++) {
      if (AddressWords.isUnclear(loose.get(at))) {
        return at;
      }
    }
    // Two that look like addresses: somebody is called after a square.
    long addresses = loose.stream().filter(AddressWords::isAddress).count();
    return addresses > 1 && this.addresses.isEmpty() && !isHouse(loose.get(0)) ? 0 : -1;
  }

  private static boolean isHouse(String token) {
    return token.chars().anyMatch(Character::isDigit);
  }
}
