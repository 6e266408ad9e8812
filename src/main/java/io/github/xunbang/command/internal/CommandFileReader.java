package io.github.xunbang.command.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandDefinition.Argument;
import io.github.xunbang.command.CommandDefinition.Example;
import io.github.xunbang.message.Conversation;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one command file into a definition, collecting everything that is wrong with it. */
final class CommandFileReader {

  private static final List<String> KEYS =
      List.of("name", "aliases", "audience", "where", "arguments", "help", "replies", "examples");
  private static final Map<String, Access> AUDIENCES =
      Map.of(
          "everyone", Access.GUEST,
          "member", Access.MEMBER,
          "leader", Access.LEADER,
          "manager", Access.MANAGER,
          "admin", Access.ADMIN);
  private static final Map<String, Conversation.Kind> PLACES =
      Map.of("group", Conversation.Kind.GROUP, "private", Conversation.Kind.PRIVATE);
  private static final Pattern BRACES = Pattern.compile("\\{[\\p{L}_][\\p{L}\\p{N}_]*}");

  private final CommandFile file;
  private final FileProblems problems;

  CommandFileReader(CommandFile file) {
    this.file = file;
    this.problems = new FileProblems(file.place());
  }

  /** What is wrong with the file; complete after {@link #read()}. */
  List<String> problems() {
    return problems.all();
  }

  /** The command, or empty when there are {@link #problems()}. */
  Optional<LoadedCommand> read() {
    try {
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .compose(new StringReader(file.content()));
      if (root == null) {
        problems.add(1, "the file is empty; expected keys " + String.join(", ", KEYS));
        return Optional.empty();
      }
      LoadedCommand command = command(new YamlObject(root, "the command", KEYS, problems));
      return problems.isEmpty() ? Optional.of(command) : Optional.empty();
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(line, "not YAML: " + e.getProblem());
      return Optional.empty();
    } catch (YAMLException e) {
      problems.add(1, "not YAML: " + e.getMessage());
      return Optional.empty();
    }
  }

  private LoadedCommand command(YamlObject yaml) {
    Map<String, Integer> wordLines = new LinkedHashMap<>();
    String name = yaml.required("name").strip();
    List<String> aliases = new ArrayList<>();
    for (ScalarNode alias : yaml.texts("aliases")) {
      aliases.add(alias.getValue().strip());
      wordLines.put(alias.getValue().strip(), FileProblems.line(alias));
    }
    wordLines.put(name, FileProblems.line(yaml.place("name")));
    Map<String, Integer> typeLines = new LinkedHashMap<>();
    List<Argument> arguments = arguments(yaml, typeLines);
    CommandDefinition definition =
        new CommandDefinition(
            name,
            aliases,
            choice(yaml, "audience", AUDIENCES, Access.MEMBER),
            where(yaml),
            arguments,
            yaml.required("help").strip(),
            replies(yaml),
            examples(yaml));
    return new LoadedCommand(file, definition, wordLines, typeLines);
  }

  private <T> T choice(YamlObject yaml, String key, Map<String, T> choices, T otherwise) {
    Optional<String> typed = yaml.text(key);
    if (typed.isEmpty()) {
      return otherwise;
    }
    T chosen = choices.get(typed.get());
    if (chosen == null) {
      unknown(yaml.place(key), key, typed.get(), choices);
      return otherwise;
    }
    return chosen;
  }

  private void unknown(Node node, String key, String found, Map<String, ?> choices) {
    problems.add(
        node,
        "unknown "
            + key
            + " \""
            + found
            + "\"; expected one of "
            + String.join(", ", choices.keySet().stream().sorted().toList()));
  }

  private List<Conversation.Kind> where(YamlObject yaml) {
    List<Conversation.Kind> kinds = new ArrayList<>();
    for (ScalarNode place : yaml.texts("where")) {
      Conversation.Kind kind = PLACES.get(place.getValue());
      if (kind == null) {
        unknown(place, "where", place.getValue(), PLACES);
      } else {
        kinds.add(kind);
      }
    }
    return kinds.isEmpty() ? List.of(Conversation.Kind.values()) : kinds;
  }

  private List<Argument> arguments(YamlObject yaml, Map<String, Integer> typeLines) {
    List<Argument> arguments = new ArrayList<>();
    for (Node item : yaml.items("arguments")) {
      YamlObject argument =
          new YamlObject(item, "an argument", List.of("name", "type", "optional"), problems);
      String name = argument.required("name");
      boolean optional = choice(argument, "optional", Map.of("true", true, "false", false), false);
      arguments.add(new Argument(name, argument.required("type"), !optional));
      if (typeLines.put(name, FileProblems.line(item)) != null) {
        problems.add(item, "argument \"" + name + "\" stands twice");
      }
    }
    return arguments;
  }

  private Map<String, String> replies(YamlObject yaml) {
    if (!yaml.has("replies")) {
      return Map.of();
    }
    YamlObject replies = new YamlObject(yaml.place("replies"), "replies", List.of(), problems);
    Map<String, String> texts = new LinkedHashMap<>();
    replies
        .textMap()
        .forEach(
            (key, text) -> {
              texts.put(key, text.stripTrailing());
              checkPlaceholders(replies.place(key), key, text);
            });
    return texts;
  }

  private void checkPlaceholders(Node node, String key, String text) {
    String rest = BRACES.matcher(text).replaceAll("");
    if (text.isBlank()) {
      problems.add(node, "reply \"" + key + "\" is blank; expected a text");
    } else if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      problems.add(
          node, "reply \"" + key + "\" has a stray brace; expected placeholders such as {name}");
    }
  }

  private List<Example> examples(YamlObject yaml) {
    List<Example> examples = new ArrayList<>();
    for (Node item : yaml.items("examples")) {
      YamlObject example =
          new YamlObject(
              item, "an example", List.of("given", "as", "at", "say", "reply"), problems);
      examples.add(
          new Example(
              example.texts("given").stream().map(ScalarNode::getValue).toList(),
              choice(example, "as", speakers(), Access.MEMBER),
              at(example),
              example.required("say"),
              example.required("reply").stripTrailing()));
    }
    return examples;
  }

  private static Map<String, Access> speakers() {
    Map<String, Access> speakers = new LinkedHashMap<>(AUDIENCES);
    speakers.remove("everyone");
    return speakers;
  }

  private String at(YamlObject example) {
    String at = example.text("at").orElse("");
    try {
      if (!at.isEmpty()) {
        LocalDateTime.parse(at);
      }
    } catch (DateTimeParseException e) {
      problems.add(
          example.place("at"), "at is \"" + at + "\"; expected a time such as 2026-12-03T21:40");
    }
    return at;
  }
}
