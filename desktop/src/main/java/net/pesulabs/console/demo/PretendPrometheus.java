package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.history.Past;
import org.jspecify.annotations.Nullable;

/**
 * A Prometheus of the house that scrapes the exporter each fifteen seconds, all collectors of which
 * are on for it. It takes the questions that the console has, and no others: {@code time()}, series
 * by name with a range or at a moment, and stretches of one figure. Safe for any thread.
 */
final class PretendPrometheus implements HttpHandler {

  static final Duration INTERVAL = Duration.ofSeconds(15);

  private static final String INSTANCE = "pesubuntu:9100";
  private static final Pattern NAMES = Pattern.compile("__name__=~\"([^\"]+)\"");
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final PretendExporter exporter;
  private final PretendStretches stretches;
  private final Clock clock;
  private Instant scraped = Instant.MIN;
  private String page = "";

  PretendPrometheus(PretendExporter exporter, Past past, Clock clock) {
    this.exporter = exporter;
    this.stretches = new PretendStretches(past);
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = new Call(exchange);
      String query = call.query("query");
      switch (call.path()) {
        case "/api/v1/query" -> {
          if (query.equals("time()")) {
            var now = Json.arrayOf(List.of(seconds(clock.instant()), text(clock.instant())));
            send(call, "scalar", now);
          } else if (NAMES.matcher(query).find()) {
            boolean range = query.matches("(?s).*\\[\\w+]$");
            send(call, range ? "matrix" : "vector", series(query, range));
          } else {
            refuse(call, "the pretend Prometheus does not know this question");
          }
        }
        case "/api/v1/query_range" -> {
          ArrayNode rows = range(call, query);
          if (rows == null) {
            refuse(call, "the pretend Prometheus does not know this question");
          } else {
            send(call, "matrix", rows);
          }
        }
        case "/" -> {
          call.set("Location", "/graph");
          call.text(302, "text/html; charset=utf-8", "<a href=\"/graph\">Found</a>.\n");
        }
        default -> call.text(404, "text/plain; charset=utf-8", "404 page not found\n");
      }
    }
  }

  private @Nullable ArrayNode range(Call call, String query) {
    return stretches.answer(
        query,
        moment(call.query("start")),
        moment(call.query("end")),
        Duration.ofMillis(Long.parseLong(call.query("step").replace("ms", ""))));
  }

  /** What of the last scrape has such a name; a vector's time is that of the question. */
  private ArrayNode series(String query, boolean range) {
    String names = NAMES.matcher(query).results().map(found -> found.group(1)).toList().toString();
    Pattern wanted = Pattern.compile(names.substring(1, names.length() - 1).replace(", ", "|"));
    ArrayNode rows = Json.array();
    for (String line : scrape().lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches() && wanted.matcher(parts.group(1)).matches()) {
        Obj labels =
            Json.object("__name__", parts.group(1), "instance", INSTANCE).with("job", "node");
        Matcher label = LABEL.matcher(parts.group(2) == null ? "" : parts.group(2));
        while (label.find()) {
          labels.put(label.group(1), label.group(2));
        }
        rows.add(
            range
                ? Json.object("metric", labels, "values", history(parts.group(3)))
                : Json.object(
                    "metric", labels, "value", List.of(seconds(scraped), parts.group(3))));
      }
    }
    return rows;
  }

  /** Enough scrapes to see how far they are apart; what asks so wants their moments. */
  private List<List<Object>> history(String value) {
    var scrapes = new ArrayList<List<Object>>();
    for (int back = 3; back >= 0; back--) {
      scrapes.add(List.of(seconds(scraped.minus(INTERVAL.multipliedBy(back))), value));
    }
    return scrapes;
  }

  private synchronized String scrape() {
    long seconds = INTERVAL.toSeconds();
    Instant due =
        Instant.ofEpochSecond(Math.floorDiv(clock.instant().getEpochSecond(), seconds) * seconds);
    if (!due.equals(scraped)) {
      page = exporter.whole();
      scraped = due;
    }
    return page;
  }

  private static Instant moment(String seconds) {
    return Instant.ofEpochMilli(new BigDecimal(seconds).movePointRight(3).longValue());
  }

  static BigDecimal seconds(Instant moment) {
    return BigDecimal.valueOf(moment.toEpochMilli(), 3);
  }

  private static String text(Instant moment) {
    return seconds(moment).toPlainString();
  }

  private static void send(Call call, String type, ArrayNode result) throws IOException {
    Map<String, Object> data = Map.of("resultType", type, "result", result);
    call.json(200, Json.object("status", "success", "data", data));
  }

  private static void refuse(Call call, String why) throws IOException {
    call.json(400, Json.object("status", "error", "errorType", "bad_data").with("error", why));
  }
}
