package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.IngressRoute;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.source.reach.TestNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the kubeconfig to the homelab, over a loopback socket. */
@Timeout(60)
class ClusterSourceTest {

  private static final String NAMESPACES =
      Json.quoted(
          """
          {'metadata':{'resourceVersion':'5'},'items':[{'metadata':{'uid':'1','name':'default'}},
            {'metadata':{'uid':'2','name':'apps'}},{'metadata':{'uid':'3','name':'media'}}]}
          """);

  private static final String APP =
      Json.quoted(
          """
          {'metadata':{'resourceVersion':'5'},'items':[
            {'metadata':{'uid':'web','name':'web','namespace':'apps','resourceVersion':'4'}}]}
          """);

  private static final String ROUTE =
      Json.quoted(
          """
          {'metadata':{'resourceVersion':'5'},'items':[
            {'metadata':{'uid':'r','name':'n8n','namespace':'apps','resourceVersion':'4'},
             'spec':{'routes':[{'kind':'Rule','match':'Host(`n8n.example`) && Path(`/webhook`)'}]}}]}
          """);

  @TempDir Path folder;

  private final LiveHomelab homelab = new LiveHomelab();
  private final BlockingQueue<String> podEvents = new LinkedBlockingQueue<>();
  private HttpServer server;
  private ClusterSource source;

  @BeforeEach
  void need() {
    homelab.objects().need(List.of(Kind.NODES, Kind.PODS));
  }

  @AfterEach
  void stop() {
    if (source != null) {
      source.close();
    }
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void showsTheClusterAndFollowsIt() throws IOException {
    serve(0);
    source =
        ClusterSource.start(
            TestProfile.of(kubeconfig()), homelab, new TestNetwork(), Clock.systemUTC());

    awaitLive();
    assertThat(homelab.cluster().get().known()).map(Cluster::version).contains("v1.36.2");
    assertThat(homelab.cluster().get().origin().route()).isEqualTo(Route.LOOPBACK);
    assertThat(homelab.nodes().size()).isEqualTo(2);
    assertThat(homelab.pods().size()).isEqualTo(10);

    JsonNode pod = new JsonMapper().readTree(Json.file("pods.json")).at("/items/0");
    String uid = pod.at("/metadata/uid").asText();
    podEvents.add(
        Json.quoted("{'type':'DELETED','object':")
            + pod.toString()
                .replaceAll("\"resourceVersion\":\"\\d+\"", "\"resourceVersion\":\"99999\"")
            + "}\n");
    await().until(() -> homelab.pods().get(uid).isEmpty());
    assertThat(homelab.cluster().get().isLive()).isTrue();
  }

  @Test
  void aLostServerLeavesItsLastPictureAndComesBack() throws IOException {
    serve(0);
    int port = server.getAddress().getPort();
    source =
        ClusterSource.start(
            TestProfile.of(kubeconfig()), homelab, new TestNetwork(), Clock.systemUTC());
    awaitLive();

    server.stop(0);
    await().until(() -> homelab.cluster().get().freshness() == Freshness.STALE);
    assertThat(homelab.pods().size()).isEqualTo(10);
    assertThat(homelab.cluster().get().problem()).isPresent();

    serve(port);
    awaitLive();
  }

  @Test
  void aBadKubeconfigIsAReasonAndCanBeCured() throws IOException {
    serve(0);
    Path file = folder.resolve("later");
    source =
        ClusterSource.start(
            TestProfile.of(file.toString()), homelab, new TestNetwork(), Clock.systemUTC());

    await()
        .until(() ->
            homelab.cluster().get().problem().stream()
                .anyMatch(why -> why.key().equals("kubeconfig.missing")));
    assertThat(homelab.cluster().get().freshness()).isEqualTo(Freshness.UNKNOWN);

    Files.copy(Path.of(kubeconfig()), file);
    awaitLive();
  }

  @Test
  void forgetsWhatAnotherClusterHasLeft() throws IOException {
    homelab.pods().put(Json.parse(new PodParser(), Json.quoted("{'metadata':{'uid':'old'}}")));
    source =
        ClusterSource.start(
            TestProfile.of(folder.resolve("none").toString()),
            homelab,
            new TestNetwork(),
            Clock.systemUTC());

    await().until(() -> homelab.pods().all().isEmpty());
  }

  @Test
  void whereNotAllMayBeSeenEachNamespaceIsAsked() throws IOException {
    serve(0);
    server.removeContext("/api/v1/pods");
    var forbidden = new AtomicBoolean(true);
    server.createContext(
        "/api/v1/pods",
        exchange -> {
          if (forbidden.get()) {
            refuse(exchange);
          } else {
            listOrWatch(exchange, "pods.json");
          }
        });
    server.createContext("/api/v1/namespaces", exchange -> listOrWatch(exchange, NAMESPACES));
    server.createContext("/api/v1/namespaces/default/pods", ClusterSourceTest::refuse);
    server.createContext("/api/v1/namespaces/apps/pods", exchange -> listOrWatch(exchange, APP));
    server.createContext("/api/v1/namespaces/media/pods", ClusterSourceTest::refuse);
    source =
        ClusterSource.start(
            TestProfile.of(kubeconfig()), homelab, new TestNetwork(), Clock.systemUTC());

    awaitLive();
    assertThat(homelab.pods().all()).extracting(Pod::qualifiedName).containsExactly("apps/web");
    assertThat(homelab.objects().of(Kind.PODS).coverage().get().known().orElseThrow().namespaces())
        .containsExactly("apps");
    assertThat(homelab.cluster().get().known().orElseThrow().missing())
        .containsExactly(new Cluster.MissingRight("pods", false));

    forbidden.set(false);
    wake(); // else it is asked for again in half a minute
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> homelab.cluster().get().known().orElseThrow().missing().isEmpty());
    awaitLive();
    assertThat(homelab.pods().size()).isEqualTo(10);
    assertThat(homelab.objects().of(Kind.PODS).isAllOf("media")).isTrue();
    assertThat(homelab.objects().isNeeded(Kind.NAMESPACES)).isFalse();
  }

