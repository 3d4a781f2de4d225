package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Settings.Theme;
import net.pesulabs.console.i18n.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Path path;
  private SettingsFile file;

  @BeforeEach
  void open() {
    path = folder.resolve("deeper").resolve("settings.yaml");
    file = new SettingsFile(path, NOON);
  }

  private void given(String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void theFirstStartHasTheDefaultsAndWritesNothing() {
    SettingsFile.Found found = file.read();
    assertThat(found.first()).isTrue();
    assertThat(found.settings()).isEqualTo(Settings.initial());
    assertThat(path).doesNotExist();
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    var profile =
        new Profile(
            "Casa: «ñ» # 1",
            "10.0.0.0/8",
            List.of(
                new Machine("gate.way", Role.GATEWAY, "10.0.0.1", ""),
                new Machine("uno", Role.COMPUTE, "", "fd7a:115c:a1e0::1")),
            "/home/me/kube config",
            "",
            "http://10.0.0.2:9100/metrics",
            "",
            "on");
    var settings = new Settings(Language.ES, Theme.DARK, profile);
    file.write(settings);
    assertThat(file.read().problem()).isNull();
    assertThat(file.read().settings()).isEqualTo(settings);
    file.write(Settings.initial());
    assertThat(file.read().settings()).isEqualTo(Settings.initial());
  }

  @Test
  void isReadableByAPerson() throws IOException {
    file.write(Settings.initial());
    assertThat(Files.readString(path))
        .startsWith("# ")
        .contains("schema: 1", "  gpu:", "    url: http://100.86.122.109:9100/metrics")
        .contains("    asuna:", "      role: services");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "schema: 1\nlanguage: es\nprofile:\n  name: \"cut in ha",
        "schema: 1\nlanguage: fr\n",
        "schema: 1\ntheme: pink\n",
        "schema: 1\nprofile:\n  colour: red\n",
        "schema: 1\nprofile:\n  machines:\n    a:\n      role: toaster\n",
        "<html>",
        "- just\n- a list\n",
        "\u0000\u0001\u0002"
      })
  void aBrokenFileIsSetAsideWhole(String text) throws IOException {
    given(text);
    SettingsFile.Found found = file.read();
    assertThat(found.settings()).isEqualTo(Settings.initial());
    assertThat(found.first()).isFalse();
    assertThat(found.writable()).isTrue();
    assertThat(path).doesNotExist();
    Path aside = path.resolveSibling("settings.yaml.broken-20261123-120000");
    assertThat(aside).hasContent(text);
    assertThat(found.problem()).isNotNull();
    for (Language language : Language.values()) {
      assertThat(found.problem().in(language)).contains(aside.toString());
    }
  }

  @Test
  void twoBrokenFilesInOneSecondAreBothKept() throws IOException {
    given("one: [");
    file.read();
    given("two: [");
    file.read();
    try (var files = Files.list(path.getParent())) {
      assertThat(files.map(SettingsFileTest::text)).containsExactlyInAnyOrder("one: [", "two: [");
    }
  }

  @Test
  void aFileOfANewerProgramStaysWhereItIs() throws IOException {
    String text = "schema: 2\nhouses: []\n";
    given(text);
    SettingsFile.Found found = file.read();
    assertThat(found.writable()).isFalse();
    assertThat(found.problem()).isNotNull();
    assertThat(path).hasContent(text);
  }

  @Test
  void aFolderInItsPlaceIsLeftAlone() throws IOException {
    Files.createDirectories(path);
    SettingsFile.Found found = file.read();
    assertThat(found.writable()).isFalse();
    assertThat(found.problem()).isNotNull();
    assertThat(path).isDirectory();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
