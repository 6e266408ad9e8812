package io.github.xunbang.outbox;

/**
 * What a channel can do in one conversation (design section 9).
 *
 * @param push may start to speak without being asked
 * @param mention can notify people
 * @param picture can show pictures
 * @param file can send files
 * @param maxBytes UTF-8 bytes of text in one message
 * @param perMinute messages per minute and conversation
 * @param perHour messages per hour and conversation
 */
public record Capabilities(
    boolean push,
    boolean mention,
    boolean picture,
    boolean file,
    int maxBytes,
    int perMinute,
    int perHour) {}
