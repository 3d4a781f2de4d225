package net.pesulabs.console.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the console keeps its files on this computer. */
final class DataFolder {

  private DataFolder() {}

  /** {@code HOMELAB_CONSOLE_HOME}, or where programs of this OS keep such things. */
  static Path find() {
    return find(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
  }

  static Path find(Map<String, String> environment, String os, String home) {
    String chosen = environment.getOrDefault("HOMELAB_CONSOLE_HOME", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen);
    }
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String roaming = environment.getOrDefault("APPDATA", home + "\\AppData\\Roaming");
      return Path.of(roaming, "Homelab Console");
    }
    if (system.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Homelab Console");
    }
    // https://specifications.freedesktop.org/basedir-spec/latest/
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return data.startsWith("/")
        ? Path.of(data, "homelab-console")
        : Path.of(home, ".local", "share", "homelab-console");
  }
}
