package io.github.xunbang.command.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the command files: those packaged with the program, then those an operator laid over. */
final class CommandFiles {

  static final String FOLDER = "bot-commands/";

  private CommandFiles() {}

  /**
   * All files by name.
   *
   * @param overlay the folder of {@code xunbang.commands-dir}, or null
   * @throws CommandFilesException when the overlay folder does not exist
   */
  static List<CommandFile> read(@Nullable Path overlay) {
    Map<String, CommandFile> files = new TreeMap<>();
    packaged().forEach(file -> files.put(file.name(), file));
    if (overlay != null) {
      overlaid(overlay).forEach(file -> files.put(file.name(), file));
    }
    return List.copyOf(files.values());
  }

  private static List<CommandFile> packaged() {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*.yaml");
      return Stream.of(found).map(CommandFiles::packaged).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CommandFile packaged(Resource resource) {
    String name = String.valueOf(resource.getFilename());
    try {
      return new CommandFile(
          name, FOLDER + name, resource.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FOLDER + name, e);
    }
  }

  private static List<CommandFile> overlaid(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandFilesException(
          List.of(folder + ": not a folder; expected what xunbang.commands-dir names to exist"));
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(".yaml"))
          .map(CommandFiles::overlaidFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private static CommandFile overlaidFile(Path path) {
    try {
      return new CommandFile(
          path.getFileName().toString(), path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new CommandFilesException(
          List.of(path + ": cannot be read as UTF-8 text: " + e.getMessage()));
    }
  }
}
