/** Behind the door of the approval room: storage of questions and the answer command. */
@NullMarked
package io.github.xunbang.approval.internal;

import org.jspecify.annotations.NullMarked;