  @Test
  void followsAKindOnlyWhileSomebodyNeedsIt() throws IOException {
    serve(0);
    var services = new LinkedBlockingQueue<String>();
    server.createContext(
        "/api/v1/services",
        exchange -> {
          services.add(String.valueOf(exchange.getRequestURI().getQuery()));
          listOrWatch(exchange, NAMESPACES); // what it lists does not matter here
        });
    source =
        ClusterSource.start(
            TestProfile.of(kubeconfig()), homelab, new TestNetwork(), Clock.systemUTC());
    awaitLive();
    assertThat(services).isEmpty();

    Subscription first = homelab.objects().need(Kind.SERVICES);
    Subscription second = homelab.objects().need(Kind.SERVICES);
    var table = homelab.objects().of(Kind.SERVICES);
    await().until(() -> table.coverage().get().isLive());
    assertThat(table.rows().size()).isEqualTo(3);
    first.close();
    first.close();
    assertThat(table.rows().size()).isEqualTo(3);

    second.close();
    assertThat(table.rows().all()).isEmpty();
    assertThat(table.coverage().get().freshness()).isEqualTo(Freshness.UNKNOWN);
    assertThat(homelab.cluster().get().isLive()).isTrue();
    assertThat(services).hasSize(2);
  }

  /** A custom kind, which a cluster has or has not. */
  @Test
  void aKindTheServerDoesNotHaveIsNoProblemAndMayCome() throws IOException {
    serve(0);
    var there = new AtomicBoolean();
    server.createContext(
        "/apis/traefik.io/v1alpha1/ingressroutes",
        exchange -> {
          if (there.get()) {
            listOrWatch(exchange, ROUTE);
          } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
          }
        });
    homelab.objects().need(Kind.INGRESS_ROUTES);
    source =
        ClusterSource.start(
            TestProfile.of(kubeconfig()), homelab, new TestNetwork(), Clock.systemUTC());
    awaitLive();
    var table = homelab.objects().of(Kind.INGRESS_ROUTES);
    await()
        .until(() ->
            table.coverage().get().problem().stream()
                .anyMatch(why -> why.key().equals("cluster-source.not-found")));
    assertThat(homelab.cluster().get().known().orElseThrow().missing()).isEmpty();
    assertThat(homelab.hides(Kind.INGRESS_ROUTES)).isFalse();

    there.set(true);
    wake(); // else it is asked for again in half a minute
    await().atMost(Duration.ofSeconds(20)).until(() -> table.rows().size() == 1);
    awaitLive();
    assertThat(table.rows().all().iterator().next().routes().getFirst().where())
        .containsExactly(new IngressRoute.Where("n8n.example", "/webhook"));
  }

  /** Makes the source look at everything anew, as after a loss of the server. */
  private void wake() throws IOException {
    server.removeContext("/version");
    await().until(() -> homelab.cluster().get().freshness() == Freshness.STALE);
    server.createContext("/version", exchange -> answer(exchange, "{\"gitVersion\":\"v1.36.2\"}"));
  }

  @Test
  void writesNothingOnceClosed() throws IOException {
    serve(0);
    source =
        ClusterSource.start(
            TestProfile.of(kubeconfig()), homelab, new TestNetwork(), Clock.systemUTC());
    awaitLive();
    source.close();
    var reading = homelab.cluster().get();
    Pod pod = homelab.pods().all().iterator().next();
    homelab.pods().remove(pod.uid());

    server.stop(0);

    assertThat(homelab.cluster().get()).isEqualTo(reading);
    assertThat(homelab.pods().size()).isEqualTo(9);
  }

  private void awaitLive() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(homelab.cluster().get())
                .matches(Reading::isLive, "live")
                .matches(reading -> reading.known().orElseThrow().complete(), "complete"));
  }

  private String kubeconfig() throws IOException {
    return Files.writeString(
            folder.resolve("config"),
            """
            clusters: [{name: c, cluster: {server: 'http://127.0.0.1:%d'}}]
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users: [{name: u, user: {token: t}}]
            """
                .formatted(server.getAddress().getPort()))
        .toString();
  }

  private void serve(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/version", exchange -> answer(exchange, "{\"gitVersion\":\"v1.36.2\"}"));
    server.createContext("/api/v1/nodes", exchange -> listOrWatch(exchange, "nodes.json"));
    server.createContext("/api/v1/pods", exchange -> listOrWatch(exchange, "pods.json"));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    byte[] body = Json.quoted("{'kind':'Status','code':403}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(403, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A file, or the list itself. */
  private void listOrWatch(HttpExchange exchange, String file) throws IOException {
    if (!exchange.getRequestURI().getQuery().contains("watch=1")) {
      answer(exchange, file.endsWith(".json") ? Json.file(file) : file);
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
    try {
      while (file.equals("pods.json")) {
        exchange.getResponseBody().write(podEvents.take().getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
      }
      Thread.currentThread().join(); // until the server stops
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
