/**
 * Business days, periods (日 周 旬 半月 月 季 年), date words, and the Clock bean that is business time.
 */
@ApplicationModule(allowedDependencies = {"storage"})
@NullMarked
package io.github.xunbang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
