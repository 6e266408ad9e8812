package io.github.xunbang.template;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The templates shipped with the product, {@code team-templates/*.yaml}, read at start. */
@Component
class TeamTemplates {

  private final List<TeamTemplate> templates;

  TeamTemplates() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath:team-templates/*.yaml");
    templates =
        Arrays.stream(files)
            .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
            .map(TeamTemplates::read)
            .toList();
  }

  /** All of them, in order of their files. */
  List<TeamTemplate> all() {
    return templates;
  }

  /** The template of this name. */
  Optional<TeamTemplate> named(String name) {
    return templates.stream().filter(template -> template.name().equals(name)).findFirst();
  }

  private static TeamTemplate read(Resource file) {
    try (InputStream stream = file.getInputStream()) {
      Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
      List<?> lines = (List<?>) yaml.get("lines");
      return new TeamTemplate(
          text(yaml, "name"),
          text(yaml, "about"),
          Boolean.TRUE.equals(yaml.get("asksWorkdays")),
          lines.stream().map(String::valueOf).toList());
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("team-templates/" + file.getFilename() + ": " + e, e);
    }
  }

  private static String text(Map<String, Object> yaml, String key) {
    Object value = yaml.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return value.toString();
  }
}
