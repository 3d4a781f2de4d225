package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Path;
import net.pesulabs.console.homelab.Tailnet.Peer;
import net.pesulabs.console.homelab.VolumeUse;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HouseHealthTest {

  private final MovableClock clock = new MovableClock(CREATED.plusSeconds(5));
  private final LiveHomelab homelab = new LiveHomelab();
  private final HouseHealth health =
      new HouseHealth(homelab, new Cell<>(Settings.initial()), clock);

  @AfterEach
  void close() {
    health.close();
  }

  private List<String> causes() {
    return health.sorted().stream().map(concern -> concern.leading().cause()).toList();
  }

  @Test
  void findsAndForgetsWithTheObject() {
    var broken = pod().waiting("CrashLoopBackOff", 2, "Error", 1).build();
    homelab.pods().put(broken);
    assertThat(causes()).containsExactly("crash-loop");
    homelab.pods().put(pod().build());
    assertThat(causes()).isEmpty();
    homelab.pods().put(broken);
    homelab.pods().remove(broken.uid());
    assertThat(causes()).isEmpty();
  }

  @Test
  void replacesAFindingWhoseCauseChanged() {
    homelab.pods().put(pod().waiting("CrashLoopBackOff", 2, "Error", 1).build());
    homelab.pods().put(pod().waiting("ImagePullBackOff", 2, null, null).build());
    assertThat(causes()).containsExactly("image-pull");
  }

  @Test
  void whatTakesTooLongBecomesAFindingWithoutAnyChange() {
    var origin = new Origin(Source.CLUSTER, Route.LAN, "https://192.168.8.20:6443");
    homelab
        .cluster()
        .set(new Reading.Live<>(new Cluster("v1.33.4+k3s1", true), origin, clock.instant()));
    homelab.pods().put(pod().phase("Pending").build());
    assertThat(causes()).isEmpty();
    clock.move(Duration.ofMinutes(6));
    homelab.cluster().update(reading -> reading.lost(Msg.appDemo()));
    health.tick();
    assertThat(causes()).as("nobody knows").containsExactly("unreachable");
    homelab
        .cluster()
        .set(new Reading.Live<>(new Cluster("v1.33.4+k3s1", true), origin, clock.instant()));
    health.tick();
    assertThat(causes()).containsExactly("slow-start");
  }

  @Test
  void waitingForTheFirstAnswerIsNoFinding() {
    assertThat(causes()).isEmpty();
    homelab.model().update(reading -> reading.lost(Msg.appDemo()));
    assertThat(causes()).containsExactly("unreachable");
    assertThat(health.sorted().getFirst().leading().object()).isEqualTo("source/model");
    assertThat(health.sorted().getFirst().severity()).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void aMachineThatLeftTheTailnetIsFoundOnlyWhileTheTailnetIsUp() {
    tailnet(Tailnet.State.UP, Path.OFFLINE);
    assertThat(causes()).containsExactly("machine-offline");
    tailnet(Tailnet.State.STOPPED, Path.UNKNOWN);
    assertThat(causes()).containsExactly("tailnet-off");
    tailnet(Tailnet.State.UP, Path.DIRECT);
    assertThat(causes()).isEmpty();
  }

  @Test
  void aHotCardAndAFullOneAreFound() {
    card(107.0, 12_000_000_000L);
    assertThat(causes()).containsExactly("gpu-hot");
    clock.move(Duration.ofSeconds(20));
    card(60.0, 16_900_000_000L);
    assertThat(causes()).containsExactly("vram-full");
    assertThat(health.hardware()).extracting(Finding::cause).containsExactly("vram-full");
    clock.move(Duration.ofSeconds(20));
    card(60.0, 12_000_000_000L);
    assertThat(causes()).isEmpty();
  }

  @Test
  void allThatAilsACardIsOneConcernAndWhatWasFoundOfASilentOneIsNotKnown() {
    card(107.0, 16_900_000_000L);
    Concern concern = health.sorted().getFirst();
    assertThat(concern.id()).isEqualTo("gpu/pesubuntu/card1");
    assertThat(concern.leading().cause()).isEqualTo("gpu-hot");
    assertThat(concern.folded()).extracting(f -> f.first().cause()).containsExactly("vram-full");
    homelab.gpu().update(reading -> reading.lost(Msg.appDemo()));
    assertThat(causes()).containsExactly("unreachable");
    assertThat(health.hardware()).isEmpty();
  }

  @Test
  void aCardThatIsNoLongerThereIsForgotten() {
    card(107.0, 12_000_000_000L);
    homelab.forget(Source.GPU);
    assertThat(causes()).isEmpty();
  }

  @Test
  void needsItsKindsUntilItIsClosed() {
    assertThat(homelab.objects().needed()).containsExactlyInAnyOrderElementsOf(ClusterFacts.KINDS);
    health.close();
    assertThat(homelab.objects().needed()).isEmpty();
  }

  private void tailnet(Tailnet.State state, Path path) {
    var peer =
        new Peer(
            "pesubuntu",
            "linux",
            List.of("100.86.122.109"),
            path,
            null,
            null,
            false,
            false,
            List.of());
    homelab
        .tailnet()
        .set(
            new Reading.Live<>(
                new Tailnet(state, "1.102", null, List.of(peer), List.of()),
                new Origin(Source.TAILNET, Route.LOCAL, "tailscale"),
                clock.instant()));
  }

  private void card(double junction, long used) {
    var card =
        new Card(
            "card1",
            null,
            CardState.BUSY,
            80.0,
            new Card.Vram(used, 17_163_091_968L),
            null,
            Card.Heat.UNKNOWN,
            new Card.Heat(junction, 110.0),
            Card.Heat.UNKNOWN,
            Card.Power.UNKNOWN,
            Card.Fan.UNKNOWN,
            Card.Clocks.UNKNOWN,
            null);
    homelab
        .gpu()
        .set(
            new Reading.Live<>(
                new GpuNode("pesubuntu", List.of(card)),
                new Origin(Source.GPU, Route.TAILNET, "http://100.86.122.109:9100/metrics"),
                clock.instant()));
  }

  @Test
  void hearsOfSecretsAndVolumesByThemselves() {
    var objects = homelab.objects();
    objects
        .of(Kind.INGRESSES)
        .rows()
        .put(
            new Ingress(
                Things.meta("ingress-web", "web"),
                null,
                List.of(),
                List.of(new Ingress.Tls(List.of("web.pesulabs.net"), "web-tls")),
                List.of()));
    objects.of(Kind.VOLUME_CLAIMS).rows().put(Things.claim("data", "Bound"));
    clock.move(Duration.ofHours(1));
    String namespace = Things.meta("x", "x").namespace();
    objects.secrets().put(new SecretPresence(namespace, "web-tls", false));
    homelab.volumes().put(new VolumeUse("pvc-0b1c", 95, 100));
    assertThat(causes()).containsExactlyInAnyOrder("claim-nearly-full", "ingress-no-secret");

    objects.secrets().put(new SecretPresence(namespace, "web-tls", true));
    homelab.volumes().remove("pvc-0b1c");
    assertThat(causes()).isEmpty();
  }
}
