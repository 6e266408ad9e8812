/** How rules are written, started, changed and read: 方案 and 规则, templates, versions. */
@NullMarked
package io.github.xunbang.incentive.scheme;

import org.jspecify.annotations.NullMarked;
