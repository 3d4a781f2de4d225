package net.pesulabs.console.app.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The console's peer: kubectl as it is installed here. */
public final class Kubectl {

  private static final long LOOK_AGAIN_MS = 10;
  private static final long LIMIT_S = 600;

  /**
   * One {@code kubectl get pods -A}.
   *
   * @param peakMib the most memory it held; null where the system does not tell
   */
  public record Run(double seconds, @Nullable Double peakMib, int exitCode) {}

  private final Path program;

  private Kubectl(Path program) {
    this.program = program;
  }

  /** The one named, or the first on the PATH; empty where there is none. */
  public static Optional<Kubectl> find(@Nullable String named) {
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable).map(Kubectl::new);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of(Path.of(folder, "kubectl"), Path.of(folder, "kubectl.exe")))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Kubectl::new);
  }

  /** Its version as it tells it; empty where it does not. */
  public String version() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(program.toString(), "version", "--client")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return text.lines().findFirst().map(line -> line.replaceAll(".*: *", "")).orElse("");
  }

  /** Lists all pods and throws the text away. */
  public Run listPods(String kubeconfig, String context) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(program.toString(), "get", "pods", "-A"));
    if (!kubeconfig.isEmpty()) {
      words.add("--kubeconfig=" + kubeconfig);
    }
    if (!context.isEmpty()) {
      words.add("--context=" + context);
    }
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Double peak = null;
    while (!process.waitFor(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)) {
      peak = larger(peak, peakOf(process));
      if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(LIMIT_S)) {
        process.destroyForcibly();
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Run(seconds, peak, process.exitValue());
  }

  /** With its children: some kubectls only choose the right version and start that. */
  private static @Nullable Double peakOf(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(handle -> Optional.ofNullable(Memory.peak(handle.pid())))
        .flatMap(Optional::stream)
        .reduce(Double::sum)
        .orElse(null);
  }

  private static @Nullable Double larger(@Nullable Double one, @Nullable Double other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }
}
