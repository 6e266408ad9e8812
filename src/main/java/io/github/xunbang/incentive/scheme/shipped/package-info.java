/** The schemes shipped with the product, {@code incentive-schemes/*.yaml}. */
@NullMarked
package io.github.xunbang.incentive.scheme.shipped;

import org.jspecify.annotations.NullMarked;
