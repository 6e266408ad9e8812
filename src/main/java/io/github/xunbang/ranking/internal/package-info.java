/** The words of 排名 and the answers to 为什么. */
@NullMarked
package io.github.xunbang.ranking.internal;

import org.jspecify.annotations.NullMarked;
