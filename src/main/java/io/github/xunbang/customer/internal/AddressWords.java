package io.github.xunbang.customer.internal;

import java.util.regex.Pattern;

/** Tells names, addresses and remarks apart where no label does. */
final class AddressWords {

  private static final Pattern NUMBERED =
      Pattern.compile("\\d+ ?(?:号|栋|幢|座|楼|单元|室|期|层|弄|组|村|街|路|#|-\\d)");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\S{1,}(?:省|市|区|县|镇|乡|村|路|街|街道|大道|巷|弄|胡同|小区|社区|花园|花苑|广场|大厦|公寓|家园|新城|国际|苑|府|城|园|湾|湖|庭|郡|里|坊"
              + "|栋|幢|座|单元|室|号|号楼|楼|对面|旁边|附近|门口)$");
  private static final Pattern PLACE =
      Pattern.compile("\\S{2,}(?:省|市|区|县|镇|路|街|大道|小区|大厦|花园|广场)\\S+");
  private static final Pattern COMPANY =
      Pattern.compile(
          "\\S*(?:公司|集团|厂|店|超市|学校|医院|银行|酒店|宾馆|餐厅|饭店|事务所|工作室|中心|商行|门市|商贸|装饰|建材|家居|同城|物业|科技|局|部)$");
  private static final Pattern PERSON =
      Pattern.compile("\\S{1,4}(?:先生|女士|小姐|老师|老板|老板娘|经理|主任|总|姐|哥|阿姨|叔|叔叔|太太|师傅|医生|校长|店长)$");
  private static final Pattern REMARK =
      Pattern.compile(
          "^(?:要|想|有意|预算|性格|喜欢|需要|需求|考虑|对|希望|准备|打算|看|急|朋友|老客户|介绍|来源|下周|周|月底|首付|全款|贷款|刚需|改善|\\d+(?:平|万|岁|口|元|k|w|%)).*"
              + "|.*(?:预算|居室|左右|感兴趣|转介绍|有意向)$");

  private AddressWords() {}

  static boolean isRemark(String token) {
    return REMARK.matcher(token).matches();
  }

  static boolean isCompany(String token) {
    return COMPANY.matcher(token).matches() && !NUMBERED.matcher(token).find();
  }

  static boolean isPerson(String token) {
    return PERSON.matcher(token).matches();
  }

  /** Whether the token surely is an address. */
  static boolean isAddress(String token) {
    return !isRemark(token)
        && !isCompany(token)
        && !isPerson(token)
        && (NUMBERED.matcher(token).find()
            || PLACE.matcher(token).matches()
            || (token.length() > 2 && NAMED.matcher(token).matches()));
  }

  /** Whether it can only be a name or an unusual address. */
  static boolean isUnclear(String token) {
    return !isRemark(token) && !isCompany(token) && !isPerson(token) && !isAddress(token);
  }
}
