package io.github.xunbang.command.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRouter;
import io.github.xunbang.command.FreeTextHandler;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

  /** {@code xunbang.commands-dir}: an operator's folder of files; blank counts as unset. */
  @Bean
  CommandLoader commandLoader(@Value("${xunbang.commands-dir:}") String overlay) {
    return new CommandLoader(
        CommandFiles.read(overlay.isBlank() ? null : Path.of(overlay.strip())));
  }

  @Bean
  CommandCatalog commandCatalog(CommandLoader loader) {
    return new LoadedCommandCatalog(loader.commands());
  }

  @Bean
  CommandStartCheck commandStartCheck(
      CommandLoader loader,
      ObjectProvider<CommandHandler> handlers,
      ObjectProvider<FreeTextHandler> freeTextHandlers,
      ObjectProvider<ArgumentType> types) {
    return new CommandStartCheck(loader, handlers, freeTextHandlers, types);
  }

  @Bean
  CommandRouter commandRouter(
      CommandCatalog catalog,
      ObjectProvider<CommandHandler> handlers,
      ObjectProvider<ArgumentType> types,
      ObjectProvider<FreeTextHandler> freeTextHandlers) {
    return new DefaultCommandRouter(
        catalog,
        handlers.orderedStream().toList(),
        types.orderedStream().toList(),
        freeTextHandlers.orderedStream().toList());
  }
}
