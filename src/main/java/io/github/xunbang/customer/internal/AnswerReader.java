package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Phone;
import io.github.xunbang.customer.internal.CustomerDraft.Part;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what a customer lacked from an answer that says nothing else. */
final class AnswerReader {

  private static final int LONGEST = 60;

  /** Small talk, questions and sentences about people are no part of a customer. */
  private static final Pattern CHAT =
      Pattern.compile(
          ".*[?？!！吗呢吧么谁啥咋我你他她您咱们谢好早晚安嗨哈嗯哦收到辛苦明白知道].*"
              + "|(?s).*(?:怎么|多少|为什么|今天|明天|昨天|不对|错了|稍等|马上|等下|客户).*");

  private AnswerReader() {}

  /**
   * The missing parts that {@code typed} gives, all others empty.
   *
   * @param loosely whether a place nobody knows as an address counts too
   * @throws CustomerProblem when a phone is missing and the one given cannot be right
   */
  static CustomerDraft read(String typed, List<Part> missing, String areaCode, boolean loosely) {
    if (typed.length() > LONGEST) {
      return new CustomerDraft("", null, "", "", false);
    }
    CustomerDraft draft = CustomerReader.read(typed, areaCode);
    Phone phone = missing.contains(Part.PHONE) ? draft.phone() : null;
    String name = missing.contains(Part.NAME) ? name(draft.name()) : "";
    String address = missing.contains(Part.ADDRESS) ? draft.address() : "";
    boolean place =
        loosely
            && address.isEmpty()
            && draft.phone() == null
            && missing.equals(List.of(Part.ADDRESS))
            && typed.strip().length() > 1
            && !CHAT.matcher(typed).matches();
    return new CustomerDraft(
        name, phone, place ? PhoneReader.plain(typed).replace('\n', ' ') : address, "", true);
  }

  private static String name(String read) {
    return CHAT.matcher(read).matches() ? "" : read;
  }
}
