package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Http.Answer;
import net.pesulabs.console.source.Json;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The questions to llama-server that neither wake nor keep awake nor load a model. {@code /slots}
 * is not among them, and every question about one model of a router says {@code autoload=false}.
 */
final class LlamaApi {

  /** The server is up and reads its model into memory. */
  static final class Loading extends Exception {
    Loading() {
      super("loading", null, false, false);
    }
  }

  private final Http http;
  private final HttpUrl base;

  LlamaApi(Http http, HttpUrl base) {
    this.http = http;
    this.base = base;
  }

  /** Whether it is llama-server that answers, be it while it loads its model. */
  static boolean test(Http http, HttpUrl url) throws Failure {
    try {
      new LlamaApi(http, base(url)).health();
      return true;
    } catch (Loading e) {
      return false;
    }
  }

  /** Asks whether it is up. */
  void health() throws Failure, Loading {
    json("health", null);
  }

  /** The settings of the server, or of a router. */
  Props props() throws Failure, Loading {
    return Props.of(json("props", null));
  }

  /** The settings with which one loaded model of a router runs. */
  Props propsOf(String model) throws Failure, Loading {
    return Props.of(json("props", model));
  }

  /** What a server with one model says of it; unknown where it keeps no such list. */
  ModelMeta meta() throws Failure, Loading {
    try {
      return ModelMeta.of(json("v1/models", null).path("data").path(0));
    } catch (Failure e) {
      if (e.kind() == Failure.Kind.NOT_FOUND) {
        return ModelMeta.UNKNOWN;
      }
      throw e;
    }
  }

  /** The models of a router. */
  List<Offer> offers() throws Failure, Loading {
    return Offers.of(json("models", null));
  }

  /** The figures; empty where the server runs without {@code --metrics}. */
  Optional<Samples> metrics(@Nullable String model) throws Failure, Loading {
    Answer answer = get("metrics", model);
    if (answer.status() == 501) {
      return Optional.empty();
    }
    Answer good = answer.orFailure();
    return Optional.of(PrometheusText.parse(good.body(), good.from()));
  }

  private JsonNode json(String path, @Nullable String model) throws Failure, Loading {
    Answer answer = get(path, model).orFailure();
    return Json.object(answer.body())
        .orElseThrow(
            () -> new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.modelSourceNotLlama(answer.from())));
  }

  private Answer get(String path, @Nullable String model) throws Failure, Loading {
    HttpUrl.Builder url = base.newBuilder().addPathSegments(path);
    if (model != null) {
      url.addQueryParameter("model", model).addQueryParameter("autoload", "false");
    }
    Answer answer = http.get(url.build());
    if (isLoading(answer.status(), answer.body())) {
      throw new Loading();
    }
    if (answer.isWebPage()) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.modelSourceWebPage(answer.from()));
    }
    return switch (answer.status()) {
      case 401 -> throw new Failure(Failure.Kind.UNAUTHORIZED, Msg.modelSourceKey(answer.from()));
      case 404 -> throw new Failure(Failure.Kind.NOT_FOUND, Msg.modelSourceNotLlama(answer.from()));
      default -> answer;
    };
  }

  /** A proxy's 503 has another body, and means something else. */
  static boolean isLoading(int status, String body) {
    return status == 503
        && Json.object(body)
            .map(json -> json.path("error").path("type").asText().equals("unavailable_error"))
            .orElse(false);
  }

  /** The base address of a server: without a trailing slash, so that paths can be added. */
  static HttpUrl base(HttpUrl url) {
    HttpUrl.Builder base = url.newBuilder().query(null).fragment(null);
    // People copy the address that OpenAI clients want.
    int last = url.pathSize() - 1;
    if (url.pathSegments().get(last).isEmpty()) {
      base.removePathSegment(last);
      last--;
    }
    if (last >= 0 && url.pathSegments().get(last).equals("v1")) {
      base.removePathSegment(last);
    }
    return base.build();
  }
}
