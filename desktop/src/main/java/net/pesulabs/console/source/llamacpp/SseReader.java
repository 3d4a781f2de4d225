package net.pesulabs.console.source.llamacpp;

import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The data of server-sent events, one at a time. Lines are decoded whole, so a character that the
 * network cut in two arrives in one piece. Comments, which llama-server sends as pings, are passed
 * over here: that bytes arrive at all is what the time limit of the source watches.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">
 *     the format</a>
 */
final class SseReader {

  private static final long LONGEST_LINE = 4L << 20;

  private final BufferedSource source;

  SseReader(BufferedSource source) {
    this.source = source;
  }

  /**
   * The data of the next event; null at the end. A line that the end cut off is lost; an event
   * whose closing empty line is missing is not, since it may be the server's last word on an error.
   */
  @Nullable String next() throws IOException {
    StringBuilder data = null;
    while (true) {
      String line = line();
      if (line == null) {
        return data == null ? null : data.toString();
      }
      if (line.isEmpty()) {
        if (data != null) {
          return data.toString();
        }
      } else if (line.startsWith("data:")) {
        String value = line.substring(line.startsWith("data: ") ? 6 : 5);
        data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
      }
    }
  }

  private @Nullable String line() throws IOException {
    long end = source.indexOf((byte) '\n', 0, LONGEST_LINE);
    if (end >= 0) {
      return source.readUtf8LineStrict(LONGEST_LINE);
    }
    if (source.request(LONGEST_LINE)) {
      throw new IOException("line of more than " + LONGEST_LINE + " bytes");
    }
    return null;
  }
}
