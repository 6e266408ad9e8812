/**
 * 晨会 and 公告: what managers give the bot to say, who is asked for a case, and the morning digest
 * itself (design section 7, S-119, S-127).
 */
@NullMarked
package io.github.xunbang.digest.morning;

import org.jspecify.annotations.NullMarked;
