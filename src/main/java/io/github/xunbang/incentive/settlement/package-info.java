/**
 * What becomes of proposals: numbered, decided, signed, published, objected to (design section 8).
 */
@NullMarked
package io.github.xunbang.incentive.settlement;

import org.jspecify.annotations.NullMarked;
