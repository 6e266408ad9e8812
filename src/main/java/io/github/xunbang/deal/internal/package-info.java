@NullMarked
package io.github.xunbang.deal.internal;

import org.jspecify.annotations.NullMarked;
