/**
 * Behind the door of the approval room: storage of questions and requests, and the commands that
 * answer them.
 */
@NullMarked
package io.github.xunbang.approval.internal;

import org.jspecify.annotations.NullMarked;
