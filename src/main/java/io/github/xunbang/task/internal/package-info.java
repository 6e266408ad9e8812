@NullMarked
package io.github.xunbang.task.internal;

import org.jspecify.annotations.NullMarked;
