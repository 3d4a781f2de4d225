package net.pesulabs.console.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.app.bench.Kubectl;
import net.pesulabs.console.app.bench.Machine;
import net.pesulabs.console.app.bench.Report;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bench}: how quick and how true the console is, measured where it runs. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measure the console against a pretend cluster (--pods, --rate) or a real one"
            + " (--kubeconfig). A missed bound is no failure.")
final class BenchCommand implements Callable<Integer> {

  private enum Bench {
    LIST,
    CHURN,
    IDLE,
    RECOVER,
    TOPOLOGY,
    HISTORY,
    SCRAPE
  }

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h)?");
  private static final int IDLE_PODS = 150;

  @ParentCommand private Main main = new Main();

  @Parameters(
      index = "0",
      paramLabel = "list|churn|idle|recover|topology|history|scrape",
      description = "What to measure.")
  private Bench bench = Bench.LIST;

  @Option(names = "--json", description = "Print JSON (schema homelab-console/bench/1).")
  private boolean json;

  @Option(
      names = "--kubectl",
      paramLabel = "PATH",
      description = "The kubectl to compare with; the one on the PATH if not given.")
  private @Nullable String kubectl;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description =
          "How long to measure churn, idle and history, how long faults last, and how long list lets a window"
              + " settle: 30s, 5m.")
  private @Nullable String duration;

  @Option(
      names = "--simulate",
      paramLabel = "TIME",
      description = "idle: the changes of so long a time as well, as fast as they go: 8h.")
  private @Nullable String simulate;

  @Option(
      names = "--only",
      paramLabel = "FAULT",
      description = "recover: only this fault; all of them if not given.")
  private @Nullable String only;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var missing = TextLibraries.missing();
    if (missing.isPresent()) {
      return Main.say(missing.get(), main.language(), ExitCode.UNAVAILABLE);
    }
    Language language = Session.language(main.options()).orElse(Language.ofSystem());
    Optional<Kubectl> peer = Kubectl.find(kubectl);
    if (kubectl != null && peer.isEmpty()) {
      throw new UserError(Msg.benchBadKubectl(kubectl));
    }
    var machine = Machine.describe(Display.isThere());
    Report report = measure(peer);
    machine.put("load_average_after", Machine.load());
    System.out.print(json ? report.json(machine, language) : report.text(machine, language));
    System.out.flush();
    return ExitCode.HEALTHY;
  }

  private Report measure(Optional<Kubectl> peer) throws IOException, InterruptedException {
    Options options = main.options();
    if (bench == Bench.HISTORY) { // which needs no cluster
      return new BenchHistory(options, time(duration, BenchHistory.WATCHING)).run();
    }
    double rate = Objects.requireNonNullElse(options.rate, 0.0);
    int few = Objects.requireNonNullElse(options.pods, IDLE_PODS);
    int many = Objects.requireNonNullElse(options.pods, BenchList.PODS);
    int pods =
        switch (bench) {
          case LIST, CHURN -> many;
          case IDLE, RECOVER, HISTORY, SCRAPE -> few;
          case TOPOLOGY -> Objects.requireNonNullElse(options.pods, BenchTopology.PODS);
        };
    checkScale(options, pods);
    try (var target = BenchTarget.open(options, pods)) {
      return switch (bench) {
        case LIST -> new BenchList(target, peer, time(duration, BenchList.SETTLE)).run();
        case CHURN ->
            new BenchChurn(
                    target,
                    options.rate == null ? BenchChurn.RATE : rate,
                    time(duration, BenchChurn.DURATION))
                .run();
        case IDLE ->
            new BenchIdle(
                    target, rate, time(duration, BenchIdle.DURATION), time(simulate, Duration.ZERO))
                .run();
        case RECOVER ->
            new BenchRecover(target, time(duration, BenchRecover.LASTS), Optional.ofNullable(only))
                .run();
        case SCRAPE -> new BenchScrape(target, time(duration, BenchScrape.DURATION)).run();
        default -> new BenchTopology(target).run();
      };
    }
  }

  private static void checkScale(Options options, int pods) {
    var whole = new Options();
    whole.pods = pods;
    whole.rate = options.rate;
    whole.scale();
  }

  private static Duration time(@Nullable String text, Duration usual) {
    if (text == null) {
      return usual;
    }
    Matcher match = DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      throw new UserError(Msg.benchBadDuration(text));
    }
    long count = Long.parseLong(match.group(1));
    return switch (Objects.requireNonNullElse(match.group(2), "s")) {
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }
}
