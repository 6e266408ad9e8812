package io.github.xunbang.report.grammar;

import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Tells words that look like a Chinese person's name: a common surname and one or two chars that
 * names are made of. 王芳 does; 高兴, 马上 and 王姐 do not.
 */
final class PersonNames {

  private static final String SURNAMES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
          + "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁"
          + "葛伍韦申尤毕聂丛焦向柳邢骆岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘"
          + "景薄单包司柏宁柯阮桂闵解强柴华车冉房边净阴闫";
  private static final Set<String> DOUBLE_SURNAMES =
      Set.of("欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "夏侯");

  /** Chars that stand in words and titles and hardly in a given name. */
  private static final String NO_NAME =
      "的了吧呢吗啊哈呀呵嘿哦是在不没很太们个这那就也都还又再总姐哥嫂叔爷姨伯婶董某工老师傅店区组队部司家公号楼路期款数量额绩标率户单"
          + "客意向签交业回到收报日年周时点分上下前后多少关出入无以已经及与给跟对将为从被把让做干打跑看谈说来去约访电话"
          + "微群图片发送完补改更错误累困饿忙急闲慢快毕谢请辛苦油努续持昨早晚午末底共计合各每第其他她它"
          + "我你您几两百千零半条笔批套台件份位名人块角目任务情况进度结排板厂场盘市县镇村街房屋层栋室"
          + "产品价格钱费账款单据票材料设计样间展厅现效果果然种类型号色位置备注息休班岗职员经理主管长";

  private static final Set<String> WORDS =
      Set.of(
          "金额", "方便", "安全", "安心", "平安", "常规", "常态", "温馨", "白板", "白酒", "黄金", "石材", "江西", "江苏", "江南",
          "龙湖", "万科", "雷同", "齐全", "文案", "文件", "文字", "文明", "包装", "包含", "包括", "易燃", "盛大", "方案", "方向",
          "马虎", "高效", "高端", "高质", "高级", "高考", "高高", "高兴", "高大", "方可", "万一", "何时", "单子", "有限", "强势",
          "强烈", "解决", "解释", "关键", "边远", "华东", "华南", "华北", "华西", "华中", "云南", "宁波", "宁夏", "贺喜", "祝福",
          "祝贺", "祝愿", "管用", "管道", "时段", "时光", "于是", "何必", "何况", "许可", "严格", "严肃", "严谨", "顾虑", "顾问",
          "石头", "武汉", "田园", "兰州", "金牌", "金融", "海报", "康复", "毛坯", "毛利", "成功", "成果", "游玩", "程序", "段子",
          "任性", "余款", "余额", "曲折", "左边", "左右", "齐心", "齐活", "安装", "安排", "安静", "常用", "易拉宝", "夏季", "季节",
          "时候", "任意", "席位", "关注", "关联", "卫生", "卫浴", "景观", "景区", "单独", "单纯", "单价", "陶瓷", "江边", "项目",
          "洪福", "莫名", "车辆", "车险", "车位", "盛夏", "苏州", "杭州", "康养", "林地", "康健", "童装", "梅雨");

  private PersonNames() {}

  /** Length of the name-like word at {@code at} that {@code endsAt} lets end there, or 0. */
  static int length(String text, int at, IntPredicate endsAt) {
    int surname = surname(text, at);
    int end = at + surname;
    int found = 0;
    for (int given = 1; surname > 0 && given <= 2 && isGiven(Chars.at(text, end)); given++) {
      end++;
      boolean name = endsAt.test(end) && !WORDS.contains(text.substring(at, end));
      found = name ? end - at : found;
    }
    return found;
  }

  private static int surname(String text, int at) {
    if (at + 2 <= text.length() && DOUBLE_SURNAMES.contains(text.substring(at, at + 2))) {
      return 2;
    }
    return at < text.length() && SURNAMES.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
  }

  private static boolean isGiven(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && NO_NAME.indexOf(c) < 0;
  }
}
