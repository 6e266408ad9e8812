/** Spot checks 抽查 (S-23) and roll calls 查岗 (S-24). */
@NullMarked
package io.github.xunbang.leave.check;

import org.jspecify.annotations.NullMarked;
