/** How targets are stored, found, split, imported and shown. */
@NullMarked
package io.github.xunbang.target.internal;

import org.jspecify.annotations.NullMarked;
