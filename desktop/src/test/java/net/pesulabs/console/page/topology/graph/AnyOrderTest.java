package net.pesulabs.console.page.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.IngressRoute;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever changed in whichever order, the graph is that of what is there in the end. */
class AnyOrderTest {

  /** An object that may come, go and change. */
  private record Slot<T extends ClusterObject>(Kind<T> kind, List<T> states) {
    void put(Mapped house, int state) {
      if (state < states.size()) {
        house.put(kind, states.get(state));
      } else {
        house.remove(kind, states.getFirst().uid());
      }
    }
  }

  private final List<Slot<?>> slots = new ArrayList<>();

  static Stream<Arguments> layersAndSeeds() {
    return Stream.of(Layer.values())
        .flatMap(layer -> IntStream.range(1, 7).mapToObj(seed -> Arguments.of(layer, seed)));
  }

  @ParameterizedTest
  @MethodSource("layersAndSeeds")
  void endsInWhatIsThere(Layer layer, int seed) {
    var random = new Random(seed);
    objects();
    try (var house = new Mapped().show(layer)) {
      for (int pulse = 0; pulse < 12; pulse++) {
        for (int change = random.nextInt(40); change >= 0; change--) {
          Slot<?> slot = slots.get(random.nextInt(slots.size()));
          slot.put(house, random.nextInt(slot.states.size() + 1));
        }
        surroundings(house, random);
        house.settle();
        Mapped.assertWhole(house.map.graph());
      }
      house.pass(Duration.ofSeconds(1));
      house.settle();

      Mapped.assertSame(house.map.graph(), house.again(layer).graph());
      assertThat(house.told).isNotEmpty();
      for (Graph.Changes changes : house.told) {
        assertThat(changes.vertices().size() + changes.edges().size()).isPositive();
      }

      slots.forEach(slot -> slot.put(house, Integer.MAX_VALUE));
      house.settle();
      Mapped.assertWhole(house.map.graph());
      Mapped.assertSame(house.map.graph(), house.again(layer).graph());
    }
  }

  private static void surroundings(Mapped house, Random random) {
    switch (random.nextInt(12)) {
      case 0 -> house.loseCluster(Msg.readingWaiting());
      case 1 -> house.loseCluster(Msg.readingNotReported());
      case 2 -> house.cluster(new Cluster("v1.33.4", true));
      case 3, 4, 5 -> house.cluster(new Cluster("v1.33.4+k3s1", true));
      case 6 -> house.hides(Kind.SERVICES, Msg.readingWaiting());
      case 7 -> house.covers(Kind.SERVICES, Coverage.WHOLE);
      case 8 ->
          house
              .homelab
              .tailnet()
              .set(
                  new Reading.Live<>(
                      HouseFixture.tailnet(
                          random.nextBoolean() ? Tailnet.State.UP : Tailnet.State.STOPPED),
                      new Origin(Source.TAILNET, Route.LOCAL, "tailscale"),
                      house.clock.instant()));
      case 9 ->
          house
              .homelab
              .objects()
              .secrets()
              .put(new SecretPresence("apps", "web-tls", random.nextBoolean()));
      case 10 ->
          house.way(
              Source.MODEL,
              Route.LAN,
              "http://192.168.8.129:8080",
              random.nextBoolean(),
              random.nextInt(20));
      default -> house.homelab.objects().secrets().remove("apps/web-tls");
    }
  }

  private void objects() {
    add(
        Kind.NODES,
        HouseFixture.node("asuna", true),
        HouseFixture.node("asuna", false),
        HouseFixture.node("asuna", null));
    add(Kind.NODES, HouseFixture.node("pesubuntu", true), HouseFixture.node("pesubuntu", null));
    add(Kind.NODES, HouseFixture.node("nueva", true));
    for (String app : List.of("web", "api", "db")) {
      for (int i = 0; i < 4; i++) {
        add(
            Kind.PODS,
            HouseFixture.pod("apps", "Deployment", app, i, "asuna", "Running", true),
            HouseFixture.pod("apps", "Deployment", app, i, "pesubuntu", "Running", true),
            HouseFixture.pod("apps", "Deployment", app, i, "lost", "CrashLoopBackOff", false),
            HouseFixture.pod("apps", "StatefulSet", app, i, null, "Pending", false),
            HouseFixture.pod("apps", "Job", app, i, "asuna", "Completed", false));
      }
      add(
          Kind.DEPLOYMENTS,
          Samples.deployment("apps", app, 2, 2),
          Samples.deployment("apps", app, 3, 1),
          Samples.deployment("apps", app, 0, 0));
      add(
          Kind.SERVICES,
          Samples.service("apps", app, "ClusterIP"),
          Samples.service("apps", app, "LoadBalancer"),
          Samples.external("apps", app, "elsewhere.example"));
      add(
          Kind.ENDPOINT_SLICES,
          Samples.slice("apps", app, Map.of(app + "-0", true, app + "-1", true)),
          Samples.slice("apps", app, Map.of(app + "-1", false, app + "-2", true)),
          Samples.slice("apps", app, Map.of()));
      add(
          Kind.INGRESSES,
          Samples.ingress("apps", app, app + ".pesulabs.net", "", app),
          Samples.ingress("apps", app, "web.pesulabs.net", "web-tls", app),
          Samples.ingress("apps", app, "", "", "nobody"));
    }
    add(
        Kind.INGRESS_ROUTES,
        Samples.route("apps", "web", "web.pesulabs.net", "web-tls", "web"),
        Samples.route("apps", "web", "any.pesulabs.net", "", "api"));
    IngressRoute own = Samples.route("apps", "dashboard", "", "", "");
    add(Kind.INGRESS_ROUTES, own);
    add(Kind.CRON_JOBS, Samples.cronJob("apps", "backup"));
    add(
        Kind.JOBS,
        Samples.job("apps", "backup-1", "backup"),
        Samples.job("apps", "backup-1", null));
    add(Kind.JOBS, Samples.job("apps", "once", null));
  }

  @SafeVarargs
  private <T extends ClusterObject> void add(Kind<T> kind, T... states) {
    slots.add(new Slot<>(kind, List.of(states)));
  }
}
