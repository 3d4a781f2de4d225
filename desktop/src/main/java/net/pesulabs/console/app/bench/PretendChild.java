package net.pesulabs.console.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The pretend homelab in a process of its own, so that what is measured in this one is the console
 * alone. It ends with this process in any case, because its standard input does.
 */
public final class PretendChild implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_S = 5;

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final JsonNode where;

  private PretendChild(Process process) throws IOException {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.where = answer();
  }

  /**
   * Starts it with so many pods in all.
   *
   * @param mainClass the program's
   */
  public static PretendChild start(Class<?> mainClass, int pods) throws IOException {
    List<String> words = new ArrayList<>(self(mainClass));
    words.addAll(List.of("pretend", "--pods", Integer.toString(pods)));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      return new PretendChild(process);
    } catch (IOException e) {
      process.destroy();
      throw e;
    }
  }

  /** This program once more: by its Java, or, where a package has none of its own, its launcher. */
  private static List<String> self(Class<?> mainClass) throws IOException {
    boolean windows = File.separatorChar == '\\';
    Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    if (Files.isExecutable(java)) {
      return List.of(
          java.toString(),
          "-XX:+UseSerialGC",
          "-Xmx1g",
          "--class-path",
          System.getProperty("java.class.path"),
          mainClass.getName());
    }
    return List.of(
        ProcessHandle.current()
            .info()
            .command()
            .orElseThrow(() -> new IOException("this program cannot tell how it was started")));
  }

  /** Gives an order and waits for its answer. */
  public synchronized JsonNode order(String words) throws IOException {
    orders.write(words);
    orders.newLine();
    orders.flush();
    JsonNode answer = answer();
    if (answer.has("error")) {
      throw new IOException(answer.path("error").asText());
    }
    return answer;
  }

  private JsonNode answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("{")) { // else it is the JVM that speaks, as with a flight recording
        return JSON.readTree(line);
      }
    }
    throw new IOException("the pretend homelab ended");
  }

  public long changes() throws IOException {
    return order("changes").path("changes").asLong();
  }

  /** What it says of itself under a name. */
  public String where(String name) {
    return where.path(name).asText();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    orders.close(); // which is its sign to end
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    answers.close();
  }
}
