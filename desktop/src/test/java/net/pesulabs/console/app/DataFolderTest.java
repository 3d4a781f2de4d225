package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {

  @Test
  void isWhereTheSystemKeepsSuchThings() {
    assertThat(DataFolder.find(Map.of(), "Linux", "/home/me"))
        .isEqualTo(Path.of("/home/me/.local/share/homelab-console"));
    assertThat(DataFolder.find(Map.of("XDG_DATA_HOME", "/data"), "Linux", "/home/me"))
        .isEqualTo(Path.of("/data/homelab-console"));
    assertThat(DataFolder.find(Map.of(), "Mac OS X", "/Users/me"))
        .isEqualTo(Path.of("/Users/me/Library/Application Support/Homelab Console"));
    assertThat(DataFolder.find(Map.of("APPDATA", "C:\\Roaming"), "Windows 11", "C:\\me"))
        .isEqualTo(Path.of("C:\\Roaming", "Homelab Console"));
  }

  @Test
  void orWhereThePersonSays() {
    assertThat(DataFolder.find(Map.of("HOMELAB_CONSOLE_HOME", "/mine"), "Linux", "/home/me"))
        .isEqualTo(Path.of("/mine"));
    assertThat(DataFolder.find(Map.of("HOMELAB_CONSOLE_HOME", " "), "Linux", "/home/me"))
        .isEqualTo(Path.of("/home/me/.local/share/homelab-console"));
  }
}
