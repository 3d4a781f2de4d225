package net.pesulabs.console.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import net.pesulabs.console.demo.Fault;
import net.pesulabs.console.demo.PretendHomelab;
import net.pesulabs.console.homelab.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * {@code pretend}: the pretend homelab in a process of its own, so that {@code bench} measures the
 * console and not its server. Prints one line of JSON with where it is found; then each line on its
 * standard input is an order and answered with a line of JSON; ends when the input does.
 *
 * <p>Orders: {@code rate R}, {@code burst COUNT RATE}, {@code changes}, {@code touch}, {@code
 * inject FAULT}, {@code cure FAULT}, {@code restart SECONDS}, {@code swap-token}.
 */
@Command(name = "pretend", hidden = true, description = "Serve the pretend homelab until EOF.")
final class PretendCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParentCommand private Main main = new Main();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var scale = main.options().scale();
    PrintStream out = System.out;
    try (var homelab = PretendHomelab.start(EnumSet.noneOf(Fault.class), Clock.systemUTC(), scale);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      say(out, whereabouts(homelab.profile()));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(out, obey(homelab, line.strip().split(" ")));
      }
    }
    return ExitCode.HEALTHY;
  }

  private static Map<String, Object> whereabouts(Profile profile) {
    var where = new LinkedHashMap<String, Object>();
    where.put("schema", "homelab-console/pretend/1");
    where.put("pid", ProcessHandle.current().pid());
    where.put("kubeconfig", profile.kubeconfig());
    where.put("context", profile.context());
    where.put("gpu_url", profile.gpuUrl());
    where.put("model_url", profile.modelUrl());
    where.put("tailscale", profile.tailscale());
    return where;
  }

  private static Map<String, Object> obey(PretendHomelab homelab, String[] words)
      throws IOException, InterruptedException {
    try {
      switch (words[0]) {
        case "rate" -> homelab.churn(Double.parseDouble(words[1]));
        case "burst" -> homelab.burst(Long.parseLong(words[1]), Double.parseDouble(words[2]));
        case "changes" -> {}
        case "touch" -> {
          PretendHomelab.Touched touched = homelab.touch();
          return Map.of("uid", touched.uid(), "restarts", touched.restarts());
        }
        case "inject" -> homelab.inject(Fault.byId(words[1]).orElseThrow());
        case "cure" -> homelab.cure(Fault.byId(words[1]).orElseThrow());
        case "restart" -> homelab.restartCluster(Duration.ofSeconds(Long.parseLong(words[1])));
        case "swap-token" -> homelab.swapToken();
        default -> {
          return Map.of("error", "no such order: " + words[0]);
        }
      }
      return Map.of("changes", homelab.changes());
    } catch (RuntimeException e) {
      return Map.of("error", String.valueOf(e)); // said to whoever gave the order
    }
  }

  private static void say(PrintStream out, Map<String, Object> answer) throws IOException {
    out.println(JSON.writeValueAsString(answer));
    out.flush();
  }
}
