package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.i18n.Language;
import org.junit.jupiter.api.Test;

class PretendHomelabTest {

  @Test
  void itLeavesNothingBehind() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    PretendHomelab homelab = PretendHomelab.start(Set.of(), Clock.systemUTC());
    Path folder = Path.of(homelab.profile().kubeconfig()).getParent();
    assertThat(folder).isDirectory();
    try (var client = new TestClient(homelab.profile())) {
      assertThat(client.ask(client.api("/version")).code()).isEqualTo(200);
    }

    homelab.close();

    assertThat(folder).doesNotExist();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread))
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("demo-") || name.startsWith("HTTP-Dispatcher"));
    assertThatCode(homelab::close).as("twice").doesNotThrowAnyException();
  }

  @Test
  void theProfileLeadsToEverything() {
    try (PretendHomelab homelab = PretendHomelab.start(Set.of(), Clock.systemUTC())) {
      Profile profile = homelab.profile();
      assertThat(profile.context()).isEqualTo("demo");
      assertThat(profile.gpuUrl()).matches("http://127\\.0\\.0\\.1:\\d+/metrics");
      assertThat(profile.modelUrl()).matches("http://127\\.0\\.0\\.1:\\d+");
      assertThat(profile.machines()).hasSize(3).allMatch(m -> !m.tailnetAddress().isEmpty());
    }
  }

  @Test
  void faultsCanBeThereFromTheStart() throws Exception {
    try (PretendHomelab homelab =
            PretendHomelab.start(Set.of(Fault.GPU_DOWN, Fault.TAILNET_STOPPED), Clock.systemUTC());
        var client = new TestClient(homelab.profile())) {
      homelab.cure(Fault.GPU_DOWN);
      assertThat(client.ask(client.exporter("")).code()).isEqualTo(200);
      assertThat(tailscale(homelab).path("BackendState").asText()).isEqualTo("Stopped");
    }
  }

  @Test
  void tailscaleTellsTheTailnet() throws Exception {
    var clock = new MovableClock();
    try (PretendHomelab homelab = PretendHomelab.start(Set.of(), clock)) {
      JsonNode status = tailscale(homelab);
      assertThat(status.path("BackendState").asText()).isEqualTo("Running");
      assertThat(status.at("/Self/Online").asBoolean()).isTrue();
      assertThat(Instant.parse(status.at("/Self/KeyExpiry").asText()))
          .isAfter(clock.instant().plus(Duration.ofDays(30)));
      String address = homelab.profile().machine(Role.GATEWAY).orElseThrow().tailnetAddress();
      JsonNode gateway = peer(status, "GL-MT2500");
      assertThat(gateway.at("/TailscaleIPs/0").asText()).isEqualTo(address);
      assertThat(gateway.path("ExitNodeOption").asBoolean()).isTrue();
      assertThat(gateway.at("/PrimaryRoutes/0").asText()).isEqualTo("192.168.8.0/24");
      assertThat(peer(status, "asuna").path("CurAddr").asText()).isEqualTo("192.168.8.20:41641");
      assertThat(peer(status, "pixel").path("Online").asBoolean()).isFalse();

      homelab.inject(Fault.PEER_OFFLINE);
      JsonNode gone = peer(tailscale(homelab), "pesubuntu");
      assertThat(gone.path("Online").asBoolean(true)).isFalse();
      assertThat(Instant.parse(gone.path("LastSeen").asText())).isBefore(clock.instant());

      homelab.cure(Fault.PEER_OFFLINE);
      homelab.inject(Fault.TAILNET_STOPPED);
      JsonNode stopped = tailscale(homelab);
      assertThat(stopped.path("BackendState").asText()).isEqualTo("Stopped");
      assertThat(stopped.at("/Self/Online").asBoolean(true)).isFalse();
      assertThat(peer(stopped, "asuna").path("CurAddr").asText()).isEmpty();
    }
  }

  @Test
  void faultsHaveNamesAndAreExplained() {
    assertThat(Fault.byId("api-down")).contains(Fault.API_DOWN);
    assertThat(Fault.byId("API_DOWN")).isEmpty();
    assertThat(Arrays.stream(Fault.values()).map(fault -> fault.description().in(Language.ES)))
        .doesNotHaveDuplicates();
    for (Fault fault : Fault.values()) {
      assertThat(fault.id()).matches("[a-z]+(-[a-z]+)*");
      assertThat(Fault.byId(fault.id())).contains(fault);
      assertThat(fault.description().in(Language.ES))
          .isNotEqualTo(fault.description().in(Language.EN));
    }
  }

  private static JsonNode tailscale(PretendHomelab homelab) throws Exception {
    Process process = new ProcessBuilder(homelab.profile().tailscale(), "status", "--json").start();
    byte[] said = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return Json.MAPPER.readTree(new String(said, StandardCharsets.UTF_8));
  }

  private static JsonNode peer(JsonNode status, String name) {
    return status
        .path("Peer")
        .valueStream()
        .filter(peer -> peer.path("HostName").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
