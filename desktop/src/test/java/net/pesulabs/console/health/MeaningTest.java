package net.pesulabs.console.health;

import static net.pesulabs.console.health.Containers.container;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong, as it is told to somebody who never heard of Kubernetes. */
class MeaningTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aProgramWithoutAnyPodIsMissedByItsPurpose() {
    house.put(Kind.DEPLOYMENTS, deployment("n8n", 1, 0)).put(crashing("n8n"));
    assertThat(meanings(Language.EN)).containsExactly("The automations (n8n) are not running.");
    assertThat(meanings(Language.ES)).containsExactly("Las automatizaciones (n8n) no funcionan.");
  }

  @Test
  void aProgramWithSomePodsLeftStillWorks() {
    house.put(Kind.DEPLOYMENTS, deployment("n8n", 2, 1)).put(crashing("n8n"));
    assertThat(meanings(Language.EN))
        .containsExactly("The automations (n8n): working, but not quite as it should.");
  }

  @Test
  void aProgramNobodyKnowsIsCalledByItsName() {
    house.put(Kind.DEPLOYMENTS, deployment("thing", 1, 0)).put(crashing("thing"));
    assertThat(meanings(Language.ES)).containsExactly("«thing» no está disponible.");
  }

  @Test
  void theModelServerRestartingMeansNoChat() {
    house.put(Kind.DEPLOYMENTS, deployment("llama-server", 1, 0)).put(crashing("llama-server"));
    assertThat(meanings(Language.EN))
        .containsExactly("Chat is not available: the model server on pesubuntu is restarting.");
  }

  @Test
  void aNodeDownMeansWhatRanThere() {
    house
        .put(Kind.DEPLOYMENTS, deployment("jellyfin", 1, 0))
        .put(Kind.DEPLOYMENTS, deployment("immich-server", 1, 0))
        .put(Kind.DEPLOYMENTS, deployment("n8n", 1, 1))
        .put(pod("jellyfin", "jellyfin-x").notReady())
        .put(pod("immich-server", "immich-server-x").notReady())
        .put(pod("n8n", "n8n-x"))
        .put(Kind.NODES, Things.node("asuna", null));
    assertThat(meanings(Language.EN))
        .containsExactly(
            "asuna is not running. Without it: The photos are not available."
                + " Films and series are not available.");
  }

  @Test
  void anIngressThatLeadsNowhereIsAPageThatDoesNotOpen() {
    house.put(
        Kind.INGRESSES,
        Things.ingress("web", new Ingress.Rule("fotos.pesulabs.net", "/", "gone", "80")));
    assertThat(meanings(Language.ES)).containsExactly("No se abre esta página: fotos.pesulabs.net");
  }

  @Test
  void aModelBeingLoadedIsNoTroubleAndYetNoChat() {
    model(ModelServer.State.LOADING);
    assertThat(meanings(Language.EN))
        .containsExactly("Chat is not available yet: the model is being loaded on pesubuntu.");
    assertThat(house.health.sorted()).noneMatch(concern -> concern.severity().wantsCare());

    model(ModelServer.State.READY);
    assertThat(house.health.sorted()).isEmpty();
  }

  @Test
  void aSilentModelServerMeansNoChat() {
    model(ModelServer.State.READY);
    house.homelab.model().update(reading -> reading.lost(Msg.appDemo()));
    assertThat(meanings(Language.EN))
        .containsExactly("Chat is not available: the model server on pesubuntu does not answer.");
  }

  @Test
  void aMachineThatIsOfflineAndYetReachedMeansNothing() {
    house.tailnet(Tailnet.State.UP, Tailnet.Path.OFFLINE);
    assertThat(house.health.sorted()).hasSize(1);
    assertThat(meanings(Language.EN)).isEmpty();

    house.loseCluster();
    assertThat(meanings(Language.EN).getFirst()).startsWith("Nobody can see from here");
  }

  @Test
  void aCertificateThatLacksTheTailnetAddressIsTroubleAwayFromHome() {
    way("https://100.81.76.55:6443", Msg.reachTlsSan("100.81.76.55:6443", "asuna", "100.81.76.55"));
    Concern concern = house.health.sorted().getFirst();
    assertThat(concern.leading().cause()).isEqualTo("certificate-name");
    assertThat(concern.leading().advice().in(Language.ES)).contains("tls-san", "100.81.76.55");
    assertThat(meanings(Language.EN).getFirst()).startsWith("Away from home");

    way("https://100.81.76.55:6443", Msg.failureTimedOut("100.81.76.55:6443"));
    assertThat(house.health.sorted()).isEmpty();
  }

  @Test
  void aSilentClusterHasOneFindingAndNotTwo() {
    way("https://100.81.76.55:6443", Msg.reachTlsSan("100.81.76.55:6443", "asuna", "100.81.76.55"));
    house.loseCluster();
    assertThat(house.concerns()).containsExactly("source/cluster: unreachable");
  }

  private void way(String address, Message why) {
    var origin = new Origin(Source.CLUSTER, Route.TAILNET, address);
    house.homelab.ways().put(new Way(false, new Reading.Unknown<>(origin, why)));
  }

  @Test
  void aRouterWithoutALineMeansNoInternet() {
    var origin = new Origin(Source.GATEWAY, Route.LAN, "192.168.8.1");
    house
        .homelab
        .router()
        .set(new Reading.Live<>(HouseFixture.router(false), origin, house.clock.instant()));
    assertThat(meanings(Language.EN)).containsExactly("There is no internet at home.");

    house
        .homelab
        .router()
        .set(new Reading.Live<>(HouseFixture.router(true), origin, house.clock.instant()));
    assertThat(meanings(Language.EN)).isEmpty();
  }

  private void model(ModelServer.State state) {
    var origin = new Origin(Source.MODEL, Route.TAILNET, "http://100.86.122.109:8080");
    house
        .homelab
        .model()
        .set(
            new Reading.Live<>(
                Rows.server(state).name("m").build(), origin, house.clock.instant()));
  }

  private static Pods crashing(String workload) {
    return pod(workload, workload + "-x")
        .with(
            container("web").waiting("CrashLoopBackOff", "back-off").restarts(9).last("Error", 1));
  }

  private List<String> meanings(Language language) {
    return house.health.sorted().stream()
        .flatMap(concern -> house.health.meaning(concern).stream())
        .map(meaning -> meaning.in(language))
        .toList();
  }
}
