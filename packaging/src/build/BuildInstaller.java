import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes what people install out of the runnable copy: JavaFX as JMODs, a run-time of just the
 * modules we need, an app image with an AOT cache trained by the tour, and on Linux a .deb.
 *
 * <p>Usage: {@code java BuildInstaller.java RUNNABLE_COPY SOURCES WORK VERSION TIMESTAMP}; needs
 * the tools of the same JDK, and for the .deb dpkg-deb and fakeroot.
 */
final class BuildInstaller {

  /** What the app's own jars, on the class path, want of the JDK; JavaFX says for itself. */
  private static final String MODULES =
      String.join(
          ",",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.sql",
          "java.xml",
          "jdk.httpserver",
          "jdk.localedata",
          "jdk.management",
          "jdk.unsupported",
          "javafx.controls");

  private static final String NAME = "homelab-console";
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final String OS = System.getProperty("os.name");

  private final Path copy;
  private final Path sources;
  private final Path work;
  private final String version;
  private final Instant timestamp;

  private BuildInstaller(Path copy, Path sources, Path work, String version, Instant timestamp) {
    this.copy = copy;
    this.sources = sources;
    this.work = work;
    this.version = version;
    this.timestamp = timestamp;
  }

  public static void main(String[] args) throws Exception {
    new BuildInstaller(
            Path.of(args[0]),
            Path.of(args[1]),
            Path.of(args[2]),
            args[3].replace("-SNAPSHOT", ""),
            Instant.parse(args[4]))
        .run();
  }

  private void run() throws Exception {
    delete(work);
    Files.createDirectories(work);
    Path image = appImage(runtime(javafxModules()));
    train(image);
    if (OS.equals("Linux")) {
      deb(image);
    }
  }

  /**
   * JavaFX with its native libraries as files of their own. Left inside the jars, they would be
   * unpacked to the user's home at the first start and hashed at every start, and macOS would not
   * see them to sign.
   */
  private Path javafxModules() throws Exception {
    Path jmods = Files.createDirectories(work.resolve("jmods"));
    for (Path jar : list(copy.resolve("lib/javafx"))) {
      if (!isModule(jar)) {
        continue; // Maven Central has an empty jar beside that of each system
      }
      String module = "javafx." + jar.getFileName().toString().split("-")[1];
      Path classes = work.resolve("javafx").resolve(module).resolve("classes");
      Path libraries = classes.resolveSibling("lib");
      Files.createDirectories(classes);
      Files.createDirectories(libraries);
      unpack(jar, classes, libraries);
      run(
          Map.of(),
          tool("jmod"),
          "create",
          "--class-path",
          classes.toString(),
          "--libs",
          libraries.toString(),
          jmods.resolve(module + ".jmod").toString());
    }
    return jmods;
  }

