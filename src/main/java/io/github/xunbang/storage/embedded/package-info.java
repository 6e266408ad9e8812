/**
 * The MongoDB server inside this process: mongo-java-server over an H2 MVStore file, made durable.
 * See {@code docs/decisions/0001-embedded-database.md}.
 */
@NullMarked
package io.github.xunbang.storage.embedded;

import org.jspecify.annotations.NullMarked;
