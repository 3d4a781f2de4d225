package net.pesulabs.console.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** What real systems sent, byte for byte. */
public final class Captures {

  private Captures() {}

  /** A capture such as {@code llama/props.http}; unpacked if its name ends in {@code .gz}. */
  public static byte[] bytes(String name) {
    try (InputStream in = Captures.class.getResourceAsStream("/captures/" + name)) {
      if (in == null) {
        throw new AssertionError("no capture " + name);
      }
      return name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** The status of a captured answer. */
  public static int status(String name) {
    return Integer.parseInt(text(name).split(" ", 3)[1]);
  }

  /** The body of a captured answer, without its status line and headers. */
  public static byte[] body(String name) {
    String latin = new String(bytes(name), StandardCharsets.ISO_8859_1);
    int start = latin.indexOf("\r\n\r\n");
    return latin.substring(start + 4).getBytes(StandardCharsets.ISO_8859_1);
  }

  public static String bodyText(String name) {
    return new String(body(name), StandardCharsets.UTF_8);
  }
}
