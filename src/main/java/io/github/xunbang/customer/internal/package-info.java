@NullMarked
package io.github.xunbang.customer.internal;

import org.jspecify.annotations.NullMarked;
