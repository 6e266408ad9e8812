package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.Metric;
import org.jspecify.annotations.Nullable;

/** Reads words that mean zero: 回款无, 意向没有, 没出单, 没签单. */
final class ZeroReader {

  private static final String[] AFTER = {"没有", "挂零", "为零", "暂无", "未有", "无", "没", "零"};
  private static final String[] BEFORE = {"没有", "没", "未", "无", "零"};
  private static final String[] DEALS = {"出单", "开单", "成单", "签单", "单子", "单"};

  private final String text;
  private final Lexicon lexicon;

  ZeroReader(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  @Nullable Token at(int at, boolean behindMetric) {
    if (behindMetric) {
      for (String word : AFTER) {
        if (text.startsWith(word, at) && endsHere(at + word.length())) {
          return new Token(Token.Kind.ZERO, at, at + word.length(), null);
        }
      }
    }
    for (String word : BEFORE) {
      if (text.startsWith(word, at)) {
        return metricAfter(at, at + word.length());
      }
    }
    return null;
  }

  private @Nullable Token metricAfter(int at, int word) {
    MetricWord metric = lexicon.metricAt(text, word);
    if (metric != null && endsHere(word + metric.length())) {
      return none(at, word + metric.length(), metric.metric());
    }
    Metric byUnit = lexicon.ownerOf("单");
    for (String deal : DEALS) {
      if (byUnit != null && text.startsWith(deal, word) && endsHere(word + deal.length())) {
        return none(at, word + deal.length(), byUnit);
      }
    }
    return null;
  }

  private static Token none(int at, int end, Metric metric) {
    return new Token(Token.Kind.NO_METRIC, at, end, new MetricWord(metric, null, end - at));
  }

  /** 没有意向没有签单: the next zero begins. */
  private boolean startsNext(int end) {
    for (String word : BEFORE) {
      if (text.startsWith(word, end) && lexicon.metricAt(text, end + word.length()) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean endsHere(int end) {
    char next = Chars.at(text, end);
    return !Chars.word(next)
        || lexicon.unitNameAt(text, end) != null
        || startsNext(end)
        || next == '了' && !Chars.word(Chars.at(text, end + 1))
        || lexicon.metricAt(text, end) != null;
  }
}
