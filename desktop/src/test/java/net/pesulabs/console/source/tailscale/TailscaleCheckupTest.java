package net.pesulabs.console.source.tailscale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.doctor.TailscaleProbe.Sight;
import net.pesulabs.console.doctor.TailscaleProbe.Trouble;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.source.Captures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against programs that a test writes, shell scripts in place of tailscale. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pretend program is a shell script")
class TailscaleCheckupTest {

  @TempDir Path folder;

  private Sight look(String script, Duration limit) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("tailscale"), "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new TailscaleCheckup(file.toString(), List::of, limit, new MovableClock()).look();
  }

  @ParameterizedTest
  @CsvSource({
    "running,UP",
    "stopped,STOPPED",
    "needslogin,NEEDS_LOGIN",
    "needsapproval,NEEDS_APPROVAL",
    "selfexpired,KEY_EXPIRED"
  })
  void seesTheStateThatTailscaleTells(String capture, Tailnet.State state) throws Exception {
    Path json =
        Files.write(
            folder.resolve("status"), Captures.bytes("tailscale/status-" + capture + ".json"));

    Sight sight = look("cat " + json, Duration.ofSeconds(10));

    assertThat(sight.trouble()).isNull();
    assertThat(sight.tailnet().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "failed to connect to local tailscaled; it does not appear to be running,SERVICE_DOWN",
    "The Tailscale GUI failed to start: CLIError error 3.,MAC_APP",
    "hello,NOT_UNDERSTOOD"
  })
  void seesWhatItSaysInWords(String words, Trouble trouble) throws Exception {
    assertThat(look("echo '" + words + "' >&2", Duration.ofSeconds(10)).trouble())
        .isEqualTo(trouble);
  }

  @Test
  void doesNotWaitForOneThatHangs() throws Exception {
    assertThat(look("sleep 1000", Duration.ofMillis(300)).trouble()).isEqualTo(Trouble.TOO_SLOW);
  }

  @Test
  void knowsWhereThereIsNone() throws Exception {
    var none = new TailscaleCheckup("", List::of, Duration.ofSeconds(1), new MovableClock());
    var wrong =
        new TailscaleCheckup(
            folder.resolve("nothing").toString(),
            List::of,
            Duration.ofSeconds(1),
            new MovableClock());

    assertThat(none.look().trouble()).isEqualTo(Trouble.NOT_INSTALLED);
    assertThat(wrong.look().trouble()).isEqualTo(Trouble.BAD_PROGRAM);
  }
}
