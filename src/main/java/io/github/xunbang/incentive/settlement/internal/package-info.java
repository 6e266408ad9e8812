/** How settlements are made, kept, decided and published. */
@NullMarked
package io.github.xunbang.incentive.settlement.internal;

import org.jspecify.annotations.NullMarked;
