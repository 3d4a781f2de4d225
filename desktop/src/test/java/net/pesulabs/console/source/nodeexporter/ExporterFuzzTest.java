package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to a scrape on its way: either it is refused, or every figure read out of it
 * stands in a line of that metric, and in no line of the same series something else.
 */
class ExporterFuzzTest {

  private static final int ROUNDS = 1500;

  /** Read here by another road than the parser's, and more strictly. */
  private static final Pattern LINE =
      Pattern.compile(
          "[ \\t\\r]*([a-zA-Z_:][a-zA-Z0-9_:]*)[ \\t\\r]*(?:\\{(.*)\\})?[ \\t\\r]*"
              + "([-+0-9.eE]+)(?:[ \\t\\r].*)?",
          Pattern.DOTALL);

  private static final Pattern READ =
      Pattern.compile("\\s*node_(drm|hwmon|load1|memory_Mem|filesystem)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amd-normal-1.11.1",
        "amd-hot-vram-spill",
        "amd-asleep",
        "node_exporter-1.5.0-full",
        "node_exporter-1.5.0-collect-drm-hwmon"
      })
  void neverShowsAFigureThatWasNotTold(String capture) {
    String whole = Captures.text("node/" + capture + ".prom");
    var random = new Random(capture.hashCode());
    int refused = 0;
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = damaged(whole, random);
      try {
        GpuNode node =
            new GpuReader("box", new MovableClock())
                .read(PrometheusText.parse(text, "box:9100", Collectors::isRead), null);
        new Oracle(text, "round " + round).check(node);
        read++;
      } catch (Failure e) {
        refused++;
        assertThat(e.kind()).isIn(Failure.Kind.CUT_OFF, Failure.Kind.NOT_UNDERSTOOD);
      }
    }
    assertThat(refused).as("refused").isGreaterThan(ROUNDS / 10);
    assertThat(read).as("read").isGreaterThan(ROUNDS / 10);
  }

  private static String damaged(String whole, Random random) {
    List<String> lines = new ArrayList<>(whole.lines().toList());
    String end = random.nextInt(8) == 0 ? "\r\n" : "\n";
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = interesting(lines, random);
      String line = lines.get(at);
      switch (random.nextInt(10)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(random.nextInt(lines.size()), line);
        case 2 -> lines.add(at, line.replaceFirst(" [^ ]+$", " " + number(random)));
        case 3 -> lines.set(at, line.replaceFirst(" [^ ]+$", " " + number(random)));
        case 4 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        case 5 -> lines.set(at, garbled(line, random));
        case 6 -> lines.set(at, line + " # {trace=\"1\"} 7");
        case 7 -> lines.set(at, line + " " + random.nextLong(2_000_000_000_000L));
        case 8 -> lines.set(at, line + lines.get(random.nextInt(lines.size())));
        default -> {
          int other = random.nextInt(lines.size());
          lines.set(at, lines.get(other));
          lines.set(other, line);
        }
      }
    }
    var text = new StringBuilder(String.join(end, lines)).append(end);
    switch (random.nextInt(12)) {
      case 0 -> text.setLength(random.nextInt(text.length()));
      case 1 -> text.insert(0, "<html><body>Login</body></html>\n");
      case 2 -> text.append("# EOF\n");
      case 3 -> text.append(whole, random.nextInt(whole.length()), whole.length());
      case 4 -> {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return new String(bytes, StandardCharsets.UTF_8);
      }
      default -> {}
    }
    return text.toString();
  }

  /** A line, mostly one of those that are read. */
  private static int interesting(List<String> lines, Random random) {
    for (int tries = 0; tries < 50; tries++) {
      int at = random.nextInt(lines.size());
      if (Collectors.isRead(lines.get(at).replaceFirst("[{ ].*", ""))) {
        return at;
      }
    }
    return random.nextInt(lines.size());
  }

  private static String number(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "NaN";
      case 1 -> "+Inf";
      case 2 -> "-1";
      case 3 -> "0";
      case 4 -> Double.toString(random.nextDouble() * 1e12);
      case 5 -> "\"37\"";
      case 6 -> "1e400";
      default -> Integer.toString(random.nextInt(120));
    };
  }

  private static String garbled(String line, Random random) {
    var text = new StringBuilder(line);
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.setCharAt(at, "\"\\{}, =#e+-.09aN\u0000\ufeff".charAt(random.nextInt(18)));
      default -> text.insert(at, (char) random.nextInt(1, 0x300));
    }
    return text.toString();
  }

  /** What the lines say, for whoever doubts the reader. */
  private record Oracle(List<Line> told, String round) {

    private record Line(String metric, String labels, double value) {}

    Oracle(String text, String round) {
      this(
          Arrays.stream(text.split("\n", -1))
              .filter(line -> READ.matcher(line).lookingAt())
              .flatMap(Oracle::read)
              .toList(),
          round);
    }

    void check(GpuNode node) {
      for (Card card : node.cards()) {
        String id = "card=\"" + card.id() + "\"";
        told(card.busyPercent(), "node_drm_gpu_busy_percent", id);
        told(card.vramTotalBytes(), "node_drm_memory_vram_size_bytes", id);
        told(card.vramUsedBytes(), "node_drm_memory_vram_used_bytes", id);
        told(card.gttUsedBytes(), "node_drm_memory_gtt_used_bytes", id);
        heat(card.edge());
        heat(card.junction());
        heat(card.memory());
        Double watts = card.power().watts();
        if (watts != null) {
          assertThat(
                  values("node_hwmon_power_average_watt", "").contains(watts)
                      || values("node_hwmon_power_watt", "").contains(watts))
              .as("%s: %s W", round, watts)
              .isTrue();
        }
        told(card.power().capWatts(), "node_hwmon_power_cap_watt", "sensor=\"power1\"");
        told(card.fan().rpm(), "node_hwmon_fan_rpm", "sensor=\"fan1\"");
        told(card.fan().maxRpm(), "node_hwmon_fan_max_rpm", "sensor=\"fan1\"");
        told(card.clocks().coreMegahertz(), "node_hwmon_freq_freq_mhz", "sensor=\"sclk\"");
        told(card.clocks().memoryMegahertz(), "node_hwmon_freq_freq_mhz", "sensor=\"mclk\"");
      }
      check(node.machine());
    }

    private void check(MachineFigures machine) {
      told(machine.load1(), "node_load1", "");
      if (machine.memory() != null) {
        told(machine.memory().totalBytes(), "node_memory_MemTotal_bytes", "");
        told(machine.memory().availableBytes(), "node_memory_MemAvailable_bytes", "");
      }
      for (MachineFigures.Disk disk : machine.disks()) {
        told(disk.totalBytes(), "node_filesystem_size_bytes", "");
        told(disk.availableBytes(), "node_filesystem_avail_bytes", "");
      }
      for (MachineFigures.Temperature part : machine.temperatures()) {
        told(part.celsius(), "node_hwmon_temp_celsius", "");
      }
      assertThat(machine.cpuPercent()).as("one scrape tells no rate").isNull();
      assertThat(machine.links())
          .allSatisfy(link -> assertThat(link.receivedBytesPerSecond()).isNull());
    }

    private void heat(Card.Heat heat) {
      told(heat.celsius(), "node_hwmon_temp_celsius", "sensor=\"temp");
      told(heat.limitCelsius(), "node_hwmon_temp_crit_celsius", "sensor=\"temp");
    }

    /** The figure stands in a line; where all lines are of one series, it is the only one there. */
    private void told(@Nullable Number figure, String metric, String label) {
      if (figure == null) {
        return;
      }
      Set<Double> values = values(metric, label);
      Set<Long> whole = new HashSet<>();
      values.forEach(value -> whole.add(value.longValue()));
      assertThat(figure instanceof Long ? whole.contains(figure) : values.contains(figure))
          .as("%s: %s of %s%s among %s", round, figure, metric, label, values)
          .isTrue();
      boolean ofOneSeries = label.startsWith("card=") || metric.matches("node_(load1|memory.*)");
      if (ofOneSeries) {
        assertThat(values).as("%s: %s", round, metric).hasSize(1);
      }
    }

    private Set<Double> values(String metric, String label) {
      return told.stream()
          .filter(line -> line.metric.equals(metric) && line.labels.contains(label))
          .map(Line::value)
          .collect(java.util.stream.Collectors.toSet());
    }

    private static Stream<Line> read(String line) {
      Matcher said = LINE.matcher(line.replaceFirst("(?s) # \\{[^}]*} .*", ""));
      return said.matches()
          ? Stream.of(
              new Line(
                  said.group(1), String.valueOf(said.group(2)), Double.parseDouble(said.group(3))))
          : Stream.of();
    }
  }
}