  private static boolean isModule(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.getEntry("module-info.class") != null;
    }
  }

  private static void unpack(Path jar, Path classes, Path libraries) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        boolean library = entry.getName().matches("[^/]+\\.(so|dll|dylib)");
        Path target = (library ? libraries : classes).resolve(entry.getName()).normalize();
        Files.createDirectories(target.getParent());
        try (var in = zip.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
  }

  private Path runtime(Path javafx) throws Exception {
    Path runtime = work.resolve("runtime");
    run(
        Map.of(),
        tool("jlink"),
        "--module-path",
        javafx.toString(),
        "--add-modules",
        MODULES,
        "--include-locales=en,es",
        "--no-man-pages",
        "--no-header-files",
        // Not compressed: the installer compresses better, and starting is quicker.
        "--output",
        runtime.toString());
    return runtime;
  }

  /** The app's jars, without what only other systems want of them. */
  private Path jars() throws IOException {
    Path jars = Files.createDirectories(work.resolve("jars"));
    for (Path jar : list(copy.resolve("lib/app"))) {
      Path target = jars.resolve(jar.getFileName());
      if (Natives.areIn(jar)) {
        Natives.copyOwn(jar, target);
      } else {
        Files.copy(jar, target);
      }
    }
    return jars;
  }

  private Path appImage(Path runtime) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                tool("jpackage"),
                "--type",
                "app-image",
                "--name",
                NAME,
                "--app-version",
                version,
                "--vendor",
                "Homelab Console",
                "--runtime-image",
                runtime.toString(),
                "--input",
                jars().toString(),
                "--main-jar",
                mainJar(),
                "--main-class",
                "net.pesulabs.console.app.Main",
                "--dest",
                work.resolve("image").toString()));
    if (OS.equals("Linux")) {
      command.addAll(List.of("--icon", sources.resolve("icons/homelab-console.png").toString()));
    }
    for (String option : options()) {
      command.addAll(List.of("--java-options", option));
    }
    run(Map.of(), command.toArray(String[]::new));
    return work.resolve("image").resolve(OS.startsWith("Mac") ? NAME + ".app" : NAME);
  }

  /**
   * The one list of JVM options; the run-time has JavaFX built in, so its modules need no adding.
   */
  private List<String> options() throws IOException {
    return Files.readAllLines(copy.resolve("bin/homelab-console.options")).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("-") && !line.startsWith("--add-modules"))
        .toList();
  }

  private String mainJar() throws IOException {
    return list(copy.resolve("lib/app")).stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> name.startsWith("homelab-console-desktop-"))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Trains the AOT cache (JEP 483, 514) by the tour on the pretend homelab: every page is drawn,
   * and no real house is touched. The cache is valid only for jars of the very same time stamps,
   * which jpackage does not keep; so all get the build's.
   */
  private void train(Path image) throws Exception {
    Path app =
        image.resolve(
            OS.startsWith("Mac") ? "Contents/app" : OS.equals("Linux") ? "lib/app" : "app");
    for (Path jar : list(app)) {
      Files.setLastModifiedTime(jar, FileTime.from(timestamp));
    }
    Path cache = app.resolve("console.aot");
    Path home = Files.createDirectories(work.resolve("training"));
    run(
        Map.of(
            "JAVA_TOOL_OPTIONS",
            // It tells of every class it leaves out; only that it made the cache matters.
            "-XX:AOTCacheOutput=" + cache + " -Xlog:aot=error -Xlog:cds=error",
            "HOMELAB_CONSOLE_HOME",
            home.toString()),
        launcher(image),
        "tour",
        "--demo",
        "--lang",
        "en",
        "--out",
        home.resolve("tour").toString());
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the training left no AOT cache at " + cache);
    }
    Files.setLastModifiedTime(cache, FileTime.from(timestamp));
    Files.writeString(
        app.resolve(NAME + ".cfg"),
        "java-options=-XX:AOTCache=$APPDIR/console.aot\n",
        StandardOpenOption.APPEND);
  }

  private static String launcher(Path image) {
    if (OS.equals("Linux")) {
      return image.resolve("bin").resolve(NAME).toString();
    }
    return OS.startsWith("Mac")
        ? image.resolve("Contents/MacOS").resolve(NAME).toString()
        : image.resolve(NAME + ".exe").toString();
  }

  private void deb(Path image) throws Exception {
    run(
        // dpkg-deb sets every time stamp to at most this, so the AOT cache stays valid once
        // installed.
        Map.of("SOURCE_DATE_EPOCH", Long.toString(timestamp.getEpochSecond())),
        tool("jpackage"),
        "--type",
        "deb",
        "--name",
        NAME,
        "--app-version",
        version,
        "--app-image",
        image.toString(),
        "--resource-dir",
        sources.resolve("linux").toString(),
        "--linux-shortcut",
        "--linux-menu-group",
        "System;Monitor;",
        "--dest",
        work.toString());
  }

  private static String tool(String name) {
    return JDK.resolve("bin").resolve(name).toString();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static void run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    System.out.println(Stream.of(command).limit(3).collect(Collectors.joining(" ")) + " …");
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(command[0] + " ended with " + code);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            file.toFile().setWritable(true);
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, IOException failed)
              throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
