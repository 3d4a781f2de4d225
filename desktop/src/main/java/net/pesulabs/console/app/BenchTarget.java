package net.pesulabs.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.app.bench.PretendChild;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The cluster to measure against, the one named or the pretend one in a process of its own, and
 * consoles on it whose settings are nobody's.
 */
final class BenchTarget implements AutoCloseable {

  private static final String NOWHERE = "";

  private final Options options;
  private final Path folder;
  private final @Nullable PretendChild pretend;
  private int consoles;

  private BenchTarget(Options options, Path folder, @Nullable PretendChild pretend) {
    this.options = options;
    this.folder = folder;
    this.pretend = pretend;
  }

  /** Starts the pretend cluster with so many pods, unless the options name another one. */
  static BenchTarget open(Options options, int pods) throws IOException {
    boolean real = options.kubeconfig != null || options.context != null;
    if (real && (options.pods != null || options.rate != null)) {
      throw new UserError(Msg.benchScaleIsPretend());
    }
    Path folder = Files.createTempDirectory("homelab-console-bench-");
    return new BenchTarget(options, folder, real ? null : PretendChild.start(Main.class, pods));
  }

  /** The pretend cluster; null where a named one is measured. */
  @Nullable PretendChild pretend() {
    return pretend;
  }

  /** Empty for the one kubectl would use. */
  String kubeconfig() {
    if (pretend != null) {
      return pretend.where("kubeconfig");
    }
    return options.kubeconfig == null ? "" : options.kubeconfig;
  }

  String context() {
    if (pretend != null) {
      return pretend.where("context");
    }
    return options.context == null ? "" : options.context;
  }

  /** A folder that only this user can read, gone when this is closed. */
  Path folder() {
    return folder;
  }

  /** What the console is given to do, for the report. */
  Map<String, Object> load(Object pods, Object rate) {
    var load = new LinkedHashMap<String, Object>();
    load.put("cluster", pretend == null ? "named" : "pretend");
    load.put("pods", pods);
    load.put("changes_per_second", rate);
    return load;
  }

  /** A console that knows the cluster and nothing else. */
  Session console(Clock clock) throws IOException {
    return console(clock, kubeconfig());
  }

  /** The same, with another kubeconfig for it. */
  Session console(Clock clock, String kubeconfig) throws IOException {
    return session(clock, profile(kubeconfig, NOWHERE, NOWHERE, folder + "/none"));
  }

  /** A console that knows the whole house, where there is one. */
  Session wholeConsole(Clock clock) throws IOException {
    return pretend == null
        ? console(clock)
        : session(
            clock,
            profile(
                kubeconfig(),
                pretend.where("gpu_url"),
                pretend.where("model_url"),
                pretend.where("tailscale")));
  }

  /** The same house, of which nobody tells the card. */
  Session houseWithoutCard(Clock clock) throws IOException {
    return pretend == null
        ? console(clock)
        : session(
            clock,
            profile(kubeconfig(), NOWHERE, pretend.where("model_url"), pretend.where("tailscale")));
  }

  private Profile profile(String kubeconfig, String gpu, String model, String tailscale) {
    Profile example = Profile.example();
    return new Profile(
        example.name(), example.lan(), List.of(), kubeconfig, context(), gpu, model, tailscale);
  }

  private Session session(Clock clock, Profile profile) throws IOException {
    Path file = folder.resolve("settings-" + ++consoles + ".yaml");
    new SettingsFile(file, clock)
        .write(Settings.initial().withTheme(Settings.Theme.LIGHT).withProfile(profile));
    var own = new Options();
    own.profile = file;
    own.history = folder;
    own.lang = options.lang;
    return Session.open(own, clock);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (pretend != null) {
      pretend.close();
    }
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
