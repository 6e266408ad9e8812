/** 方案: what a manager does to schemes in chat, and rehearsals (design section 8). */
@NullMarked
package io.github.xunbang.incentive.scheme.desk;

import org.jspecify.annotations.NullMarked;
