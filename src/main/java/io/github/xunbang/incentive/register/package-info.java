/** What people say about people: ballots (口碑), assessors' scores (评分), who is on probation (试用). */
@NullMarked
package io.github.xunbang.incentive.register;

import org.jspecify.annotations.NullMarked;
