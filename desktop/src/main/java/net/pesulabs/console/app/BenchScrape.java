package net.pesulabs.console.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.pesulabs.console.app.bench.Exposition;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.Percentiles;
import net.pesulabs.console.app.bench.Report;
import net.pesulabs.console.app.bench.ThreadTimes;
import net.pesulabs.console.app.bench.ThreadTimes.Group;
import net.pesulabs.console.app.bench.Usage;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.nodeexporter.NodeExporter;

/** What it costs to ask for the card's figures each second and to draw them. */
final class BenchScrape {

  static final Duration DURATION = Duration.ofSeconds(60);

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int LINES = 5000;
  private static final int READINGS = 500;
  private static final double MOST_PERCENT = 1;
  private static final double MOST_MILLIS = 5;

  private final BenchTarget target;
  private final Duration duration;
  private final List<Message> problems = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  /** What a console used while its page was open, in all and by what its threads are for. */
  private record Cost(Usage process, Map<Group, Double> seconds) {
    double percent(Group group) {
      return 100 * seconds.getOrDefault(group, 0.0) / process.seconds();
    }
  }

  BenchScrape(BenchTarget target, Duration duration) {
    this.target = target;
    this.duration = duration;
  }

  Report run() throws IOException, InterruptedException {
    if (target.pretend() == null) {
      problems.add(Msg.benchOnlyWatched());
    } else {
      String url = target.pretend().where("gpu_url");
      read(Exposition.ofLines(Exposition.get(url).text(), LINES));
      size(Exposition.get(NodeExporter.addressOf(url)));
      draw();
    }
    return new Report(
        "scrape",
        Map.of("cluster", target.pretend() == null ? "named" : "pretend", "lines", LINES),
        Msg.benchScrapeMethod(duration.toSeconds(), LINES, READINGS),
        figures,
        problems);
  }

  /** Before anything else is asked, so that the first reading is that of a new process. */
  private void read(String text) throws IOException {
    double first = millis(text);
    for (int i = 0; i < READINGS; i++) {
      millis(text); // until it is compiled
    }
    var warm = new ArrayList<Double>();
    for (int i = 0; i < READINGS; i++) {
      warm.add(millis(text));
    }
    var times = new Percentiles(warm);
    Message none = Msg.benchNoChanges();
    figures.add(
        Figure.of("parse-p50", Msg.benchScrapeParse(50, LINES), times.median(), Unit.MS, none)
            .atMost(MOST_MILLIS));
    figures.add(
        Figure.of("parse-p95", Msg.benchScrapeParse(95, LINES), times.at(0.95), Unit.MS, none)
            .atMost(MOST_MILLIS));
    figures.add(Figure.of("parse-first", Msg.benchScrapeParseFirst(LINES), first, Unit.MS));
  }

  private static double millis(String text) throws IOException {
    long start = System.nanoTime();
    try {
      PrometheusText.parse(text, "bench");
    } catch (Failure e) {
      throw new IOException(e);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private void size(Exposition scrape) {
    figures.add(
        Figure.of("scrape-bytes", Msg.benchScrapeBytes(), scrape.text().length(), Unit.COUNT));
    figures.add(
        Figure.of("scrape-bytes-sent", Msg.benchScrapeSent(), scrape.sentBytes(), Unit.COUNT));
  }

  private void draw() throws IOException, InterruptedException {
    Cost without;
    try (var session = target.houseWithoutCard(Clock.systemUTC())) {
      without = cost(session, false);
    }
    Cost with;
    try (var session = target.wholeConsole(Clock.systemUTC())) {
      with = cost(session, true);
    }
    figures.add(
        Figure.of(
                "scrape-cpu",
                Msg.benchScrapeCpu(),
                with.process.cpuPercent() - without.process.cpuPercent(),
                Unit.PERCENT)
            .atMost(MOST_PERCENT));
    for (Group group : Group.values()) {
      Double cost =
          with.seconds.isEmpty() ? null : (Double) (with.percent(group) - without.percent(group));
      figures.add(
          Figure.of(
              "scrape-cpu-" + group.name().toLowerCase(Locale.ROOT),
              title(group),
              cost,
              Unit.PERCENT,
              Msg.benchScrapeThreadsUntold()));
    }
    figures.add(
        Figure.of("process-cpu", Msg.benchProcessCpu(), with.process.cpuPercent(), Unit.PERCENT));
    figures.add(
        Figure.of(
            "allocation",
            Msg.benchAllocation(),
            with.process.allocatedMibPerSecond(),
            Unit.MIB_PER_S));
  }

  private static Message title(Group group) {
    return switch (group) {
      case UI -> Msg.benchScrapeUi();
      case RENDERER -> Msg.benchScrapeRenderer();
      case SOURCES -> Msg.benchScrapeSources();
      case COMPILER -> Msg.benchScrapeCompiler();
      case OTHER -> Msg.benchScrapeOther();
    };
  }

  /** On the page of the card. */
  private Cost cost(Session session, boolean scraping) throws IOException, InterruptedException {
    try (var window = BenchWindow.open(session, PageId.GPU)) {
      session.wiring().connect();
      LiveHomelab homelab = session.wiring().homelab();
      boolean ready =
          BenchWait.until(
              LIMIT, () -> BenchWait.isWhole(homelab) && homelab.gpu().get().isLive() == scraping);
      if (!ready) {
        throw new IOException(Msg.benchNeverWhole().in(session.language()));
      }
      // The later one has still to be compiled for, which is no cost of a scrape.
      Thread.sleep(scraping ? duration.multipliedBy(2) : duration);
      Map<Group, Double> threads = ThreadTimes.now();
      Usage before = Usage.now();
      Thread.sleep(duration);
      Usage used = Usage.now().since(before);
      var seconds = new EnumMap<Group, Double>(Group.class);
      ThreadTimes.now()
          .forEach((group, now) -> seconds.put(group, now - threads.getOrDefault(group, 0.0)));
      return new Cost(used, seconds);
    }
  }
}
