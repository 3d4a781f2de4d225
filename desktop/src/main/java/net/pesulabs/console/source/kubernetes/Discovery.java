package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Message;

/**
 * Asks the server which kinds it serves, custom ones too, now and again. Two requests where the
 * server <a
 * href="https://kubernetes.io/docs/concepts/overview/kubernetes-api/#aggregated-discovery">
 * aggregates</a> its answer, one a group and version where it does not.
 */
final class Discovery implements Runnable, Subscription {

  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

  private final Api api;
  private final Cell<Reading<List<Kind<?>>>> catalogue;
  private final Supplier<Origin> origin;
  private final Clock clock;
  private final Pause pause = Pause.real();
  private volatile boolean closed;

  Discovery(Api api, Cell<Reading<List<Kind<?>>>> catalogue, Supplier<Origin> origin, Clock clock) {
    this.api = api;
    this.catalogue = catalogue;
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        List<Kind<?>> found = find();
        tell(new Reading.Live<>(found, origin.get(), clock.instant()));
        pause.await(INTERVAL);
      } catch (IOException e) {
        lose(api.trouble(e).why());
        pause.await(AFTER_FAILURE);
      }
    }
  }

  /** Asks anew at once. */
  void again() {
    pause.end();
  }

  @Override
  public synchronized void close() {
    closed = true;
    pause.end();
  }

  private synchronized void tell(Reading<List<Kind<?>>> reading) {
    if (!closed) {
      catalogue.set(reading);
    }
  }

  private synchronized void lose(Message why) {
    if (!closed) {
      catalogue.update(before ->
          before.known().isPresent() ? before.lost(why) : new Reading.Unknown<>(origin.get(), why));
    }
  }

  /** All kinds that can be listed and watched; of each the version that the server prefers. */
  List<Kind<?>> find() throws IOException {
    Set<Kind<?>> kinds = new LinkedHashSet<>();
    JsonNode core = get("/api");
    if (core.path("items").isArray()) {
      aggregated(core, kinds);
      aggregated(get("/apis"), kinds);
    } else {
      each("", core.path("versions").path(0).asText("v1"), "/api/", kinds);
      for (JsonNode group : get("/apis").path("groups")) {
        String version = group.path("preferredVersion").path("version").asText("");
        each(group.path("name").asText(""), version, "/apis/", kinds);
      }
    }
    return List.copyOf(kinds);
  }

  private static void aggregated(JsonNode answer, Set<Kind<?>> kinds) {
    for (JsonNode group : answer.path("items")) {
      String name = group.path("metadata").path("name").asText("");
      var seen = new ArrayList<String>();
      for (JsonNode version : group.path("versions")) { // the preferred one first
        for (JsonNode resource : version.path("resources")) {
          String plural = resource.path("resource").asText("");
          if (serves(resource) && !seen.contains(plural)) {
            seen.add(plural);
            kinds.add(
                kind(
                    name,
                    version.path("version").asText(""),
                    plural,
                    resource.path("responseKind").path("kind").asText(""),
                    resource.path("scope").asText("").equals("Namespaced")));
          }
        }
      }
    }
  }

  private void each(String group, String version, String root, Set<Kind<?>> kinds)
      throws IOException {
    JsonNode answer = get(root + (group.isEmpty() ? "" : group + "/") + version);
    for (JsonNode resource : answer.path("resources")) {
      String plural = resource.path("name").asText("");
      if (serves(resource) && !plural.contains("/")) {
        kinds.add(
            kind(
                group,
                version,
                plural,
                resource.path("kind").asText(""),
                resource.path("namespaced").asBoolean()));
      }
    }
  }

  private static boolean serves(JsonNode resource) {
    List<String> verbs =
        StreamSupport.stream(resource.path("verbs").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return verbs.contains("list") && verbs.contains("watch");
  }

  /** The kind we know where it is one. */
  private static Kind<?> kind(
      String group, String version, String plural, String name, boolean namespaced) {
    var listed = Kind.listed(group, version, plural, name, namespaced);
    return Kind.KNOWN.stream()
        .filter(known -> known.group().equals(group) && known.plural().equals(plural))
        .filter(known -> known.fieldSelector().isEmpty())
        .findFirst()
        .<Kind<?>>map(known -> known)
        .orElse(listed);
  }

  private JsonNode get(String path) throws IOException {
    var request = new Api.Request(path, AGGREGATED, "get", path, Api.Pace.LIST);
    try (Api.Exchange exchange = api.exchange(request);
        JsonParser in = Item.JSON.createParser(exchange.send())) {
      in.nextToken();
      return Tree.read(in);
    }
  }
}
