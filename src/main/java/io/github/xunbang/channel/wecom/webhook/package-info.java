/**
 * The WeCom group webhook (wecom.md section 3): send only, the one way to @ people in a group. It
 * serves groups of other channels for which an administrator has set a key in chat.
 */
@NullMarked
package io.github.xunbang.channel.wecom.webhook;

import org.jspecify.annotations.NullMarked;
