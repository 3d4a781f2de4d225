package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/**
 * The login program of a kubeconfig ({@code exec}), run as client-go runs it: no shell, stdout and
 * stderr apart, told through {@code KUBERNETES_EXEC_INFO} that nobody sits at a terminal (<a
 * href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">
 * protocol</a>).
 *
 * @param info what {@code KUBERNETES_EXEC_INFO} holds
 */
record ExecPlugin(List<String> command, Map<String, String> environment, String info) {

  static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int LARGEST = 1 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads an {@code exec} entry.
   *
   * @param folder where a relative path of the command starts from
   * @param cluster told to the program where {@code provideClusterInfo} asks for it
   */
  static ExecPlugin of(JsonNode exec, Path folder, JsonNode cluster, URI server) {
    var command = new ArrayList<String>();
    String program = exec.path("command").asText();
    boolean path = program.contains("/") || program.contains(File.separator);
    command.add(path ? folder.resolve(program).toString() : program);
    exec.path("args").forEach(argument -> command.add(argument.asText()));

    var environment = new LinkedHashMap<String, String>();
    exec.path("env")
        .forEach(
            each -> environment.put(each.path("name").asText(), each.path("value").asText("")));

    ObjectNode info = JSON.createObjectNode();
    info.put("kind", "ExecCredential");
    info.put("apiVersion", exec.path("apiVersion").asText());
    ObjectNode spec = info.putObject("spec").put("interactive", false);
    if (exec.path("provideClusterInfo").asBoolean()) {
      ObjectNode told = spec.putObject("cluster").put("server", server.toString());
      for (String field : List.of("tls-server-name", "certificate-authority-data", "proxy-url")) {
        if (cluster.has(field)) {
          told.set(field, cluster.get(field));
        }
      }
    }
    return new ExecPlugin(command, environment, info.toString());
  }

  /** Runs the program and returns the {@code status} of its answer. Blocks up to {@code limit}. */
  JsonNode run(Duration limit) throws KubeconfigProblem {
    String name = command.getFirst();
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("KUBERNETES_EXEC_INFO", info);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new KubeconfigProblem(Msg.kubeconfigExecNotFound(name));
    }
    try {
      var out = readAside(process.getInputStream());
      var err = readAside(process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new KubeconfigProblem(Msg.kubeconfigExecTimeout(name, Quantity.duration(limit)));
      }
      if (process.exitValue() != 0) {
        throw new KubeconfigProblem(
            Msg.kubeconfigExecFailed(
                name, Integer.toString(process.exitValue()), firstLine(err.get())));
      }
      return status(name, out.get());
    } catch (InterruptedException | ExecutionException e) {
      throw new KubeconfigProblem(Msg.kubeconfigExecGarbled(name));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static JsonNode status(String name, String answer) throws KubeconfigProblem {
    try {
      JsonNode root = JSON.readTree(answer);
      if (root != null && root.path("kind").asText("").equals("ExecCredential")) {
        return root.path("status");
      }
    } catch (IOException e) {
      // Told below, as any other answer that is none.
    }
    throw new KubeconfigProblem(Msg.kubeconfigExecGarbled(name));
  }

  /** Reads while the program runs: a full pipe would stop it. */
  private static FutureTask<String> readAside(InputStream in) {
    var task = new FutureTask<>(() -> Pem.text(in.readNBytes(LARGEST)));
    Thread.ofVirtual().name("exec-plugin").start(task);
    return task;
  }

  private static String firstLine(String text) {
    return text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("–");
  }

  @Override
  public String toString() {
    return "ExecPlugin[" + command.getFirst() + "]"; // arguments may hold a secret
  }
}
