package net.pesulabs.console.source.tailscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.source.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailscaleProgramTest {

  @TempDir Path folder;

  @Test
  void takesTheFirstThatCanBeRun() throws Exception {
    Path first = program("first");
    Path second = program("second");
    Path plain = Files.createFile(folder.resolve("plain"));
    List<Path> candidates = List.of(folder.resolve("missing"), folder, plain, first, second);
    assertThat(TailscaleProgram.find("", candidates)).isEqualTo(first);
  }

  @Test
  void theSettingWins() throws Exception {
    Path named = program("named");
    List<Path> candidates = List.of(program("other"));
    assertThat(TailscaleProgram.find(" " + named + " ", candidates)).isEqualTo(named);
    for (String bad : List.of(folder.resolve("missing").toString(), "named", "\0", "" + folder)) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> TailscaleProgram.find(bad, candidates));
      assertThat(failure.why().key()).isEqualTo("tailnet-source.no-program-at");
    }
  }

  @Test
  void saysThatItIsNotInstalled() {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> TailscaleProgram.find("", List.of()));
    assertThat(failure.why().key()).isEqualTo("tailnet-source.not-installed");
  }

  @Test
  void looksInThePathAndTheUsualPlacesOfLinux() {
    var environment = Map.of("PATH", "/home/ana/bin::relative:.:/usr/bin");
    assertThat(TailscaleProgram.candidates("Linux", environment))
        .startsWith(Path.of("/home/ana/bin/tailscale"), Path.of("/usr/bin/tailscale"))
        .contains(Path.of("/snap/bin/tailscale"))
        .allMatch(Path::isAbsolute);
  }

  @Test
  void looksInTheUsualPlacesOfMacOsAndWindows() {
    assertThat(TailscaleProgram.candidates("Mac OS X", Map.of()))
        .contains(Path.of("/Applications/Tailscale.app/Contents/MacOS/Tailscale"));
    assertThat(TailscaleProgram.candidates("Windows 11", Map.of("ProgramFiles", "/Programs")))
        .containsExactly(Path.of("/Programs/Tailscale/tailscale.exe"));
  }

  private Path program(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
