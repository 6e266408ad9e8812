/** How rules are written in one line and read aloud: the grammar and the plain Chinese sentence. */
@NullMarked
package io.github.xunbang.incentive.scheme.language;

import org.jspecify.annotations.NullMarked;
