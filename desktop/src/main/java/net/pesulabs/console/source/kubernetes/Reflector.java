package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a table equal to the server's objects of one kind: lists them page by page, then watches
 * from the list's version on, and again, until closed. Whatever happens in between, the table keeps
 * its last picture and ends equal to the server's.
 *
 * <p>{@link #run} belongs to one thread; {@link #close} and {@link #reconnect} to any.
 */
final class Reflector<T extends ClusterObject> implements Runnable, Subscription {

  /** Hears how far the table can be relied on. Called on the reflector's thread. */
  interface Listener {

    /** The first objects of the first list are in the table. */
    void begun();

    /** The first whole list is in the table. */
    void listed();

    /** The table follows the server. */
    void current();

    /**
     * It does not, for now.
     *
     * @param serious false while a quick new connection may set it right
     */
    void behind(Trouble trouble, boolean serious);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);

  /** Little at first, so that there is something to see at once. */
  private static final int FIRST_PAGE = 50;

  private static final int PAGE = 500;
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  /** At least this long before what only a person can cure is tried again. */
  private static final Duration SLOWLY = Duration.ofSeconds(2);

  /** What is not allowed is seldom allowed a moment later. */
  private static final Duration SELDOM = Duration.ofSeconds(30);

  /** A watch that ends sooner than this, though in good order, was not a watch. */
  private static final Duration SHORTEST_WATCH = Duration.ofSeconds(5);

  private final Resource<T> resource;
  private final String namespace;
  private final Api api;
  private final Mirror<T> mirror;
  private final Listener listener;
  private final RandomGenerator random;
  private final Backoff backoff;
  private final Pause pause;
  private final Clock clock;

  private volatile boolean closed;
  private volatile boolean reconnecting;
  private volatile Api.@Nullable Exchange open;

  /** The next page of a list, which is already on its way. */
  private volatile Api.@Nullable Exchange ahead;

  /** What to watch from; null to list first. */
  private @Nullable String version;

  /** Whether {@link #version} comes from a list just made, and so from the server as it is now. */
  private boolean fresh;

  private boolean listed;
  private int failures;

  /** How often in a row the server had forgotten what was asked from. */
  private int gone;

  private @Nullable Message told;
  private @Nullable Instant watchingSince;

  /**
   * A reflector.
   *
   * @param namespace whose objects; empty for those of all
   */
  Reflector(
      Resource<T> resource,
      String namespace,
      Api api,
      Table<T> table,
      Listener listener,
      RandomGenerator random,
      Pause pause,
      Clock clock) {
    this.resource = resource;
    this.namespace = namespace;
    this.api = api;
    this.mirror = new Mirror<>(table, namespace);
    this.listener = listener;
    this.random = random;
    this.backoff = new Backoff(random);
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        step();
      } catch (RuntimeException e) {
        // Somebody who listens to the table made a mistake. Say so, and do not fall silent.
        LOG.error("Following the {} failed", resource.name(), e);
        failed(new IOException(e));
      }
    }
  }

  /** Breaks off a connection that may be dead, or a wait, and goes on from where it was. */
  void reconnect() {
    reconnecting = true;
    listener.behind(
        Trouble.of(Trouble.Kind.LINK, Msg.clusterSourceCatchingUp(resource.name())), true);
    cut(open);
    cut(ahead);
    pause.end();
  }

  /** Nothing is written to the table after this returns. */
  @Override
  public void close() {
    closed = true;
    mirror.close();
    reconnect();
  }

  /** One list or one watch, and the wait after a failure. */
  void step() {
    if (reconnecting) {
      reconnecting = false;
      failures = 0; // whoever asked for it knows that the server is there
    }
    try {
      if (version == null) {
        list();
      } else if (fresh || !restored()) {
        fresh = false;
        watch(version);
      }
    } catch (IOException e) {
      if (!closed) {
        failed(e);
      }
    }
  }

  private void list() throws IOException {
    Set<String> there = new HashSet<>();
    ListPage page;
    Api.@Nullable Exchange next = open(page(FIRST_PAGE, ""));
    do {
      Api.Exchange exchange = next;
      open = exchange;
      ahead = null;
      try (exchange) {
        page =
            ListPage.read(
                exchange.send(),
                resource.parser(),
                row -> {
                  boolean first = there.isEmpty();
                  there.add(mirror.put(row));
                  if (first && !listed) {
                    listener.begun();
                  }
                },
                this::askAhead);
      } catch (IOException | RuntimeException e) {
        close(ahead);
        throw e;
      }
      next = page.next().isEmpty() ? null : ahead;
    } while (next != null);

    mirror.keepOnly(there);
    version = page.resourceVersion();
    fresh = true;
    listed = true;
    listener.listed();
  }

  /** The next page is on its way while this one is still being read. */
  private void askAhead(String token) {
    Api.Exchange exchange = api.exchange(page(PAGE, token));
    ahead = exchange;
    if (closed || reconnecting) {
      exchange.cut();
    }
    exchange.begin();
  }

  private Api.Request page(int limit, String token) {
    return list("limit=" + limit + (token.isEmpty() ? "" : "&continue=" + encode(token)));
  }

  private Api.Request list(String query) {
    return request("list", query, Api.Pace.LIST);
  }

  private Api.Request request(String verb, String query, Api.Pace pace) {
    String fields = resource.kind().fieldSelector();
    String which = fields.isEmpty() ? "" : "fieldSelector=" + encode(fields) + "&";
    return new Api.Request(
        resource.path(namespace) + "?" + which + query,
        resource.accept(),
        verb,
        resource.name(),
        pace);
  }

  /**
   * Whether the server is older than what it told before, as after a restored backup. A watch from
   * a version still to come would stay silent and look alive, so one object is listed to see.
   */
  private boolean restored() throws IOException {
    String now;
    try (Api.Exchange exchange = open(list("limit=1"))) {
      now =
          ListPage.read(exchange.send(), resource.parser(), row -> {}, token -> {})
              .resourceVersion();
    }
    boolean older = Mirror.number(now) < Mirror.number(version);
    if (older) {
      version = null;
    }
    return older;
  }

  private void watch(String from) throws IOException {
    long seconds = random.nextLong(240, 481);
    var request =
        request(
            "watch",
            "watch=1&allowWatchBookmarks=true&timeoutSeconds="
                + seconds
                + "&resourceVersion="
                + encode(from),
            Api.Pace.WATCH);
    Instant began = clock.instant();
    try (Api.Exchange exchange = open(request)) {
      InputStream body = exchange.send();
      watchingSince = clock.instant();
      told = null;
      listener.current(); // before the parser, which waits for the first bytes
      var events = new WatchEvent.Stream<>(body, resource.parser());
      mirror.beginWatch();
      for (var event = events.next(); event != null; event = events.next()) {
        apply(event, request);
      }
    } finally {
      forgiveAfterHealth();
    }
    if (Duration.between(began, clock.instant()).compareTo(SHORTEST_WATCH) < 0) {
      throw new EOFException();
    }
  }

  private void apply(WatchEvent<T> event, Api.Request request) throws IOException {
    switch (event) {
      case WatchEvent.Put<T>(Item<T> item) -> {
        if (mirror.take(item, true)) {
          version = item.resourceVersion();
        }
      }
      case WatchEvent.Removed<T>(Item<T> item) -> {
        if (mirror.take(item, false)) {
          version = item.resourceVersion();
        }
      }
      case WatchEvent.Bookmark<T>(String upTo) -> version = upTo;
      case WatchEvent.Failed<T>(StatusBody status) -> throw api.failure(request, status);
    }
  }

  private void failed(IOException failure) {
    boolean cutByUs = reconnecting;
    Trouble trouble = api.trouble(failure);
    boolean garbled = failure instanceof JsonProcessingException json && !Answers.isCutShort(json);
    if (trouble.kind() == Trouble.Kind.GONE || garbled) {
      version = null; // the picture stays until the new list is there
    }
    if (trouble.kind() == Trouble.Kind.ABSENT) {
      version = null; // a kind that comes back begins anew
      if (failures > 0) { // a server that has just started may not know its custom kinds yet
        mirror.keepOnly(Set.of());
      }
    }
    if (cutByUs) {
      return;
    }
    failures++;
    boolean quick = listed && failures == 1 && !trouble.isLasting();
    listener.behind(trouble, !quick);
    if (!trouble.why().equals(told)) {
      told = trouble.why(); // once, and not at every attempt
      LOG.info("The {}: {}", resource.name(), trouble.why().in(Language.EN));
    }
    gone = trouble.kind() == Trouble.Kind.GONE ? gone + 1 : 0;
    Duration atLeast =
        trouble.isOutOfSight() ? SELDOM : trouble.isLasting() ? SLOWLY : Duration.ZERO;
    pause.await(
        Stream.of(backoff.after(gone == 0 ? failures : gone), trouble.retryAfter(), atLeast)
            .max(Comparator.naturalOrder())
            .orElseThrow());
  }

  private void forgiveAfterHealth() {
    Instant since = watchingSince;
    if (since != null && Duration.between(since, clock.instant()).compareTo(HEALTHY) >= 0) {
      failures = 0;
    }
    watchingSince = null;
  }

  private Api.Exchange open(Api.Request request) throws IOException {
    Api.Exchange exchange = api.exchange(request);
    open = exchange;
    if (closed || reconnecting) {
      exchange.cut();
    }
    return exchange;
  }

  private static void cut(Api.@Nullable Exchange exchange) {
    if (exchange != null) {
      exchange.cut();
    }
  }

  private static void close(Api.@Nullable Exchange exchange) {
    if (exchange != null) {
      exchange.close();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
