package net.pesulabs.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.pesulabs.console.app.bench.Figure;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.app.bench.Percentiles;
import net.pesulabs.console.app.bench.Report;
import net.pesulabs.console.fx.chart.Range;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.history.SqliteHistory;

/**
 * How soon thirty days of figures are there, from a file full of them, and how smoothly a chart of
 * a day is drawn while measurements land.
 */
final class BenchHistory {

  static final Duration WATCHING = Duration.ofSeconds(10);
  private static final int ROUNDS = 20;

  private static final double SOON = 300;
  private static final double MOST_MIB = 100_000_000 / (1024.0 * 1024);

  private final Options options;
  private final Duration watching;
  private final Clock clock = Clock.systemUTC();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Message> problems = new ArrayList<>();
  private boolean dropped = true;

  BenchHistory(Options options, Duration watching) {
    this.options = options;
    this.watching = watching;
  }

  Report run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("homelab-console-bench-");
    try {
      return run(folder);
    } finally {
      try (var all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private Report run(Path folder) throws IOException, InterruptedException {
    Settings settings = Settings.initial().withTheme(Settings.Theme.LIGHT);
    Path profile = folder.resolve("settings.yaml");
    new SettingsFile(profile, clock).write(settings);
    Path file = folder.resolve("history.db");
    String house = settings.profile().name();
    var past = new BenchPast(clock);
    double seconds = past.write(file, house);
    figures.add(Figure.of("written", Msg.gpuChartsBenchWritten(), seconds, Unit.S));
    figures.add(
        Figure.of(
                "file-size", Msg.gpuChartsBenchSize(), Files.size(file) / (1024.0 * 1024), Unit.MIB)
            .atMost(MOST_MIB));
    for (Range range : List.of(Range.MONTH, Range.DAY, Range.HOUR, Range.FIVE_MINUTES)) {
      open(file, house, past, range);
    }
    if (!dropped) {
      problems.add(Msg.gpuChartsBenchCached());
    }
    var own = new Options();
    own.profile = profile;
    own.history = folder;
    own.lang = options.lang;
    try (var session = Session.open(own, clock)) {
      new BenchCharts(session, past, watching, figures).run();
    }
    return new Report(
        "history",
        Map.of("series", past.series().size(), "points", past.points()),
        Msg.gpuChartsBenchMethod(ROUNDS, watching.toSeconds()),
        figures,
        problems);
  }

  /** Opens the file and asks what all charts of a page ask, again and again. */
  private void open(Path file, String house, BenchPast past, Range range)
      throws IOException, InterruptedException {
    var millis = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      dropped &= dropFromCache(file);
      long begin = System.nanoTime();
      try (var opened = SqliteHistory.in(file, clock)) {
        History history = opened.of(house);
        Instant now = clock.instant();
        for (var series : past.series()) {
          history.query(series, now.minus(range.length()), now, Timeline.MOST);
        }
        millis.add((System.nanoTime() - begin) / 1e6);
        opened.problem().get().ifPresent(problems::add);
      }
    }
    String name = range.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Message none = Msg.benchNoChanges();
    if (range == Range.MONTH) {
      figures.add(Figure.of("open-first", Msg.gpuChartsBenchFirst(), millis.getFirst(), Unit.MS));
    }
    var all = new Percentiles(millis);
    figures.add(
        Figure.of(
            "open-p50-" + name, Msg.gpuChartsBenchOpen(50, name), all.at(0.5), Unit.MS, none));
    figures.add(
        Figure.of("open-p95-" + name, Msg.gpuChartsBenchOpen(95, name), all.at(0.95), Unit.MS, none)
            .atMost(SOON));
  }

  /** Asks the system to forget the file, which GNU dd does; whether that was possible. */
  private static boolean dropFromCache(Path file) throws IOException, InterruptedException {
    Optional<Path> dd =
        List.of(Path.of("/usr/bin/dd"), Path.of("/bin/dd")).stream()
            .filter(Files::isExecutable)
            .findFirst();
    if (dd.isEmpty()) {
      return false;
    }
    var process =
        new ProcessBuilder(dd.get().toString(), "if=" + file, "iflag=nocache", "count=0")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
