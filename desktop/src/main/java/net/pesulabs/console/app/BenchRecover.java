package net.pesulabs.console.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.app.bench.FaultyLink;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.JumpingClock;
import net.pesulabs.console.app.bench.LinkedKubeconfig;
import net.pesulabs.console.app.bench.PretendChild;
import net.pesulabs.console.app.bench.Report;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** What the console says while its link or its cluster fails, and how soon it is right again. */
final class BenchRecover {

  static final Duration LASTS = Duration.ofSeconds(20);
  static final String SLOW = "slow";

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration STEADY = Duration.ofSeconds(2);
  private static final double PROMISED_S = 5;

  private final BenchTarget target;
  private final Duration lasts;
  private final Optional<String> only;
  private final JumpingClock clock = new JumpingClock();
  private final List<Message> problems = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  BenchRecover(BenchTarget target, Duration lasts, Optional<String> only) {
    this.target = target;
    this.lasts = lasts;
    this.only = only;
  }

  Report run() throws IOException, InterruptedException {
    int pods = 0;
    var kubeconfig = new LinkedKubeconfig(original(), target.context(), target.folder());
    try (var link = new FaultyLink(kubeconfig.server())) {
      Path linked = kubeconfig.write(link.port());
      List<BenchFault> faults = BenchFault.all(link, kubeconfig, clock, target.pretend(), lasts);
      requireKnown(faults);
      if (target.pretend() == null) {
        problems.add(Msg.benchOnlyWatched());
      }
      try (var session = target.console(clock, linked.toString())) {
        session.wiring().connect();
        LiveHomelab homelab = session.wiring().homelab();
        if (!BenchWait.until(LIMIT, () -> BenchWait.isWhole(homelab))) {
          throw new IOException(Msg.benchNeverWhole().in(session.language()));
        }
        pods = homelab.pods().size();
        for (BenchFault fault : faults) {
          if (only.filter(name -> !name.equals(fault.id())).isEmpty()) {
            measure(fault, homelab);
          }
        }
      }
      if (only.filter(name -> !name.equals(SLOW)).isEmpty()) {
        figures.addAll(new BenchSlowLink(target, link, linked.toString(), lasts).measure());
      }
    }
    return new Report(
        "recover",
        target.load(pods, 0),
        Msg.benchRecoverMethod(lasts.toSeconds()),
        figures,
        problems);
  }

  private Path original() {
    String named = target.kubeconfig();
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    // Several files in one variable are kubectl's affair: the first is taken here.
    String variable = System.getenv().getOrDefault("KUBECONFIG", "");
    return variable.isBlank()
        ? Path.of(System.getProperty("user.home"), ".kube", "config")
        : Path.of(variable.split(java.util.regex.Pattern.quote(java.io.File.pathSeparator))[0]);
  }

  private void requireKnown(List<BenchFault> faults) {
    List<String> names =
        Stream.concat(faults.stream().map(BenchFault::id), Stream.of(SLOW)).toList();
    if (only.filter(name -> !names.contains(name)).isPresent()) {
      throw new UserError(
          Msg.cliUnknownFault(only.get(), names.stream().collect(Collectors.joining(", "))));
    }
  }

  private void measure(BenchFault fault, LiveHomelab homelab)
      throws IOException, InterruptedException {
    if (!BenchWait.until(LIMIT, () -> BenchWait.isWhole(homelab))) {
      problems.add(Msg.benchSkipped(fault.title()));
      return;
    }
    Thread.sleep(STEADY);
    var log = new LiveLog(homelab.cluster().get().isLive());
    Subscription listening = homelab.cluster().onChange(reading -> log.say(reading.isLive()));
    long begun = System.nanoTime();
    fault.begin().run();
    Thread.sleep(fault.lasts().dividedBy(2));
    @Nullable JsonNode changed = change();
    Thread.sleep(fault.lasts().dividedBy(2));
    long cured = System.nanoTime();
    fault.end().run();
    boolean right =
        BenchWait.until(LIMIT, () -> BenchWait.isWhole(homelab) && knows(homelab, changed));
    long again = System.nanoTime();
    listening.close();
    int differences = right ? compare(homelab) : 0;
    add(fault, log, begun, cured, right ? again : null, right ? differences : null);
  }

  private void add(
      BenchFault fault,
      LiveLog log,
      long begun,
      long cured,
      @Nullable Long again,
      @Nullable Integer differences) {
    Double noticed = log.notLiveAfter(begun);
    Message notAgain = Msg.benchNotRightAgain(LIMIT.toSeconds());
    figures.add(
        Figure.of(
            fault.id() + ".not-live-after",
            Msg.benchNotLiveAfter(fault.title()),
            noticed,
            Unit.S,
            Msg.benchNeverBehind()));
    figures.add(
        Figure.of(
                fault.id() + ".right-after",
                Msg.benchRightAfter(fault.title()),
                again == null ? null : (Double) ((again - cured) / 1e9),
                Unit.S,
                notAgain)
            .atMost(PROMISED_S));
    figures.add(
        Figure.of(
                fault.id() + ".differences",
                Msg.benchFaultDifferences(fault.title()),
                differences == null ? null : (Double) differences.doubleValue(),
                Unit.COUNT,
                notAgain)
            .atMost(0));
    if (fault.deaf() && noticed != null) {
      figures.add(
          Figure.of(
                  fault.id() + ".live-while-broken",
                  Msg.benchLiveWhileBroken(fault.title()),
                  log.liveAgainBefore(cured),
                  Unit.S)
              .atMost(0));
    }
  }

  /** Has one pod restart, past the link; null where nothing may be changed. */
  private @Nullable JsonNode change() throws IOException {
    PretendChild pretend = target.pretend();
    return pretend == null ? null : pretend.order("touch");
  }

  private static boolean knows(LiveHomelab homelab, @Nullable JsonNode changed) {
    return changed == null
        || homelab
            .pods()
            .get(changed.path("uid").asText())
            .filter(pod -> pod.restarts() >= changed.path("restarts").asInt())
            .isPresent();
  }

  private int compare(LiveHomelab homelab) throws IOException, InterruptedException {
    try (var other = target.console(Clock.systemUTC())) {
      other.wiring().connect();
      LiveHomelab fresh = other.wiring().homelab();
      BenchWait.until(LIMIT, () -> BenchWait.isWhole(fresh));
      return BenchWait.differences(homelab, fresh);
    }
  }
}
