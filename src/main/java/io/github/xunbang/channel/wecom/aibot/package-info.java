/**
 * The WeCom aibot over its long connection (design section 9): one outgoing WebSocket carries
 * messages in, answers and pushes out. Nothing here is a bean unless bot id and secret are set.
 */
@NullMarked
package io.github.xunbang.channel.wecom.aibot;

import org.jspecify.annotations.NullMarked;
