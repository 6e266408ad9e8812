package io.github.xunbang.inbound;

import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.Attachment;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table sent as a text file beside a command, for example 导入 去年12月 with last year's figures: read
 * as if it had been pasted below the line. Spreadsheet programs in China write GBK, others UTF-8.
 */
final class AttachedText {

  private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt");
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final char MARK = '\uFEFF';

  private AttachedText() {}

  /** Whether the attachment is a text file that came with its content. */
  static boolean isReadable(Attachment attachment) {
    String name = attachment.name().toLowerCase(Locale.ROOT);
    return attachment.kind() == Attachment.Kind.FILE
        && ENDINGS.stream().anyMatch(name::endsWith)
        && attachment.content().length > 0;
  }

  /** The readable attachments' text, or empty. */
  static String of(List<Attachment> attachments) {
    return attachments.stream()
        .filter(AttachedText::isReadable)
        .map(attachment -> TypedText.clean(decoded(attachment.content())).strip())
        .collect(Collectors.joining("\n"));
  }

  private static String decoded(byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notUnicode) {
      text = new String(content, CHINESE);
    }
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }
}
