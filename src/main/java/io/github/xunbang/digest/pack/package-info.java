/**
 * What is said at the end of a day, a week and a month, before meetings, and to those who fall
 * behind: the day's summary, reports, meeting packs, recovery plans, monthly statements (design
 * section 7, S-73 to S-76, S-120 to S-126, S-130 to S-133, S-150).
 */
@NullMarked
package io.github.xunbang.digest.pack;

import org.jspecify.annotations.NullMarked;
