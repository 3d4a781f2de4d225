import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar without the native libraries of other systems than this one. SQLite's has twenty of
 * about a megabyte each, of which one is used.
 */
final class Natives {

  private static final String FOLDER = "org/sqlite/native/";

  private Natives() {}

  /** Whether a jar is one that has them. */
  static boolean areIn(Path jar) {
    return jar.getFileName().toString().startsWith("sqlite-jdbc-");
  }

  /**
   * Copies.
   *
   * @throws IllegalStateException where none is for this system, or nothing was left out: the jar
   *     has another form then, and this wants looking at
   */
  static void copyOwn(Path jar, Path to) throws IOException {
    String own = FOLDER + system();
    int kept = 0;
    int left = 0;
    try (var from = new ZipFile(jar.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (var entry : from.stream().toList()) {
        boolean library = entry.getName().startsWith(FOLDER) && !entry.isDirectory();
        if (library && !entry.getName().startsWith(own)) {
          left++;
          continue;
        }
        kept += library ? 1 : 0;
        var copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (var in = from.getInputStream(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    if (kept != 1 || left == 0) {
      throw new IllegalStateException(
          "%s has %d libraries in %s and %d elsewhere".formatted(jar, kept, own, left));
    }
  }

  /** This system as SQLite's jar calls it. */
  private static String system() {
    String name = System.getProperty("os.name");
    String os = name.startsWith("Mac") ? "Mac" : name.startsWith("Windows") ? "Windows" : "Linux";
    String arch = System.getProperty("os.arch");
    return os + "/" + (arch.equals("amd64") ? "x86_64" : arch) + "/";
  }
}
