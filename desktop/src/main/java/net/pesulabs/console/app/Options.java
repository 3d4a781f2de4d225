package net.pesulabs.console.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.demo.Scale;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command takes, before or after its name. */
final class Options {

  @Option(
      names = "--demo",
      scope = ScopeType.INHERIT,
      description = "Use a pretend homelab, served on this computer.")
  boolean demo;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Break the pretend homelab in a named way; may be repeated. NAME: ${FAULTS}")
  List<String> faults = new ArrayList<>();

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Use this kubeconfig for this run.")
  @Nullable String kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Use this context of the kubeconfig for this run.")
  @Nullable String context;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Use this settings file for this run; it is not changed.")
  @Nullable Path profile;

  @Option(
      names = "--lang",
      paramLabel = "es|en",
      scope = ScopeType.INHERIT,
      description = "The language of this run.")
  @Nullable String lang;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      description =
          "Any profile setting, for this run only; may be repeated. For instance"
              + " --set gpu.url=http://127.0.0.1:9100/metrics")
  Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--pods",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "With --demo or bench: how many pods the pretend cluster has, in all.")
  @Nullable Integer pods;

  @Option(
      names = "--rate",
      paramLabel = "R",
      scope = ScopeType.INHERIT,
      description = "With --demo or bench: how many pods of the pretend cluster change a second.")
  @Nullable Double rate;

  /** Where to keep figures over time; null for where the console keeps its files. No option. */
  @Nullable Path history;

  Path historyFolder() {
    return history == null ? DataFolder.find() : history;
  }

  /**
   * The size of the pretend cluster.
   *
   * @throws UserError where it makes no sense
   */
  Scale scale() {
    int count = pods == null ? 0 : pods;
    double changes = rate == null ? 0 : rate;
    if (count < 0 || count > Scale.MOST_PODS) {
      throw new UserError(Msg.cliBadPods(Scale.MOST_PODS));
    }
    if (!(changes >= 0 && changes <= Scale.MOST_CHANGES)) {
      throw new UserError(Msg.cliBadRate(Scale.MOST_CHANGES));
    }
    if (changes > 0 && count == 0) {
      throw new UserError(Msg.cliRateNeedsPods());
    }
    return new Scale(count, changes);
  }

  /** Whether the person said on the command line which homelab to use. */
  boolean namesAHomelab() {
    return demo || kubeconfig != null || context != null || profile != null || !set.isEmpty();
  }
}
