package net.pesulabs.console.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Peer;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Msg;

/**
 * {@code status --json}, an interface other programs rely on; described in docs/status-json.md.
 * What is not known is null with its reason beside it, never 0.
 */
final class StatusJson {

  private static final String SCHEMA = "homelab-console/status/1";

  /** By system; of one system the way in use, and then the others from near to far. */
  private static final Comparator<Way> IN_ORDER =
      Comparator.comparing(Way::system)
          .thenComparing(way -> !way.inUse())
          .thenComparing(way -> way.latency().origin().route())
          .thenComparing(Way::id);

  private final Status status;
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private StatusJson(Status status) {
    this.status = status;
  }

  static String write(Status status) {
    var writer = new StatusJson(status);
    try {
      return writer.json.writeValueAsString(writer.tree()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree of plain values can always be written
    }
  }

  private ObjectNode tree() {
    ObjectNode root = json.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("verdict", status.verdict().id());
    root.put("at", status.at().truncatedTo(ChronoUnit.MILLIS).toString());
    ArrayNode sources = root.putArray("sources");
    for (Source source : Source.values()) {
      source(sources.addObject(), source, status.homelab().reading(source).get());
    }
    ArrayNode ways = root.putArray("ways");
    status.homelab().ways().all().stream()
        .sorted(IN_ORDER)
        .forEach(way -> way(ways.addObject(), way));
    cluster(root.putObject("cluster"), status.homelab().cluster().get());
    var gpus = new GpuJson(status.homelab().gpu().get(), status.hardware(), status.language());
    gpus.cards(root.putArray("gpus"));
    gpus.machine(root.putObject("machine"));
    model(root.putObject("model"), status.homelab().model().get());
    tailnet(root.putObject("tailnet"), status.homelab().tailnet().get());
    RouterJson.write(root.putObject("gateway"), status.homelab().router().get(), status.language());
    root.putArray("systems");
    ArrayNode findings = root.putArray("findings");
    status.concerns().forEach(concern -> concern(findings.addObject(), concern));
    return root;
  }

  private void source(ObjectNode node, Source source, Reading<?> reading) {
    node.put("id", source.id());
    node.put("state", reading.freshness().id());
    node.put("age_s", reading.age(status.at()).map(StatusJson::seconds).orElse(null));
    node.put("route", reading.origin().route().id());
    node.put("text", SourceHealth.of(reading).text().in(status.language()));
  }

  private void way(ObjectNode node, Way way) {
    Reading<Duration> latency = way.latency();
    node.put("system", way.system().id());
    node.put("route", latency.origin().route().id());
    node.put("address", latency.origin().address());
    node.put("in_use", way.inUse());
    node.put("state", latency.freshness().id());
    // What it took when it last answered says nothing of a way that does not answer.
    node.put(
        "latency_ms",
        latency.isLive() ? latency.known().map(StatusJson::millis).orElse(null) : null);
    reason(node, latency);
  }

  /** The reason why a reading is not live, or null. */
  private void reason(ObjectNode node, Reading<?> reading) {
    node.put("reason", reading.problem().map(why -> why.in(status.language())).orElse(null));
  }

  private void cluster(ObjectNode node, Reading<Cluster> reading) {
    node.put("version", reading.known().map(Cluster::version).orElse(null));
    reason(node, reading);
    if (reading.known().isEmpty()) {
      node.putNull("nodes");
      node.putNull("pods");
      return;
    }
    var pods = status.homelab().pods().all();
    if (status.homelab().hides(Kind.NODES)) {
      node.putNull("nodes");
      node.put("nodes_reason", Msg.statusNodesHidden().in(status.language()));
    } else {
      ArrayNode nodes = node.putArray("nodes");
      status.homelab().nodes().all().stream()
          .sorted(Comparator.comparing(Node::name))
          .forEach(each -> node(nodes.addObject(), each));
    }
    ObjectNode count = node.putObject("pods");
    count.put("total", pods.size());
    count.put("ready", status.podsReady());
    count.put("problem", status.podsWithProblem());
  }

  private void node(ObjectNode json, Node node) {
    json.put("name", node.name());
    json.put("ready", node.ready());
    ArrayNode roles = json.putArray("roles");
    node.roles().forEach(roles::add);
    ArrayNode addresses = json.putArray("addresses");
    node.internalIps().forEach(addresses::add);
    json.put(
        "pods",
        status.homelab().pods().all().stream()
            .filter(pod -> node.name().equals(pod.node()))
            .count());
  }

  private void model(ObjectNode node, Reading<ModelServer> reading) {
    Optional<ModelServer> model = reading.known();
    node.put(
        "state",
        reading.isLive()
            ? model.map(server -> server.state().id()).orElse(null)
            : reading.freshness().id());
    reason(node, reading);
    node.put("name", model.map(ModelServer::name).orElse(null));
    node.put("context", model.map(ModelServer::context).orElse(null));
    node.put("slots_busy", model.map(ModelServer::slotsBusy).orElse(null));
    node.put("slots_total", model.map(ModelServer::slotsTotal).orElse(null));
    node.put("tokens_per_second", model.map(ModelServer::tokensPerSecond).orElse(null));
    ModelJson.put(node, model.orElse(null));
  }

  private void tailnet(ObjectNode node, Reading<Tailnet> reading) {
    Optional<Tailnet> tailnet = reading.known();
    node.put(
        "state",
        reading.isLive()
            ? tailnet.map(t -> t.state().id()).orElse(null)
            : reading.freshness().id());
    reason(node, reading);
    node.put("self", tailnet.map(Tailnet::self).map(Peer::name).orElse(null));
    if (tailnet.isEmpty()) {
      node.putNull("peers");
      return;
    }
    ArrayNode peers = node.putArray("peers");
    for (Peer peer : tailnet.get().peers()) {
      ObjectNode each = peers.addObject();
      each.put("name", peer.name());
      each.put("path", peer.path().id());
      each.put("via", peer.via());
      ArrayNode addresses = each.putArray("addresses");
      peer.addresses().forEach(addresses::add);
      each.put("exit_node", peer.exitNode());
    }
  }

  private void concern(ObjectNode node, Concern concern) {
    Finding finding = concern.leading();
    node.put("cause", finding.cause());
    node.put("severity", concern.severity().id());
    node.put("object", finding.object());
    ArrayNode evidence = node.putArray("evidence");
    finding.evidence().forEach(evidence::add);
    node.put("since", finding.since() == null ? null : finding.since().toString());
    node.put("text", finding.text().in(status.language()));
    node.put("advice", finding.advice().in(status.language()));
    ArrayNode folds = node.putArray("folds");
    concern.folded().forEach(folded -> folded(folds.addObject(), folded));
  }

  private void folded(ObjectNode node, Concern.Folded folded) {
    node.put("cause", folded.first().cause());
    node.put("severity", folded.first().severity().id());
    node.put("count", folded.count());
    ArrayNode objects = node.putArray("objects");
    folded.objects().forEach(objects::add);
    node.put("text", folded.first().text().in(status.language()));
  }

  private static double millis(Duration latency) {
    return Math.round(latency.toNanos() / 10_000.0) / 100.0;
  }

  private static double seconds(Duration age) {
    return Math.round(age.toMillis() / 100.0) / 10.0;
  }
}
