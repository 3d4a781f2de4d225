package net.pesulabs.console.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What an exporter answers.
 *
 * @param sentBytes how much of it went over the wire, packed as it was asked for
 */
public record Exposition(String text, long sentBytes) {

  private static final int PATIENCE_MS = 5000;

  /** Asks once. */
  public static Exposition get(String url) throws IOException {
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestProperty("Accept-Encoding", "gzip");
    connection.setConnectTimeout(PATIENCE_MS);
    connection.setReadTimeout(PATIENCE_MS);
    try (InputStream in = connection.getInputStream()) {
      byte[] sent = in.readAllBytes();
      boolean packed = "gzip".equals(connection.getContentEncoding());
      byte[] plain = packed ? unpacked(sent) : sent;
      return new Exposition(new String(plain, StandardCharsets.UTF_8), sent.length);
    }
  }

  private static byte[] unpacked(byte[] sent) throws IOException {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return zip.readAllBytes();
    }
  }

  /** A page made longer by as many more processors as it takes for so many lines. */
  public static String ofLines(String page, int lines) {
    var text = new StringBuilder(page);
    List<String> processor = page.lines().filter(line -> line.contains("cpu=\"0\"")).toList();
    int count = (int) page.lines().count();
    for (int cpu = 1000; count < lines && !processor.isEmpty(); cpu++) {
      for (String line : processor) {
        if (count++ < lines) {
          text.append(line.replace("cpu=\"0\"", "cpu=\"" + cpu + "\"")).append('\n');
        }
      }
    }
    return text.toString();
  }
}
