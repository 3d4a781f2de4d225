package net.pesulabs.console.source.tailscale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;

/**
 * Where the tailscale program is: where the settings say, or in the usual places of each system.
 */
final class TailscaleProgram {

  private TailscaleProgram() {}

  /**
   * The program to run.
   *
   * @param setting its path; empty to look for it
   * @param candidates where to look, in order
   * @throws Failure if there is none, with what to do
   */
  static Path find(String setting, List<Path> candidates) throws Failure {
    if (!setting.isBlank()) {
      return named(setting.strip())
          .orElseThrow(() ->
              new Failure(Failure.Kind.BAD_SETTING, Msg.tailnetSourceNoProgramAt(setting.strip())));
    }
    return candidates.stream()
        .filter(TailscaleProgram::isProgram)
        .findFirst()
        .orElseThrow(() -> new Failure(Failure.Kind.NOT_FOUND, Msg.tailnetSourceNotInstalled()));
  }

  /** The usual places on this computer. */
  static List<Path> candidates() {
    return candidates(System.getProperty("os.name"), System.getenv());
  }

  static List<Path> candidates(String osName, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("windows")) {
      var paths =
          onPath(
              environment.getOrDefault("Path", environment.getOrDefault("PATH", "")),
              "tailscale.exe",
              ";");
      paths.add(
          Path.of(
              environment.getOrDefault("ProgramFiles", "C:\\Program Files"),
              "Tailscale",
              "tailscale.exe"));
      return paths;
    }
    if (os.contains("mac")) {
      // Through a link the app's own program hangs (tailscale issue 11510).
      return Stream.of(
              "/usr/local/bin/tailscale",
              "/opt/homebrew/bin/tailscale",
              "/Applications/Tailscale.app/Contents/MacOS/Tailscale")
          .map(Path::of)
          .map(TailscaleProgram::resolved)
          .toList();
    }
    var paths = onPath(environment.getOrDefault("PATH", ""), "tailscale", ":");
    Stream.of(
            "/usr/bin/tailscale",
            "/usr/local/bin/tailscale",
            "/snap/bin/tailscale",
            "/run/current-system/sw/bin/tailscale")
        .map(Path::of)
        .forEach(paths::add);
    return paths;
  }

  /** Absolute folders only: a program of the current folder is not the one that was meant. */
  private static List<Path> onPath(String path, String program, String separator) {
    var paths = new ArrayList<Path>();
    for (String folder : path.split(separator, -1)) {
      path(folder).filter(Path::isAbsolute).map(p -> p.resolve(program)).ifPresent(paths::add);
    }
    return paths;
  }

  private static Optional<Path> named(String setting) {
    return path(setting).filter(Path::isAbsolute).filter(TailscaleProgram::isProgram);
  }

  /** Empty for what no file can be called. */
  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static Path resolved(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file; // not there, which isProgram finds too
    }
  }
}
