/** Visit slips: 外出, and the itineraries of daily reports (S-22). */
@NullMarked
package io.github.xunbang.leave.outing;

import org.jspecify.annotations.NullMarked;
