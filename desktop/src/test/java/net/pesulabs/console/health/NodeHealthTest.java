package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Things.lease;
import static net.pesulabs.console.health.Things.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NodeHealthTest {

  private static final Instant NOW = CREATED.plus(Duration.ofHours(3));

  static Stream<Arguments> nodes() {
    return Stream.of(
        argumentSet("ready", node("asuna", true), List.of(), Severity.FINE),
        argumentSet("silent", node("asuna", null), List.of("node-silent"), Severity.CRITICAL),
        argumentSet(
            "not ready", node("asuna", false), List.of("node-not-ready"), Severity.CRITICAL),
        argumentSet(
            "short of disk",
            node("asuna", true, "DiskPressure"),
            List.of("node-pressure"),
            Severity.WARNING),
        argumentSet(
            "just cordoned",
            node("asuna", true, true, NOW.minusSeconds(60)),
            List.of(),
            Severity.BUSY),
        argumentSet(
            "forgotten",
            node("asuna", true, true, CREATED),
            List.of("node-cordoned"),
            Severity.BUSY),
        argumentSet(
            "nobody knows since when",
            node("asuna", true, true, null),
            List.of("node-cordoned"),
            Severity.BUSY),
        argumentSet(
            "short and forgotten",
            node("asuna", true, true, CREATED, "MemoryPressure"),
            List.of("node-pressure", "node-cordoned"),
            Severity.WARNING));
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void judges(Node node, List<String> causes, Severity shown) {
    List<Diagnosis> found = NodeHealth.findings(node, NOW);
    assertThat(found).extracting(Diagnosis::cause).isEqualTo(causes);
    found.forEach(each -> Judged.as(each, each.severity(), each.cause(), ""));
    assertThat(NodeHealth.of(node).severity()).isEqualTo(shown);
  }

  @Test
  void pressureIsSaidInTheReadersLanguage() {
    var text = NodeHealth.of(node("asuna", true, "DiskPressure", "PIDPressure")).text();
    assertThat(text.in(Language.EN)).isEqualTo("Is running short (disk, processes)");
    assertThat(text.in(Language.ES)).isEqualTo("Le faltan recursos (disco, procesos)");
  }

  @Test
  void aLeaseIsLostOnlyAfterItsRenewalsWereMissedHere() {
    Node node = node("asuna", true);
    var signs = SignsOfLife.first(lease("asuna", CREATED), NOW);
    assertThat(LeaseHealth.lost(node, signs, NOW.plusSeconds(20))).isEmpty();
    Judged.as(
        LeaseHealth.lost(node, signs, NOW.plusSeconds(41)).orElseThrow(),
        Severity.CRITICAL,
        "node-lease-lost",
        "no sign of life");
    var renewed =
        signs.next(lease("asuna", CREATED.plusSeconds(10)), Duration.ZERO, NOW.plusSeconds(35));
    assertThat(LeaseHealth.lost(node, renewed, NOW.plusSeconds(41))).isEmpty();
    assertThat(LeaseHealth.lost(node("asuna", null), signs, NOW.plusSeconds(41)))
        .as("silent says more")
        .isEmpty();
  }

  static Stream<Arguments> clocks() {
    return Stream.of(
        argumentSet("right", 0, 0, 0, null, ""),
        argumentSet("right, and ours is not", 300, 300, 300, null, ""),
        argumentSet("ahead", 95, 95, 0, "clock-skew", "95s ahead"),
        argumentSet("behind", -95, -95, 0, "clock-skew", "95s behind"),
        argumentSet("late delivery once", -95, 0, 0, null, ""),
        argumentSet("two that disagree", -95, -60, 0, null, ""));
  }

  /** Seconds that each of two renewals is ahead of our clock, and the server's clock is. */
  @ParameterizedTest
  @MethodSource("clocks")
  void aClockIsOffOnceTwoRenewalsAgree(
      int first, int second, int server, @Nullable String cause, String english) {
    var serverAhead = Duration.ofSeconds(server);
    var signs =
        SignsOfLife.first(lease("asuna", CREATED), NOW)
            .next(lease("asuna", NOW.plusSeconds(10 + first)), serverAhead, NOW.plusSeconds(10));
    assertThat(LeaseHealth.clock(signs)).isEmpty();
    var later =
        signs.next(lease("asuna", NOW.plusSeconds(20 + second)), serverAhead, NOW.plusSeconds(20));
    assertThat(LeaseHealth.clock(later).map(Diagnosis::cause).orElse(null)).isEqualTo(cause);
    LeaseHealth.clock(later).ifPresent(each -> Judged.as(each, Severity.WARNING, cause, english));
  }

  @Test
  void withoutTheServersTimeNoClockIsJudged() {
    var signs =
        SignsOfLife.first(lease("asuna", CREATED), NOW)
            .next(lease("asuna", NOW.plusSeconds(500)), null, NOW.plusSeconds(10))
            .next(lease("asuna", NOW.plusSeconds(510)), null, NOW.plusSeconds(20));
    assertThat(LeaseHealth.clock(signs)).isEmpty();
  }
}
