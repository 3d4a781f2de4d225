package net.pesulabs.console.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Whether the person said on the command line which homelab to use. */
  boolean namesAHomelab() {
    return demo || kubeconfig != null || context != null || profile != null || !set.isEmpty();
  }
}
