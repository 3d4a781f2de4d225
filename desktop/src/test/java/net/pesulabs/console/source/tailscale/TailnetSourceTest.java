package net.pesulabs.console.source.tailscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.source.Captures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a program that a test writes, a shell script in place of tailscale. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pretend program is a shell script")
class TailnetSourceTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final LiveHomelab homelab = new LiveHomelab();
  private Subscription source = () -> {};

  @AfterEach
  void end() {
    source.close();
  }

  @Test
  void tellsTheTailnet() throws IOException {
    start("cat " + status("running"));
    await().until(() -> homelab.tailnet().get().isLive());
    assertThat(known().peers()).hasSize(6);
    assertThat(homelab.tailnet().get().origin().route()).isEqualTo(Route.LOCAL);
    assertThat(homelab.tailnet().get().heardAt()).contains(CLOCK.instant());
  }

  @Test
  void runsItAsTheProgramWants() throws IOException {
    Path said = folder.resolve("said");
    start(
        """
        if read line; then echo "input: $line" >> %1$s; fi
        echo "$# $1 $2 $TERM $TAILSCALE_BE_CLI" >> %1$s
        cat %2$s
        """
            .formatted(said, status("running")));
    await().until(() -> homelab.tailnet().get().isLive());
    assertThat(said).hasContent("2 status --json dumb 1");
  }

  @Test
  void believesNeitherTheExitCodeNorTheNoise() throws IOException {
    start(
        """
        i=0; while [ $i -lt 3000 ]; do echo "Warning: client version != tailscaled version" >&2; i=$((i+1)); done
        cat %s
        exit 1
        """
            .formatted(status("stopped")));
    await().until(() -> homelab.tailnet().get().isLive());
    assertThat(known().state()).isEqualTo(Tailnet.State.STOPPED);
  }

  @Test
  void putsAnEndToOneThatHangs() throws IOException {
    Path pid = folder.resolve("pid");
    Path file = script("echo $$ > " + pid + "; sleep 1000; echo never");
    source = start(file.toString(), Duration.ofMillis(700));
    assertThat(problem()).isEqualTo("tailnet-source.too-slow");
    assertEnded(pid);
  }

  @Test
  void putsAnEndToOneWhoseChildKeepsTheOutput() throws IOException {
    Path file = script("echo '{'; sleep 3 &");
    source = start(file.toString(), Duration.ofMillis(700));
    // When the program ends before anybody reads, the JDK hands over what is there and closes the
    // pipe, whoever else holds it; half an answer is then what was said.
    assertThat(problem()).isIn("tailnet-source.too-slow", "tailnet-source.not-understood");
  }

  @Test
  void closingEndsTheProgram() throws IOException {
    Path pid = folder.resolve("pid");
    start("echo $$ > " + pid + "; sleep 1000");
    await().until(() -> Files.exists(pid) && Files.size(pid) > 0);
    source.close();
    assertEnded(pid);
    assertThat(reason()).isEqualTo("reading.waiting");
  }

  @Test
  void tellsTheReasonsApart() throws IOException {
    assertThat(
            problemOf(
                "echo 'failed to connect to local Tailscale service; is Tailscale running?' >&2; exit 1"))
        .isEqualTo("tailnet-source.not-running");
    assertThat(
            problemOf(
                "echo 'failed to connect to local tailscaled; it does not appear to be running'"))
        .isEqualTo("tailnet-source.not-running");
    assertThat(problemOf("echo 'The Tailscale GUI failed to start: CLIError error 3.'"))
        .isEqualTo("tailnet-source.mac-app");
    assertThat(problemOf("echo hello")).isEqualTo("tailnet-source.not-understood");
    assertThat(problemOf("exit 0")).isEqualTo("tailnet-source.not-understood");
    assertThat(problemOf("head -c 900 " + status("running")))
        .isEqualTo("tailnet-source.not-understood");
  }

  @Test
  void knowsThatAnotherUserHoldsIt() throws IOException {
    start(
        "echo '401 Unauthorized: Tailscale already in use by HOME\\ana, pid 4, in server mode' >&2; exit 1");
    await().until(() -> homelab.tailnet().get().isLive());
    assertThat(known().state()).isEqualTo(Tailnet.State.OTHER_USER);
  }

  @Test
  void aProgramThatIsNoneIsToldAndLookedForAgain() throws IOException {
    Path file = folder.resolve("tailscale");
    source = TailnetSource.start("", () -> List.of(file), Duration.ofSeconds(5), homelab, CLOCK);
    assertThat(problem()).isEqualTo("tailnet-source.not-installed");
    Files.move(script("cat " + status("running")), file);
    await().until(() -> homelab.tailnet().get().isLive());
  }

  @Test
  void aFileThatCannotBeStartedIsTold() throws IOException {
    Path file = Files.write(folder.resolve("garbage"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2});
    assertThat(file.toFile().setExecutable(true)).isTrue();
    source = start(file.toString(), Duration.ofSeconds(5));
    assertThat(problem()).isIn("tailnet-source.cannot-start", "tailnet-source.not-understood");
  }

  @Test
  void keepsTheLastPictureWhenTheServiceStops() throws IOException {
    Path file = script("cat " + status("running"));
    source = start(file.toString(), Duration.ofSeconds(5));
    await().until(() -> homelab.tailnet().get().isLive());
    Files.move(
        script("echo 'failed to connect to local tailscaled'"),
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    homelab.attention().lookAt(net.pesulabs.console.homelab.Source.TAILNET);
    await().until(() -> homelab.tailnet().get().freshness() == Freshness.STALE);
    assertThat(known().peers()).hasSize(6);
  }

  private void start(String commands) throws IOException {
    source = start(script(commands).toString(), Duration.ofSeconds(8));
  }

  private Subscription start(String program, Duration limit) {
    return TailnetSource.start(program, List::of, limit, homelab, CLOCK);
  }

  private String problemOf(String commands) throws IOException {
    source.close();
    start(commands);
    return problem();
  }

  private String problem() {
    await().until(() -> !reason().equals("reading.waiting"));
    return reason();
  }

  private String reason() {
    return homelab.tailnet().get().problem().map(why -> why.key()).orElse("");
  }

  private Tailnet known() {
    Reading<Tailnet> reading = homelab.tailnet().get();
    return reading.known().orElseThrow();
  }

  private Path script(String commands) throws IOException {
    Path file = Files.createTempFile(folder, "tailscale", "");
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private String status(String capture) throws IOException {
    Path file = folder.resolve(capture + ".json");
    Files.write(file, Captures.bytes("tailscale/status-" + capture + ".json"));
    return file.toString();
  }

  private static void assertEnded(Path pidFile) throws IOException {
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }
}
