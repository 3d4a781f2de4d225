package net.pesulabs.console.page.topology.graph;

import static net.pesulabs.console.page.HouseFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.EndpointSlice;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.IngressRoute;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Vertex.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a host name to the pods that answer for it. */
class TrafficLayerTest {

  private static final String HOST = "host/n8n.pesulabs.net";
  private static final String DOOR = "ingress/apps/n8n";
  private static final String SERVICE = "service/apps/n8n";
  private static final String ENDPOINTS = "endpoints/apps/n8n";
  private static final String POD = "pod/apps/n8n-0";

  private final Mapped house = Mapped.fine();

  @BeforeEach
  void build() {
    house.put(
        Kind.INGRESSES, Samples.ingress("apps", "n8n", "n8n.pesulabs.net", "pesulabs-tls", "n8n"));
    house.put(Kind.SERVICES, Samples.service("apps", "n8n", "ClusterIP"));
    house.put(Kind.ENDPOINT_SLICES, Samples.slice("apps", "n8n", Map.of("n8n-0", true)));
    secret(true);
    house.show(Layer.TRAFFIC);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aHostNameLeadsHopByHopToItsPod() {
    for (Edge edge :
        List.of(
            house.edge(HOST, DOOR),
            house.edge(DOOR, SERVICE),
            house.edge(SERVICE, ENDPOINTS),
            house.edge(ENDPOINTS, POD))) {
      assertThat(edge.sort()).isEqualTo(Edge.Sort.TRAFFIC);
      assertThat(edge.health().severity()).as(edge.id()).isEqualTo(Severity.FINE);
      assertThat(edge.inUse()).isTrue();
      assertThat(edge.live()).isTrue();
    }
    assertThat(house.vertex(DOOR).parent()).isEqualTo("entrance/traefik");
    assertThat(house.vertex(SERVICE).parent()).isEqualTo("namespace/apps");
    assertThat(house.vertex(ENDPOINTS).tally()).isEqualTo(new Tally(1, 1));
    assertThat(house.vertex(HOST).health().severity()).isEqualTo(Severity.FINE);
    assertThat(house.vertex("entrance/traefik").tally()).isEqualTo(new Tally(1, 1));
    assertThat(house.vertex("namespace/apps").tally()).isEqualTo(new Tally(1, 1));
    assertThat(
            List.of(
                house.vertex(HOST).rank(),
                house.vertex("entrance/traefik").rank(),
                house.vertex("namespace/apps").rank()))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(house.vertices()).as("pods of no service").doesNotContain("pod/apps/mem0-0");
  }

  @Test
  void nothingTellsOfTheEntranceButItsOwnService() {
    assertThat(house.vertex("entrance/traefik").health().severity()).isEqualTo(Severity.UNKNOWN);

    house.put(Kind.SERVICES, Samples.service("kube-system", "traefik", "LoadBalancer"));
    house.put(
        Kind.ENDPOINT_SLICES, Samples.slice("kube-system", "traefik", Map.of("traefik-0", true)));
    house.settle();

    assertThat(house.vertex("entrance/traefik").health().severity()).isEqualTo(Severity.FINE);
    assertThat(house.edge(Ids.LAN, "service/kube-system/traefik").inUse()).isTrue();
  }

  @Test
  void anIngressToAServiceNobodyHasIsBroken() {
    house.remove(Kind.SERVICES, "service-apps-n8n");
    house.settle();

    assertThat(house.edge(DOOR, SERVICE).health().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(house.edge(DOOR, SERVICE).inUse()).isFalse();
    assertThat(house.vertex(SERVICE).health().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(house.vertex(HOST).health().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(house.vertices()).doesNotContain(ENDPOINTS, POD);
    Mapped.assertWhole(house.map.graph());
  }

  @Test
  void whatHasJustBeenMadeIsGivenAMoment() {
    house.put(
        Kind.INGRESS_ROUTES,
        young(
            Samples.route("apps", "soon", "soon.pesulabs.net", "", "soon"), house.clock.instant()));
    house.settle();
    assertThat(house.vertex("service/apps/soon").health().severity()).isEqualTo(Severity.BUSY);

    house.pass(Duration.ofSeconds(31));

    assertThat(house.vertex("service/apps/soon").health().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(house.vertex("host/soon.pesulabs.net").health().severity())
        .isEqualTo(Severity.CRITICAL);
  }

  @Test
  void whereServicesAreHiddenNobodySaysThatOneIsMissing() {
    house.remove(Kind.SERVICES, "service-apps-n8n");
    house.hides(Kind.SERVICES, Msg.clusterSourceForbidden("list", "services"));
    house.cluster(
        new Cluster(
            "v1.33.4+k3s1",
            true,
            List.of(new Cluster.MissingRight("services", true)),
            List.of(),
            null));
    house.settle();

    assertThat(house.vertex(SERVICE).health().severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(house.edge(DOOR, SERVICE).health().text()).isEqualTo(Msg.topologyServiceHidden());
    assertThat(house.vertex(HOST).health().severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(house.map.notices()).containsExactly(Msg.topologyNoticeHidden("Service"));
  }

  @Test
  void whereEndpointsAreHiddenNobodySaysThatItAnswers() {
    house.hides(Kind.ENDPOINT_SLICES, Msg.readingNotReported());
    house.remove(Kind.ENDPOINT_SLICES, "slice-apps-n8n");
    house.settle();

    assertThat(house.vertex(SERVICE).health().text()).isEqualTo(Msg.topologyEndpointsHidden());
    assertThat(house.vertex(HOST).health().severity()).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void aPortThatTheServiceDoesNotHaveIsBroken() {
    var wrong =
        new Ingress(
            Samples.meta("ingress", "apps", "n8n"),
            "traefik",
            List.of(new Ingress.Rule("n8n.pesulabs.net", "/api", "n8n", "5678")),
            List.of(),
            List.of());
    house.put(Kind.INGRESSES, wrong);
    house.settle();

    assertThat(house.edge(DOOR, SERVICE).health().text())
        .isEqualTo(Msg.ingressNoPort("n8n.pesulabs.net/api", "n8n", "5678"));
    assertThat(house.vertex(SERVICE).health().severity()).isEqualTo(Severity.FINE);
  }

  @Test
  void aServiceWithoutReadyEndpointsAnswersNot() {
    house.put(Kind.ENDPOINT_SLICES, Samples.slice("apps", "n8n", Map.of("n8n-0", false)));
    house.settle();

    assertThat(house.vertex(ENDPOINTS).tally()).isEqualTo(new Tally(0, 1));
    assertThat(house.edge(SERVICE, ENDPOINTS).health().severity()).isNotEqualTo(Severity.FINE);
    assertThat(house.edge(ENDPOINTS, POD).inUse()).isFalse();
    assertThat(house.vertex(HOST).health().severity()).isNotEqualTo(Severity.FINE);
  }

  @Test
  void aServiceWhosePodsAllCrashIsCritical() {
    house.put(Kind.ENDPOINT_SLICES, Samples.slice("apps", "n8n", Map.of("n8n-0", false)));
    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();
    house.put(Kind.SERVICES, Samples.service("apps", "n8n", "ClusterIP"));
    house.settle();

    assertThat(house.vertex(POD).health().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(house.edge(ENDPOINTS, POD).health().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(house.vertex(HOST).health().severity()).isNotEqualTo(Severity.FINE);
  }

  @Test
  void aCertificateIsThereOrMissingOrNotKnown() {
    secret(false);
    house.settle();
    assertThat(house.edge(HOST, DOOR).health().severity()).isEqualTo(Severity.WARNING);
    assertThat(house.edge(HOST, DOOR).health().text())
        .isEqualTo(Msg.ingressNoSecret("n8n.pesulabs.net", "pesulabs-tls"));

    house.homelab.objects().secrets().remove("apps/pesulabs-tls");
    house.settle();
    assertThat(house.edge(HOST, DOOR).health().text()).isEqualTo(Msg.topologyTlsHidden());
    assertThat(house.edge(HOST, DOOR).health().severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(house.vertex(HOST).health().severity()).as("it answers").isEqualTo(Severity.FINE);
  }

  @Test
  void anIngressRouteLeadsLikeAnIngress() {
    house.put(Kind.INGRESS_ROUTES, Samples.route("apps", "flows", "flows.pesulabs.net", "", "n8n"));
    house.put(Kind.INGRESS_ROUTES, Samples.route("kube-system", "dashboard", "", "", ""));
    house.settle();

    assertThat(house.vertex("ingressroute/apps/flows").parent()).isEqualTo("entrance/traefik");
    assertThat(house.edge("ingressroute/apps/flows", SERVICE).health().severity())
        .isEqualTo(Severity.FINE);
    assertThat(house.edge("host/flows.pesulabs.net", "ingressroute/apps/flows")).isNotNull();
    assertThat(house.edge("host/*", "ingressroute/kube-system/dashboard")).isNotNull();
    assertThat(house.vertex("host/*").health().severity()).isEqualTo(Severity.FINE);
    assertThat(house.details("ingressroute/apps/flows").facts())
        .extracting(fact -> fact.value().in(Language.EN))
        .contains("websecure", "Host(`flows.pesulabs.net`)", "n8n:80");
  }

  @Test
  void aRuleThatCannotBeReadIsForNoHostThatCouldBeNamed() {
    IngressRoute odd = Samples.route("apps", "odd", "x", "", "n8n");
    house.put(
        Kind.INGRESS_ROUTES,
        new IngressRoute(
            odd.meta(),
            List.of(),
            List.of(new IngressRoute.Route("Host(", List.of(), odd.routes().getFirst().backends())),
            false,
            ""));
    house.settle();

    assertThat(house.edge("host/~Host(", "ingressroute/apps/odd")).isNotNull();
    assertThat(house.details("host/~Host(").actions()).isEmpty();
  }

  @Test
  void aServiceThatNoHostLeadsToIsAskedFromInside() {
    house.put(Kind.SERVICES, Samples.service("data", "postgres", "ClusterIP"));
    house.settle();
    assertThat(house.edge(Ids.INSIDE, "service/data/postgres").label()).isNotNull();
    assertThat(house.edges()).doesNotContain(Ids.edge(Ids.INSIDE, SERVICE));

    house.put(Kind.SERVICES, Samples.external("data", "postgres", "db.example"));
    house.settle();
    assertThat(house.vertex("service/data/postgres").health().text())
        .isEqualTo(Msg.topologyServiceElsewhere("db.example"));
    assertThat(house.vertices()).doesNotContain("endpoints/data/postgres");

    house.remove(Kind.SERVICES, "service-data-postgres");
    house.settle();
    assertThat(house.vertices()).doesNotContain(Ids.INSIDE, "namespace/data");
  }

  @Test
  void aPodWithAddressesOfTwoFamiliesAnswersOnce() {
    EndpointSlice four = Samples.slice("apps", "n8n", Map.of("n8n-0", true));
    house.put(
        Kind.ENDPOINT_SLICES,
        new EndpointSlice(
            Samples.meta("slice6", "apps", "n8n"), "n8n", four.endpoints(), four.ports()));
    house.settle();

    assertThat(house.vertex(ENDPOINTS).tally()).isEqualTo(new Tally(1, 1));
  }

  @Test
  void aPodThatOnlyTheServiceTellsOfIsNotKnown() {
    house.remove(Kind.PODS, "apps/n8n-0");
    house.settle();

    assertThat(house.vertex(POD).health().text()).isEqualTo(Msg.topologyPodUnseen());
  }

  @Test
  void aChangeTouchesItsHopAndThoseBefore() {
    house.told.clear();
    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();

    assertThat(house.told).containsExactly(new Graph.Changes(Set.of(POD), Set.of(), false));
  }

  @Test
  void nothingOfASilentClusterIsGreen() {
    house.loseCluster(Msg.readingWaiting());
    house.settle();

    assertThat(house.map.graph().vertices().values())
        .allMatch(vertex -> !vertex.live() && vertex.health().severity() == Severity.UNKNOWN);
    assertThat(house.map.graph().edges().values())
        .hasSize(4)
        .allMatch(edge -> !edge.live() && edge.health().severity() == Severity.UNKNOWN);
  }

  @Test
  void aHostCanBeOpened() {
    assertThat(house.details(HOST).actions())
        .contains(
            new Action.OpenInBrowser(URI.create("https://n8n.pesulabs.net")),
            new Action.CopyAddress("n8n.pesulabs.net"));
    for (String id : house.vertices()) {
      assertThat(house.details(id).title().in(Language.ES)).as(id).isNotBlank();
    }
    for (String id : house.edges()) {
      assertThat(house.details(id).title().in(Language.ES)).as(id).isNotBlank();
    }
  }

  private void secret(boolean present) {
    house.homelab.objects().secrets().put(new SecretPresence("apps", "pesulabs-tls", present));
  }

  private static IngressRoute young(IngressRoute route, Instant created) {
    return new IngressRoute(
        Meta.of(route.uid(), route.namespace(), route.name(), created),
        route.entryPoints(),
        route.routes(),
        route.secure(),
        route.secret());
  }
}
