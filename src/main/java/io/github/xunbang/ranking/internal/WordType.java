package io.github.xunbang.ranking.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * An argument that is one of a few words.
 *
 * @param expected the words, with 、 between them
 * @param reader what a token means to a caller, empty when it is none of the words
 */
record WordType(
    String name, String expected, BiFunction<String, Caller, Optional<? extends Object>> reader)
    implements ArgumentType {

  @Override
  public List<String> words(Caller caller) {
    return List.of(expected.split("、"));
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return reader.apply(token, caller).map(value -> value);
  }
}
