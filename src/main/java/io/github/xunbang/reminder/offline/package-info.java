/** Says where and when answers were missing after an outage (design section 7). */
@NullMarked
package io.github.xunbang.reminder.offline;

import org.jspecify.annotations.NullMarked;
