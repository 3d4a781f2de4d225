package net.pesulabs.console.source.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.cards.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to an answer, each dialect gives cards that can be, or a failure. */
class HostileFiguresTest {

  private static final int ROUNDS = 3000;

  private static final List<String> VALUES =
      List.of(
          "NaN",
          "+Inf",
          "-Inf",
          "-1",
          "0",
          "1e308",
          "-1e308",
          "65535",
          "4.294967295e+09",
          "1.8446744073709552e+19",
          "5e-324",
          "100.0000001");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpu/all-smi-0.25.prom",
        "gpu/all-smi-documented.prom",
        "gpu/device-metrics-instinct.prom",
        "gpu/device-metrics-radeon.prom"
      })
  void neverThrowsAndNeverShowsWhatCannotBe(String capture) {
    String whole = Captures.text(capture);
    var random = new Random(20261123);
    var readers = new Readers("host", Clock.systemUTC());
    int read = 0;
    for (int i = 0; i < ROUNDS; i++) {
      try {
        Samples samples = PrometheusText.parse(mutated(whole, random), "here");
        for (Dialect dialect :
            Stream.of(Program.values()).flatMap(p -> readers.of(p).stream()).toList()) {
          try {
            check(dialect.read(samples, null));
            read++;
          } catch (Failure e) {
            assertThat(e.why()).isNotNull();
          }
        }
      } catch (Failure e) {
        assertThat(e.kind()).isIn(Failure.Kind.CUT_OFF, Failure.Kind.NOT_UNDERSTOOD);
      }
    }
    assertThat(read).isPositive();
  }

  private static String mutated(String whole, Random random) {
    String text = whole;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      String[] lines = text.split("\n", -1);
      int at = random.nextInt(Math.max(1, lines.length - 1));
      int space = lines[at].lastIndexOf(' ');
      switch (random.nextInt(6)) {
        case 0 ->
            lines[at] =
                lines[at].substring(0, space + 1) + VALUES.get(random.nextInt(VALUES.size()));
        case 1 -> lines[at] = "";
        case 2 -> lines[at] = lines[at] + "\n" + lines[at];
        case 3 ->
            lines[at] =
                lines[at].replaceAll("\\w+=\"[^\"]*\"", "gpu=\"" + random.nextInt(3) + "\"");
        case 4 -> lines[at] = lines[at].substring(0, random.nextInt(lines[at].length() + 1));
        default -> lines[at] = "<html>" + lines[at];
      }
      text = String.join("\n", lines);
    }
    return text;
  }

  private static void check(GpuNode node) {
    assertThat(node.cards()).extracting(Card::id).doesNotHaveDuplicates();
    for (Card card : node.cards()) {
      if (card.busyPercent() != null) {
        assertThat(card.busyPercent()).isBetween(0.0, 100.0);
      }
      if (card.vram() != null) {
        assertThat(card.vram().totalBytes()).isPositive();
      }
      for (Card.Heat heat : List.of(card.edge(), card.junction(), card.memory())) {
        assertThat(heat.celsius())
            .satisfiesAnyOf(
                celsius -> assertThat(celsius).isNull(), celsius -> assertThat(celsius).isFinite());
      }
    }
  }
}
