package net.pesulabs.console.source.prometheus;

import static net.pesulabs.console.source.LoopbackServer.reply;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.pesulabs.console.source.LoopbackServer;

/** A Prometheus whose series a test writes as the lines of an exposition, with their scrapes. */
public final class FakePrometheus implements AutoCloseable {

  private final LoopbackServer server;
  private final Clock clock;
  private final List<String> asked = new ArrayList<>();
  private volatile Function<String, String> range = query -> "";
  private volatile List<String> rows = List.of();
  private volatile List<Instant> scrapes = List.of();
  private volatile boolean broken;

  public FakePrometheus(Clock clock) throws IOException {
    this.clock = clock;
    server =
        new LoopbackServer((request, out) -> {
          String query = parameter(request.target(), "query");
          synchronized (asked) {
            asked.add(query);
          }
          if (broken) {
            reply(out, 500, "text/plain", "no");
          } else {
            reply(out, 200, "application/json", answer(request.path(), query));
          }
        });
  }

  public String url() {
    return server.url();
  }

  /**
   * What it knows.
   *
   * @param lines such as {@code up{job="node"} 1}
   * @param moments of the scrapes of all of them, the oldest first
   */
  public void knows(List<String> lines, Instant... moments) {
    rows = List.copyOf(lines);
    scrapes = List.of(moments);
  }

  /** What it answers for stretches of time: rows of a matrix, as JSON. */
  public void answersRanges(Function<String, String> answer) {
    range = answer;
  }

  public void breakDown(boolean isBroken) {
    broken = isBroken;
  }

  public List<String> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  private String answer(String path, String query) {
    if (path.endsWith("query_range")) {
      return data("matrix", range.apply(query));
    }
    if (query.equals("time()")) {
      String now = seconds(clock.instant());
      return data("scalar", "").replace("[]", "[" + now + ",\"" + now + "\"]");
    }
    boolean matrix = query.endsWith("]");
    var result = new ArrayList<String>();
    for (String line : rows) {
      String name = line.substring(0, line.indexOf('{'));
      if (query.contains(name) || query.contains("node_drm_.+") && !matrix) {
        String value = line.substring(line.lastIndexOf(' ') + 1);
        String labels =
            line.substring(line.indexOf('{') + 1, line.indexOf('}'))
                .replaceAll("(\\w+)=", "\"$1\":");
        String metric = "{\"__name__\":\"" + name + "\"," + labels + "}";
        result.add("{\"metric\":" + metric + "," + values(value, matrix) + "}");
      }
    }
    return data(matrix ? "matrix" : "vector", String.join(",", result));
  }

  private String values(String value, boolean matrix) {
    var pairs = scrapes.stream().map(at -> "[" + seconds(at) + ",\"" + value + "\"]").toList();
    return matrix ? "\"values\":[" + String.join(",", pairs) + "]" : "\"value\":" + pairs.getLast();
  }

  private static String data(String type, String result) {
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"%s\",\"result\":[%s]}}"
        .formatted(type, result);
  }

  /** A time as the API writes it. */
  public static String seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
  }

  private static String parameter(String target, String name) {
    for (String pair : target.replaceFirst(".*\\?", "").split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
