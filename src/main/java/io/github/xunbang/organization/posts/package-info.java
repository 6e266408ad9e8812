/**
 * What the bot posts by itself and when: times, switches, pause, quiet hours (design section 7).
 */
@NullMarked
package io.github.xunbang.organization.posts;

import org.jspecify.annotations.NullMarked;
