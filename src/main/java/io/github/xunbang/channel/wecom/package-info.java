/** What the channels of WeCom share. */
@NullMarked
package io.github.xunbang.channel.wecom;

import org.jspecify.annotations.NullMarked;
