package io.github.xunbang.command.internal;

/**
 * One file of {@code bot-commands/} or of the overlay folder, not yet read.
 *
 * @param name file name, for example {@code help.yaml}; an overlay file replaces the one of its
 *     name
 * @param place what errors call it, for example {@code bot-commands/help.yaml}
 * @param content YAML
 */
record CommandFile(String name, String place, String content) {}
