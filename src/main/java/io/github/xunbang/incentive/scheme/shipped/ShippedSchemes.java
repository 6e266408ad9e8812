package io.github.xunbang.incentive.scheme.shipped;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The shipped schemes, read and checked at start. */
@Component
public class ShippedSchemes {

  private static final int OBJECTION_DAYS = 7;

  private final List<ShippedScheme> schemes;

  ShippedSchemes() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:incentive-schemes/*.yaml");
    schemes =
        Arrays.stream(files)
            .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
            .map(ShippedSchemes::read)
            .toList();
  }

  /** All of them, in order of their files. */
  public List<ShippedScheme> all() {
    return schemes;
  }

  /** The scheme of this name. */
  public Optional<ShippedScheme> named(String name) {
    return schemes.stream().filter(scheme -> scheme.name().equals(name)).findFirst();
  }

  private static ShippedScheme read(Resource file) {
    try (InputStream stream = file.getInputStream()) {
      ShippedScheme scheme =
          scheme(new Yaml(new SafeConstructor(new LoaderOptions())).load(stream));
      // Read once, so that a slip in a file stops the start and not the first team that takes it.
      scheme.rules(UnaryOperator.identity());
      scheme.drafts(UnaryOperator.identity());
      return scheme;
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("incentive-schemes/" + file.getFilename() + ": " + e, e);
    }
  }

  private static ShippedScheme scheme(Map<String, Object> yaml) {
    return new ShippedScheme(
        String.valueOf(yaml.get("name")),
        String.valueOf(yaml.get("about")),
        cap(yaml.get("cap")),
        yaml.get("objection-days") instanceof Integer days ? days : OBJECTION_DAYS,
        rules(yaml.get("rules")),
        rules(yaml.get("drafts")));
  }

  private static Scheme.@Nullable Cap cap(@Nullable Object plain) {
    if (!(plain instanceof Map<?, ?> cap)) {
      return null;
    }
    PeriodType period =
        PeriodType.valueOf(
            String.valueOf(cap.get("period")).toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Scheme.Cap(new BigDecimal(String.valueOf(cap.get("amount"))), period);
  }

  private static List<Map<?, ?>> rules(@Nullable Object plain) {
    List<Map<?, ?>> rules = new ArrayList<>();
    if (plain instanceof List<?> list) {
      list.forEach(rule -> rules.add((Map<?, ?>) rule));
    }
    return rules;
  }
}
