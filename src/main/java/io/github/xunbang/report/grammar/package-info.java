/**
 * The grammar of what reps type (design section 5): text in, figures or questions out. Pure code
 * without storage; only the rest of the room uses it.
 */
@NullMarked
package io.github.xunbang.report.grammar;

import org.jspecify.annotations.NullMarked;
