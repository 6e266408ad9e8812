package io.github.xunbang.message;

/**
 * The message that the sender quoted.
 *
 * @param text its text, possibly empty when a picture or file was quoted
 */
public record Quote(String text) {}
