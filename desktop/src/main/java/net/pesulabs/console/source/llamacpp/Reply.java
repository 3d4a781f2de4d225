package net.pesulabs.console.source.llamacpp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.ReplyEvent.End;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Entry;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Http.Answer;
import net.pesulabs.console.source.Urls;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One answer: asked for, streamed, and stopped where somebody closes it. Runs on its own thread.
 */
final class Reply implements Runnable, Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final long MOST_ERROR_BYTES = 64 << 10;

  private final Access access;
  private final Duration longestSilence;
  private final List<Turn> conversation;
  private final Consumer<ReplyEvent> listener;
  private final String id = UUID.randomUUID().toString();
  private @Nullable Http questions;
  private @Nullable OkHttpClient stream;
  private @Nullable Entry entry; // on this answer's thread only
  private @Nullable Call call;
  private boolean closed;
  private boolean serverWrites; // on this answer's thread only

  Reply(
      Access access,
      Duration longestSilence,
      List<Turn> conversation,
      Consumer<ReplyEvent> listener) {
    this.access = access;
    this.longestSilence = longestSilence;
    this.conversation = conversation;
    this.listener = listener;
  }

  @Override
  public void run() {
    ReplyEvent.Ended ended;
    try {
      ended = answer(access.entry());
    } catch (Failure e) {
      ended = new ReplyEvent.Ended(End.FAILED, e.why());
    } catch (LlamaApi.Loading e) {
      ended = new ReplyEvent.Ended(End.FAILED, Msg.chatServerLoading());
    } catch (RuntimeException e) {
      LOG.error("answer failed unexpectedly", e);
      ended = new ReplyEvent.Ended(End.FAILED, Msg.failureUnexpected());
    }
    if (isClosed()) {
      stopServer();
      ended = new ReplyEvent.Ended(End.STOPPED, Msg.chatServerStopped());
    }
    listener.accept(ended);
    stopServer(); // a reader who lost the link waits for no one
    closeClients();
  }

  private ReplyEvent.Ended answer(Entry by) throws Failure, LlamaApi.Loading {
    entry = by;
    HttpUrl base = LlamaApi.base(by.url());
    var api = new LlamaApi(openClients(by), base);
    Props props = api.props();
    String model = null;
    if (props.router()) {
      Optional<Offer> readiest = Offers.readiest(api.offers());
      model =
          readiest
              .map(offer -> offer.model().name())
              .orElseThrow(() -> new Failure(Failure.Kind.UNAVAILABLE, Msg.chatServerNoModel()));
      if (readiest.get().status() == Offer.Status.LOADED) {
        props = api.propsOf(model);
      }
    }
    String from = Urls.address(base);
    var reader = new ReplyReader(listener, from, props.context());
    try (Response response = open(base, model).execute()) {
      BufferedSource source = response.body().source();
      source.timeout().timeout(longestSilence.toNanos(), TimeUnit.NANOSECONDS);
      if (!isStream(response)) {
        serverWrites = false;
        return new ReplyEvent.Ended(End.FAILED, LlamaError.message(refusal(response, base)));
      }
      var events = new SseReader(source);
      String data = events.next();
      while (data != null && reader.take(data)) {
        data = events.next();
      }
      serverWrites = false;
      return reader.ended();
    } catch (IOException e) {
      return broken(reader, e, from);
    }
  }

  /** A link that broke after the reason to end had come does no harm. */
  private static ReplyEvent.Ended broken(ReplyReader reader, IOException error, String from) {
    ReplyEvent.Ended ended = reader.ended();
    if (ended.end() != End.FAILED) {
      return ended;
    }
    Failure failure = Failure.of(error, from);
    return failure.kind() == Failure.Kind.CUT_OFF
        ? ended
        : new ReplyEvent.Ended(End.FAILED, failure.why());
  }

  private static boolean isStream(Response response) {
    return response.isSuccessful()
        && response.header("Content-Type", "").startsWith("text/event-stream");
  }

  private static Answer refusal(Response response, HttpUrl base) throws IOException {
    BufferedSource source = response.body().source();
    source.request(MOST_ERROR_BYTES);
    String body = source.readUtf8(Math.min(MOST_ERROR_BYTES, source.getBuffer().size()));
    String type = response.header("Content-Type", "");
    return new Answer(response.code(), type, body, base, Urls.address(base));
  }

  private synchronized Call open(HttpUrl base, @Nullable String model) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    Request request =
        new Request.Builder()
            .url(base.newBuilder().addPathSegments("v1/chat/completions").build())
            .header("X-Conversation-Id", id)
            // A proxy that compresses would hold pieces back.
            .header("Accept-Encoding", "identity")
            .post(RequestBody.create(ChatRequest.body(conversation, model), JSON))
            .build();
    call = Objects.requireNonNull(stream).newCall(request);
    serverWrites = true;
    return call;
  }

  /**
   * With a conversation id the server goes on writing when the socket closes, so that a laptop that
   * slept can take up the rest; this frees its slot.
   */
  private void stopServer() {
    Entry by = entry;
    if (!serverWrites || by == null) {
      return;
    }
    serverWrites = false;
    try (var http = new Http(by.client(), Duration.ofSeconds(1), Duration.ofSeconds(2))) {
      HttpUrl.Builder url = LlamaApi.base(by.url()).newBuilder();
      url.addPathSegments("v1/stream").addQueryParameter("conv_id", id);
      http.send(new Request.Builder().url(url.build()).delete().build());
    } catch (Failure e) {
      LOG.info("the server was not told to stop: {}", e.getMessage());
    }
  }

  /** Connections of this answer's own: none of them outlives it. */
  private synchronized Http openClients(Entry by) {
    var http = new Http(by.client());
    questions = http;
    stream =
        by.client()
            .newBuilder()
            .dispatcher(new Dispatcher())
            .connectionPool(new ConnectionPool())
            .connectTimeout(TO_CONNECT)
            // While all its slots are busy the server does not even send headers.
            .readTimeout(Duration.ZERO)
            .callTimeout(Duration.ZERO)
            .build();
    if (closed) {
      http.close();
    }
    return http;
  }

  private synchronized void closeClients() {
    if (questions != null) {
      questions.close();
    }
    if (stream != null) {
      stream.connectionPool().evictAll();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (call != null) {
      call.cancel();
    }
    if (questions != null) {
      questions.close();
    }
  }
}
