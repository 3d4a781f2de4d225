package net.pesulabs.console.source.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Http.Answer;
import net.pesulabs.console.source.Json;
import net.pesulabs.console.source.Urls;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Questions to a Prometheus server, or to what speaks as one (Thanos, Mimir, VictoriaMetrics).
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">its HTTP API</a>
 * @param base as of {@link #base}
 */
public record PrometheusApi(Http http, HttpUrl base) {

  private static final int MOST_WORDS = 200;

  /** One series of an answer: its labels with its name among them, and its values in order. */
  public record Strip(Map<String, String> labels, List<Point> points) {

    String label(String label) {
      return labels.getOrDefault(label, "");
    }

    Point last() {
      return points.getLast();
    }
  }

  /** A value of a series; it may be NaN or infinite. */
  public record Point(Instant at, double value) {}

  /** Where the server's paths begin, of an address of it as people copy them. */
  public static HttpUrl base(HttpUrl url) {
    String path =
        url.encodedPath().replaceFirst("/(?:api/v1(?:/.*)?|metrics|graph|query|targets)?/*$", "");
    return url.newBuilder().encodedPath(path.isEmpty() ? "/" : path).query(null).build();
  }

  /** Whether an address looks like a server's, and not like what one exporter tells. */
  public static boolean isLikelyAt(String url) {
    return url.strip().matches("https?://[^/]+(?:/(?:api/v1.*|graph|query)?)?");
  }

  /**
   * What the server takes for now. The cheapest question it has, and nobody else answers it so.
   *
   * @throws Failure where it is no Prometheus
   */
  public Instant now() throws Failure {
    JsonNode data = ask(at("query").addQueryParameter("query", "time()").build());
    Point point = point(data.path("result")).orElseThrow(this::notUnderstood);
    if (!data.path("resultType").asText().equals("scalar")) {
      throw notUnderstood();
    }
    return seconds(point.value).orElseThrow(this::notUnderstood);
  }

  /**
   * What an expression is worth at a moment.
   *
   * @param moment null for the server's now
   */
  public List<Strip> query(String expression, @Nullable Instant moment) throws Failure {
    HttpUrl.Builder url = at("query").addQueryParameter("query", expression);
    if (moment != null) {
      url.addQueryParameter("time", time(moment));
    }
    return strips(ask(url.build()));
  }

  /** What an expression was worth from one moment to another, both included. */
  public List<Strip> range(String expression, Instant from, Instant to, Duration step)
      throws Failure {
    return strips(
        ask(
            at("query_range")
                .addQueryParameter("query", expression)
                .addQueryParameter("start", time(from))
                .addQueryParameter("end", time(to))
                .addQueryParameter("step", step.toMillis() + "ms")
                .build()));
  }

  private HttpUrl.Builder at(String question) {
    return base.newBuilder().addPathSegments("api/v1/" + question);
  }

  private JsonNode ask(HttpUrl url) throws Failure {
    Answer answer = http.get(url);
    if (answer.isWebPage()) {
      throw new Failure(
          Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourcesPrometheusWebPage(answer.from()));
    }
    JsonNode body = Json.object(answer.body()).orElse(null);
    // Its own errors come with status 400, 422 or 503, and say more than the status.
    if (body != null && body.path("status").asText().equals("error")) {
      throw new Failure(
          answer.status() / 100 == 5 ? Failure.Kind.SERVER_ERROR : Failure.Kind.NOT_UNDERSTOOD,
          Msg.gpuSourcesPrometheusError(answer.from(), words(body)));
    }
    answer.orFailure();
    if (body == null || !body.path("status").asText().equals("success")) {
      throw notUnderstood();
    }
    return body.path("data");
  }

  private static String words(JsonNode body) {
    String words = body.path("errorType").asText() + ": " + body.path("error").asText();
    return words.substring(0, Math.min(MOST_WORDS, words.length())).replaceAll("\\s+", " ");
  }

  private List<Strip> strips(JsonNode data) throws Failure {
    JsonNode result = data.path("result");
    String type = data.path("resultType").asText();
    if (!result.isArray() || !(type.equals("vector") || type.equals("matrix"))) {
      throw notUnderstood();
    }
    var strips = new ArrayList<Strip>();
    for (JsonNode row : result) {
      var points = new ArrayList<Point>();
      if (type.equals("vector")) {
        point(row.path("value")).ifPresent(points::add);
      } else {
        row.path("values").forEach(each -> point(each).ifPresent(points::add));
      }
      if (!points.isEmpty()) {
        strips.add(new Strip(labels(row.path("metric")), points));
      }
    }
    return strips;
  }

  private static Map<String, String> labels(JsonNode metric) {
    var labels = new TreeMap<String, String>();
    metric
        .properties()
        .forEach(label -> {
          if (label.getValue().isTextual()) {
            labels.put(label.getKey(), label.getValue().textValue());
          }
        });
    return labels;
  }

  /** A time as a number and a value as a string; empty for anything else. */
  private static Optional<Point> point(JsonNode pair) {
    JsonNode value = pair.path(1);
    if (!pair.path(0).isNumber() || !value.isTextual()) {
      return Optional.empty();
    }
    return seconds(pair.path(0).doubleValue())
        .flatMap(at -> number(value.textValue()).map(number -> new Point(at, number)));
  }

  private static Optional<Double> number(String text) {
    return switch (text) {
      case "NaN" -> Optional.of(Double.NaN);
      case "+Inf", "Inf" -> Optional.of(Double.POSITIVE_INFINITY);
      case "-Inf" -> Optional.of(Double.NEGATIVE_INFINITY);
      default -> {
        // Java would also take 1d, 0x1p3 and Infinity.
        if (!text.matches("[-+0-9.eE]{1,40}")) {
          yield Optional.empty();
        }
        try {
          yield Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
          yield Optional.empty();
        }
      }
    };
  }

  private static Optional<Instant> seconds(double seconds) {
    return seconds > 0 && seconds < 1e11
        ? Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)))
        : Optional.empty();
  }

  private static String time(Instant moment) {
    return BigDecimal.valueOf(moment.toEpochMilli(), 3).toPlainString();
  }

  private Failure notUnderstood() {
    return new Failure(
        Failure.Kind.NOT_UNDERSTOOD, Msg.gpuSourcesNotPrometheus(Urls.address(base)));
  }
}
