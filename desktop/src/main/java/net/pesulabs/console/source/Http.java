package net.pesulabs.console.source;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Short questions over HTTP: with time limits, a limit of size, gzip, and no redirects, since an
 * answer from elsewhere is not the one that was asked for. Safe for any thread; closing it breaks
 * off whatever is open.
 */
public final class Http implements Subscription {

  private static final long MOST_BYTES = 8L << 20;

  /**
   * An answer, whatever its status.
   *
   * @param from host and port
   */
  public record Answer(int status, String contentType, String body, HttpUrl url, String from) {

    /** A page for people, such as a login or a router's own. */
    public boolean isWebPage() {
      String start = body.stripLeading();
      String head = start.substring(0, Math.min(15, start.length())).toLowerCase(Locale.ROOT);
      return contentType.startsWith("text/html")
          || head.startsWith("<!doctype html")
          || head.startsWith("<html");
    }

    /**
     * This answer, if its status is 2xx.
     *
     * @throws Failure what another status means, in general
     */
    public Answer orFailure() throws Failure {
      if (status / 100 == 2) {
        return this;
      }
      String code = String.valueOf(status);
      throw switch (status) {
        case 401 -> new Failure(Failure.Kind.UNAUTHORIZED, Msg.failureUnauthorized(from));
        case 403 -> new Failure(Failure.Kind.FORBIDDEN, Msg.failureForbidden(from));
        case 404 ->
            new Failure(Failure.Kind.NOT_FOUND, Msg.failureNotFound(from, url.encodedPath()));
        default ->
            status >= 500
                ? new Failure(Failure.Kind.SERVER_ERROR, Msg.failureServerError(from, code))
                : ofOther(code);
      };
    }

    private Failure ofOther(String code) {
      if (status / 100 == 3) {
        return new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.failureRedirected(from));
      }
      // Go's own words on a plain request to a TLS port.
      if (status == 400 && body.contains("HTTP request to an HTTPS server")) {
        return new Failure(Failure.Kind.TLS, Msg.failureNeedsHttps(from));
      }
      return new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.failureStatus(from, code));
    }
  }

  private final OkHttpClient client;

  public Http() {
    this(Duration.ofSeconds(5), Duration.ofSeconds(8));
  }

  public Http(Duration connect, Duration whole) {
    this(plainClient(), connect, whole);
  }

  /** Asks as this client does, over connections of its own. */
  public Http(OkHttpClient like) {
    this(like, Duration.ofSeconds(5), Duration.ofSeconds(8));
  }

  /** As {@link #Http(OkHttpClient)}, with other time limits. */
  public Http(OkHttpClient like, Duration connect, Duration whole) {
    client =
        like.newBuilder()
            .dispatcher(new Dispatcher())
            .connectionPool(new ConnectionPool())
            .connectTimeout(connect)
            .readTimeout(whole)
            .callTimeout(whole)
            .build();
  }

  /** What asks a system directly: it follows no redirects, and trusts whom Java trusts. */
  public static OkHttpClient plainClient() {
    return NameCheck.in(
        new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false).build(), null);
  }

  /**
   * Asks, and reads the whole answer.
   *
   * @throws Failure if no answer came, or one of more than 8 MiB
   */
  public Answer get(HttpUrl url) throws Failure {
    return send(new Request.Builder().url(url).build());
  }

  /** As {@link #get}, for any request. */
  public Answer send(Request request) throws Failure {
    String from = Urls.address(request.url());
    try (Response response = client.newCall(request).execute()) {
      BufferedSource source = response.body().source();
      if (source.request(MOST_BYTES + 1)) {
        throw new Failure(
            Failure.Kind.NOT_UNDERSTOOD, Msg.failureTooBig(from, Quantity.bytes(MOST_BYTES)));
      }
      String type = response.header("Content-Type", "");
      return new Answer(response.code(), type, source.readUtf8(), request.url(), from);
    } catch (IOException e) {
      throw Failure.of(e, from);
    }
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }
}
