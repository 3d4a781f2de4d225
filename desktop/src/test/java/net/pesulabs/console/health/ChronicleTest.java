package net.pesulabs.console.health;

import static net.pesulabs.console.health.Containers.container;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of the last hours. */
class ChronicleTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatWasWrongAndIsRightAgain() {
    house.put(crashing());
    assertThat(lately()).singleElement().asString().startsWith("Something is wrong: web");

    house.clock.move(Duration.ofMinutes(3));
    house.remove(Kind.PODS, "pod-web-x");
    assertThat(lately().getFirst()).startsWith("All right again: web");
    assertThat(newest().severity()).isEqualTo(Severity.FINE);
    assertThat(newest().at()).isEqualTo(house.clock.instant());
  }

  @Test
  void sinceWhenMayBecomeKnownLater() {
    Instant began = house.clock.instant().minus(Duration.ofMinutes(4));
    house.health.concerns().put(concern(null));
    assertThat(newest().at()).isEqualTo(house.clock.instant());

    house.health.concerns().put(concern(began));
    assertThat(newest().at()).isEqualTo(began);
    assertThat(lately()).hasSize(1);
  }

  private static Concern concern(@Nullable Instant since) {
    return Concern.of(
        "node/asuna",
        new Finding(
            "node-silent",
            Severity.CRITICAL,
            "node/asuna",
            List.of(),
            since,
            Msg.nodeHealthSilent(),
            Msg.adviceNodeSilent()));
  }

  @Test
  void whatPassesAtOnceIsNotToldAtAll() {
    house.put(crashing());
    house.clock.move(Duration.ofSeconds(2));
    house.remove(Kind.PODS, "pod-web-x");
    assertThat(lately()).isEmpty();
  }

  @Test
  void whatIsNoLongerSeenIsNotRightAgain() {
    house.put(crashing());
    house.clock.move(Duration.ofMinutes(3));
    house.loseCluster();
    house.remove(Kind.PODS, "pod-web-x");
    assertThat(lately()).noneMatch(text -> text.startsWith("All right"));
    assertThat(lately().getFirst()).isEqualTo("Cluster: no answer any more");
  }

  @Test
  void aSilenceIsToldWithItsEndUnlessItWasShort() {
    house.loseCluster();
    house.clock.move(Duration.ofMinutes(1));
    house.cluster(new Cluster("v1", true));
    assertThat(lately()).containsExactly("Cluster: answers again");

    house.loseCluster();
    assertThat(lately()).containsExactly("Cluster: no answer any more");
    house.clock.move(Duration.ofSeconds(3));
    house.cluster(new Cluster("v1", true));
    assertThat(lately()).isEmpty();
  }

  @Test
  void ofManyRestartsTheLastCounts() {
    house.put(restarted("a", Duration.ofMinutes(30)));
    house.put(restarted("b", Duration.ofMinutes(10)));
    house.put(restarted("c", Duration.ofMinutes(50)));
    assertThat(lately()).containsExactly("“web” was restarted");
    assertThat(newest().at()).isEqualTo(house.clock.instant().minus(Duration.ofMinutes(10)));
  }

  @Test
  void whatWasLongAgoIsNoNews() {
    house.put(restarted("a", Duration.ofHours(25)));
    assertThat(lately()).isEmpty();
  }

  @Test
  void anotherVersionAndAnotherNumber() {
    house.put(Kind.DEPLOYMENTS, Things.images("n8nio/n8n:1"));
    house.put(Kind.DEPLOYMENTS, Things.images("n8nio/n8n:2"));
    house.put(Kind.DEPLOYMENTS, deployment("db", 1, 1));
    house.put(Kind.DEPLOYMENTS, deployment("db", 0, 0));
    assertThat(lately())
        .containsExactlyInAnyOrder("“web” now runs n8nio/n8n:2", "“db”: switched off");
  }

  @Test
  void aMachineGoneAndBack() {
    house.put(Kind.NODES, Things.node("asuna", null));
    assertThat(lately()).anyMatch("asuna does not answer any more"::equals);
    house.put(Kind.NODES, Things.node("asuna", true));
    assertThat(lately()).contains("asuna is up and running");
  }

  @Test
  void itRemembersOnlySoMuch() {
    for (int i = 0; i < 200; i++) {
      house.clock.move(Duration.ofSeconds(1));
      house.put(pod("web-" + i, "x" + i).lastRestart(house.clock.instant()));
    }
    assertThat(lately()).hasSize(40).contains("“web-199” was restarted", "“web-160” was restarted");
  }

  @Test
  void anotherHouseHasAnotherPast() {
    house.put(restarted("a", Duration.ofMinutes(30)));
    house.homelab.forget(Source.CLUSTER);
    assertThat(lately()).isEmpty();
  }

  private static Pods crashing() {
    return pod("web", "web-x")
        .with(
            container("web").waiting("CrashLoopBackOff", "back-off").restarts(9).last("Error", 1));
  }

  private Pods restarted(String name, Duration ago) {
    return pod("web", name).lastRestart(house.clock.instant().minus(ago));
  }

  private Happening newest() {
    return sorted().getFirst();
  }

  private List<String> lately() {
    return sorted().stream().map(happening -> happening.text().in(Language.EN)).toList();
  }

  private List<Happening> sorted() {
    return house.health.lately().all().stream()
        .sorted(Comparator.comparing(Happening::at).reversed())
        .toList();
  }
}
