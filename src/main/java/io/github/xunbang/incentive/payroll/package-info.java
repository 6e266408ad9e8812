/** The sheet for payroll: 导出 奖惩 (S-142, S-148). */
@NullMarked
package io.github.xunbang.incentive.payroll;

import org.jspecify.annotations.NullMarked;
