package io.github.xunbang.deal.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** 计入来源: which deals count at all (S-28); 协作沉默: what a collaborator's silence means. */
@Configuration(proxyBeanMethods = false)
class SigningSettings {

  private static final String SOURCES = "计入来源";
  private static final String SILENCE = "协作沉默";
  private static final String ANY = "不限";
  private static final String STANDS = "生效";
  private static final String RETURNS = "退回";
  private static final int MOST = 10;
  private static final int LONGEST = 12;

  @Bean
  @Order(62)
  Setting creditedSourcesSetting() {
    return new SourcesSetting();
  }

  @Bean
  @Order(63)
  Setting partnerSilenceSetting() {
    return new SilenceSetting();
  }

  /** The sources that count; empty means all. */
  static Set<String> sources(Organization organization) {
    return words(organization.settings().getOrDefault(SOURCES, ""));
  }

  /** Whether a deal from {@code source} counts (S-28). */
  static boolean credits(Organization organization, @Nullable String source) {
    Set<String> sources = sources(organization);
    return sources.isEmpty() || (source != null && sources.contains(source));
  }

  /** Whether the share of somebody who never answers stands. */
  static boolean silenceStands(Organization organization) {
    return !RETURNS.equals(organization.settings().get(SILENCE));
  }

  private static Set<String> words(String typed) {
    return Arrays.stream(typed.split("[\\s,，、;；/|]+"))
        .map(String::strip)
        .filter(word -> !word.isEmpty() && !word.equals(ANY))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static final class SourcesSetting implements Setting {

    @Override
    public String name() {
      return SOURCES;
    }

    @Override
    public String description() {
      return "只有这些来源的签单计入，顿号隔开，不限就是都计入，例如：转介绍、抖音";
    }

    @Override
    public String show(Organization organization) {
      Set<String> sources = sources(organization);
      return sources.isEmpty() ? ANY : String.join("、", sources);
    }

    @Override
    public String parse(String typed) {
      Set<String> words = words(UntrustedText.oneLine(typed, 120));
      if (words.size() > MOST || words.stream().anyMatch(word -> word.length() > LONGEST)) {
        throw new CommandRejectedException("计入来源最多10个，每个最长12个字。请这样写：设置 计入来源 转介绍、抖音");
      }
      return words.isEmpty() ? ANY : String.join("、", words);
    }
  }

  private static final class SilenceSetting implements Setting {

    @Override
    public String name() {
      return SILENCE;
    }

    @Override
    public String description() {
      return "协作人3个工作日没回时，占比生效还是退回签单人，例如：生效";
    }

    @Override
    public String show(Organization organization) {
      return silenceStands(organization) ? STANDS : RETURNS;
    }

    @Override
    public String parse(String typed) {
      String word = typed.strip();
      if (!word.equals(STANDS) && !word.equals(RETURNS)) {
        throw new CommandRejectedException("“协作沉默”只能是“生效”或“退回”。请这样写：设置 协作沉默 生效");
      }
      return word;
    }
  }
}
