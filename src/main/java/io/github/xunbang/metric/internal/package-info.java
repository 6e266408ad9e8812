/** How the ledger and the metric definitions are kept in MongoDB. */
@NullMarked
package io.github.xunbang.metric.internal;

import org.jspecify.annotations.NullMarked;
