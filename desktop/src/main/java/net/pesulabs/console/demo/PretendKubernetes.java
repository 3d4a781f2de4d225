package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The Kubernetes API of the pretend cluster: who asks, what for, and which of the classes answers.
 */
final class PretendKubernetes implements HttpHandler {

  private static final String UNREADY =
      """
      [+]ping ok
      [+]log ok
      [-]etcd failed: reason withheld
      [+]informer-sync ok
      readyz check failed
      """;

  private static final Duration SLOW = Duration.ofMillis(1500);
  private static final Duration UNTIL_GONE = Duration.ofSeconds(1);

  private final ObjectStore store;
  private final Listing listing;
  private final Changes changes;
  private final Scaling scaling;
  private final PodLogs logs;
  private final ServiceProxy proxy;
  private final Faults faults;
  private final Clock clock;
  private final ClusterIdentity identity;
  private final Duration betweenBookmarks;

  PretendKubernetes(
      ObjectStore store,
      ServiceProxy proxy,
      Faults faults,
      Clock clock,
      ClusterIdentity identity,
      Duration betweenBookmarks) {
    this.store = store;
    this.proxy = proxy;
    this.listing = new Listing(store, clock);
    this.changes = new Changes(store, clock);
    this.scaling = new Scaling(store);
    this.logs = new PodLogs(store, clock);
    this.faults = faults;
    this.clock = clock;
    this.identity = identity;
    this.betweenBookmarks = betweenBookmarks;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = new Call(exchange);
      call.set("Audit-Id", UUID.randomUUID().toString());
      call.set("Cache-Control", "no-cache, private");
      try {
        if (faults.has(Fault.API_SLOW)) {
          Thread.sleep(SLOW);
        }
        answer(call);
      } catch (ApiFailure e) {
        call.json(e.code(), e.status());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the server is closing
      }
    }
  }

  private void answer(Call call) throws IOException, ApiFailure, InterruptedException {
    Optional<Rights> known = identity.bearer(call.header("Authorization"));
    if (faults.has(Fault.TOKEN_EXPIRED) || known.isEmpty()) {
      throw ApiFailure.unauthorized();
    }
    Rights rights = faults.has(Fault.RIGHTS_MISSING) ? Rights.NARROW : known.get();
    String path = call.path();
    if (path.equals("/readyz") || path.equals("/livez") || path.equals("/healthz")) {
      boolean unready = path.equals("/readyz") && faults.has(Fault.API_UNREADY);
      call.text(unready ? 500 : 200, "text/plain; charset=utf-8", unready ? UNREADY : "ok");
      return;
    }
    if (path.startsWith("/apis/authorization.k8s.io/v1/") && call.method().equals("POST")) {
      review(call, rights);
      return;
    }
    Optional<ServiceProxy.Passage> passage = ServiceProxy.Passage.of(path);
    if (passage.isPresent()) {
      proxy.answer(call, passage.get(), rights);
      return;
    }
    Optional<ObjectNode> whole = AggregatedDiscovery.at(path, call.header("Accept"));
    Optional<ObjectNode> document = Discovery.at(path);
    Optional<Target> target = Target.of(path);
    if (whole.isPresent() && call.method().equals("GET")) {
      call.send(200, AggregatedDiscovery.TYPE, Json.bytes(whole.get()));
    } else if (document.isPresent() && call.method().equals("GET")) {
      call.json(200, document.get());
    } else if (target.isPresent()) {
      serve(call, target.get(), rights);
    } else {
      call.text(404, "text/plain; charset=utf-8", "404 page not found\n");
    }
  }

  private void serve(Call call, Target target, Rights rights)
      throws IOException, ApiFailure, InterruptedException {
    boolean one = !target.name().isEmpty();
    boolean watch = call.flag("watch");
    String verb =
        switch (call.method()) {
          case "GET" -> watch ? "watch" : one ? "get" : "list";
          case "PATCH" -> "patch";
          case "DELETE" -> one ? "delete" : "deletecollection";
          case "PUT" -> "update";
          case "POST" -> "create";
          default -> throw ApiFailure.methodNotAllowed();
        };
    boolean wrongPlace = verb.equals("create") ? one : !one && verb.matches("patch|update");
    if (wrongPlace) {
      throw ApiFailure.methodNotAllowed();
    }
    rights.require(verb, target);
    switch (target.sub()) {
      case "" -> {}
      case "log" -> {
        logs.answer(call, target);
        return;
      }
      default -> { // Rights grants no other subresource
        scaling.answer(call, target);
        return;
      }
    }
    switch (verb) {
      case "get" -> listing.get(call, target);
      case "list" -> listing.list(call, target);
      case "watch" -> watch(call, target);
      case "patch" -> changes.patch(call, target);
      case "delete" -> changes.delete(call, target);
      // Rights grants no other verb, so whoever comes here was refused above.
      default -> throw ApiFailure.methodNotAllowed();
    }
  }

  private void watch(Call call, Target target)
      throws IOException, ApiFailure, InterruptedException {
    var selector = Selector.of(target, call.query("labelSelector"), call.query("fieldSelector"));
    String from = call.query("resourceVersion");
    boolean fromNow = from.isEmpty() || from.equals("0");
    boolean initial = call.flag("sendInitialEvents");
    boolean bookmarks = call.flag("allowWatchBookmarks");
    long version = fromNow ? 0 : Listing.version(from);
    long begun = System.nanoTime();
    try (OutputStream out = call.stream(200, "application/json")) {
      out.flush();
      var stream =
          new WatchStream(
              store,
              target.resource(),
              selector,
              View.of(call),
              clock,
              out,
              betweenBookmarks,
              version);
      if (fromNow || initial) {
        stream.tellExisting(initial && bookmarks);
      }
      stream.follow(timeOf(call), bookmarks, () -> cut(begun));
    }
  }

  private WatchStream.Cut cut(long begun) throws InterruptedException {
    if (faults.has(Fault.TOKEN_EXPIRED)) {
      return WatchStream.Cut.CLOSED;
    }
    if (!faults.has(Fault.WATCH_GONE)) {
      return WatchStream.Cut.NO;
    }
    Duration watched = Duration.ofNanos(System.nanoTime() - begun);
    if (watched.compareTo(UNTIL_GONE) < 0) {
      Thread.sleep(UNTIL_GONE.minus(watched));
    }
    return WatchStream.Cut.HISTORY_GONE;
  }

  /** What the client asked for; else between half an hour and an hour, as the real default. */
  private static Duration timeOf(Call call) throws ApiFailure {
    String asked = call.query("timeoutSeconds");
    if (asked.isEmpty() || asked.equals("0")) {
      return Duration.ofSeconds(ThreadLocalRandom.current().nextLong(1800, 3600));
    }
    return Duration.ofSeconds(Listing.version(asked));
  }

  private void review(Call call, Rights rights) throws IOException, ApiFailure {
    String kind = call.path().substring(call.path().lastIndexOf('/') + 1);
    boolean binary = call.header("Content-Type").startsWith(Protobuf.TYPE);
    switch (kind) {
      case "selfsubjectrulesreviews" -> {
        byte[] body = call.body();
        var asked = binary ? Protobuf.rulesReview(body) : Patches.parse(body);
        call.json(201, rights.rulesReview(asked));
      }
      case "selfsubjectaccessreviews" -> {
        byte[] body = call.body();
        var asked = binary ? Protobuf.accessReview(body) : Patches.parse(body);
        call.json(201, rights.accessReview(asked));
      }
      default ->
          call.send(
              404,
              "text/plain; charset=utf-8",
              "404 page not found\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
