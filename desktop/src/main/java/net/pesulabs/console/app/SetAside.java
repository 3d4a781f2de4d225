package net.pesulabs.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moves a file that cannot be used out of the way, under a name that tells when. */
final class SetAside {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private SetAside() {}

  /** Where it is now. */
  static Path move(Path file, Instant now) throws IOException {
    return Files.move(file, free(file + ".broken-" + STAMP.format(now)));
  }

  /** The name, or the first free one after it. */
  private static Path free(String name) {
    Path path = Path.of(name);
    for (int i = 2; Files.exists(path); i++) {
      path = Path.of(name + "-" + i);
    }
    return path;
  }
}
