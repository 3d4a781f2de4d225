package net.pesulabs.console.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.pesulabs.console.source.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTextTest {

  @Test
  void readsNumbersOfAllForms() throws Failure {
    Samples samples =
        parse(
            """
            # HELP a whatever {"} 5
            # TYPE a gauge
            a 1.7163091968e+10
            b{} -3
            c	+Inf

              d NaN
            e -Inf 1395066363000
            f_g:h 5E-1\r
            """);
    assertThat(samples.value("a")).isEqualTo(17163091968.0);
    assertThat(samples.value("b")).isEqualTo(-3);
    assertThat(samples.named("c").getFirst().value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(samples.named("d").getFirst().value()).isNaN();
    assertThat(samples.named("e").getFirst().value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(samples.value("f_g:h")).isEqualTo(0.5);
    assertThat(samples.value("c")).as("infinite is not a figure").isNull();
    assertThat(samples.value("missing")).isNull();
  }

  @Test
  void readsLabelsWithCommasQuotesAndLineEnds() throws Failure {
    Samples samples =
        parse(
            "m { a = \"x,y}\" , b=\"C:\\\\dir \\\"q\\\"\\nnew\", c=\"ñ€🙂\", } 1\nm{a=\"2\"} 2\n");
    assertThat(samples.named("m").getFirst())
        .isEqualTo(new Sample("m", Map.of("a", "x,y}", "b", "C:\\dir \"q\"\nnew", "c", "ñ€🙂"), 1));
    assertThat(samples.value("m", "a", "2")).isEqualTo(2);
    assertThat(samples.value("m", "absent", "")).as("two that differ").isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1d\n",
        "a-1\n",
        "a 0x1p3\n",
        "a Infinity\n",
        "a 1_0\n",
        "a 1,5\n",
        "a\n",
        "a 1 x\n",
        "a 1 2 3\n",
        "a{b} 1\n",
        "a{b=c} 1\n",
        "a{b=\"c\" d=\"e\"} 1\n",
        "a{b=\"c\",b=\"d\"} 1\n",
        "a{b=\"\\t\"} 1\n",
        "a{b=\"c\n\"} 1\n",
        "a{b=\"c\n",
        "a{\n",
        "a{b=\"\\\n",
        "1a 1\n",
        "{} 1\n",
        "<html>\n"
      })
  void refusesWhatIsNotTheFormat(String text) {
    Failure failure = catchThrowableOfType(Failure.class, () -> parse("ok 1\n" + text));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_UNDERSTOOD);
    assertThat(failure.getMessage()).contains("line 2");
  }

  @Test
  void refusesACutLastLine() {
    // 12884901888 cut short would be a believable 128.
    Failure failure = catchThrowableOfType(Failure.class, () -> parse("a 1\nvram_used 128"));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.CUT_OFF);
  }

  @Test
  void readsWhatOpenMetricsAdds() throws Failure {
    Samples samples =
        parse(
            """
            # TYPE a counter
            # UNIT a bytes
            a_total{x="1"} 17 1520879607.789 # {trace_id="oHg5SJ",n="1"} 0.67 1520879607.789
            a_total{x="2"} 18 # {} 9
            a_created{x="1"} 1520430000.123
            # EOF
            """);
    assertThat(samples.value("a_total", "x", "1")).isEqualTo(17);
    assertThat(samples.value("a_total", "x", "2")).isEqualTo(18);
  }

  @Test
  void anEndThatIsSaidNeedsNoLineEnd() throws Failure {
    assertThat(parse("a 1\n# EOF").value("a")).isEqualTo(1);
    assertThat(parse("a 1\r\n# EOF\r\n\r\n").value("a")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1 # {x=\"1\" 2\n",
        "a 1 # 2\n",
        "a 1 # {x=\"1\"}\n",
        "a 1 # {x=\"1\"} 2 NaN\n",
        "a 1 # {x=\"1\"} 2 3 4\n",
        "a 1# {} 2\n",
        "a 1 +Inf\n",
        "# EOF\na 1\n",
      })
  void refusesWhatIsNotOpenMetricsEither(String text) {
    assertThat(catchThrowableOfType(Failure.class, () -> parse(text)).kind())
        .isEqualTo(Failure.Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aSeriesToldTwiceWithTwoValuesHasNone() throws Failure {
    Samples samples =
        parse(
            """
            a{x="1",y="2"} 5
            a{x="3"} 7
            b 1
            a{y="2",x="1"} 6
            b 1
            """);
    assertThat(samples.value("a", "x", "1")).isNull();
    assertThat(samples.value("a", "x", "3")).isEqualTo(7);
    assertThat(samples.named("a")).hasSize(2);
    assertThat(samples.value("b")).isEqualTo(1);
    assertThat(samples.named("b")).hasSize(1);
  }

  /** Two names of bytes that are no UTF-8 look the same once they are read. */
  @Test
  void seriesThatLookTheSameAreNotTakenForOne() throws Failure {
    byte[] bytes = "a{x=\"?\"} 1\na{x=\"!\"} 2\n".getBytes(StandardCharsets.US_ASCII);
    bytes[5] = (byte) 0xff;
    bytes[16] = (byte) 0xfe;
    Samples samples = parse(new String(bytes, StandardCharsets.UTF_8));
    assertThat(samples.named("a")).hasSize(1);
    assertThat(samples.named("a").getFirst().value()).isNaN();
  }

  @Test
  void keepsWhatIsWantedAndChecksTheRest() throws Failure {
    String text = "a{x=\"1\"} 1\nb{x=\"1\"} 2\na{x=\"2\"} 3\n";
    Samples samples = PrometheusText.parse(text, "box", "a"::equals);
    assertThat(samples.named("a")).extracting(Sample::value).containsExactly(1.0, 3.0);
    assertThat(samples.named("a")).extracting(s -> s.label("x")).containsExactly("1", "2");
    assertThat(samples.named("b")).isEmpty();
    assertThat(samples.anyNamed("b")).as("it was there").isTrue();
    for (String bad : List.of("b{x=1} 2\n", "b{x=\"1\"} z\n", "b{x=\"1\",x=\"2\"} 1\n", "b\n")) {
      assertThat(
              catchThrowableOfType(
                  Failure.class, () -> PrometheusText.parse(text + bad, "box", "a"::equals)))
          .as(bad)
          .isNotNull();
    }
  }

  @Test
  void labelsWithoutEndAreRefused() {
    var labels = new StringBuilder();
    for (int i = 0; i < 101; i++) {
      labels.append("l").append(i).append("=\"\",");
    }
    assertThat(catchThrowableOfType(Failure.class, () -> parse("a{" + labels + "} 1\n")))
        .isNotNull();
  }

  @Test
  void linesWithoutEndAreRefused() {
    assertThat(catchThrowableOfType(Failure.class, () -> parse("\n".repeat(200_001)))).isNotNull();
  }

  @Test
  void anEmptyTextHasNoSamples() throws Failure {
    assertThat(parse("").anyNamed("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amd-asleep.prom",
        "amd-normal.prom",
        "amd-normal-1.11.1.prom",
        "amd-hot-vram-spill.prom",
        "amd-phantom-busy.prom",
        "amd-phantom-busy-1.11.1.prom",
        "node_exporter-1.5.0-collect-drm-hwmon.prom",
        "node_exporter-1.5.0-full.prom",
        "node_exporter-1.9.0-full.prom",
        "node_exporter-1.11.1-full.prom"
      })
  void readsEveryLineOfRealScrapes(String capture) throws Failure {
    String text = Captures.text("node/" + capture);
    Samples samples = parse(text);
    long lines = text.lines().filter(line -> !line.startsWith("#")).count();
    long read =
        text.lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst("[{ ].*", ""))
            .distinct()
            .mapToLong(name -> samples.named(name).size())
            .sum();
    assertThat(read).isEqualTo(lines).isPositive();
  }

  /**
   * Whatever happens to a scrape on its way, a number that was not in it is never read out of it.
   */
  @Test
  void neverInventsANumber() {
    String whole = Captures.text("node/node_exporter-1.5.0-collect-drm-hwmon.prom");
    var random = new Random(20261123);
    int refused = 0;
    for (int round = 0; round < 4000; round++) {
      String damaged = damaged(whole, random);
      try {
        Samples samples = parse(damaged);
        for (String line : damaged.split("\n")) {
          assertLineWasReadAsWritten(line, samples);
        }
      } catch (Failure e) {
        refused++;
        assertThat(e.kind()).isIn(Failure.Kind.CUT_OFF, Failure.Kind.NOT_UNDERSTOOD);
      }
    }
    assertThat(refused).isBetween(1000, 3999);
  }

  private static void assertLineWasReadAsWritten(String line, Samples samples) {
    if (line.isBlank() || line.stripLeading().startsWith("#")) {
      return;
    }
    String name = line.strip().replaceFirst("[{\\s].*", "");
    String afterLabels = line.substring(line.lastIndexOf('}') + 1).strip();
    String number = line.contains("}") ? afterLabels : line.strip().split("\\s+")[1];
    double written = Double.parseDouble(number.split("\\s+")[0].replaceFirst("Inf$", "Infinity"));
    assertThat(samples.named(name)).extracting(Sample::value).contains(written);
  }

  private static String damaged(String whole, Random random) {
    var text = new StringBuilder(whole);
    // Most damage near a line that is kept short, so that some of it goes unnoticed by chance.
    int start = random.nextInt(whole.length() - 400);
    text.delete(start + 400, text.length()).delete(0, start);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setLength(at + 1);
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.setCharAt(at, "\n\"\\{}, =#e+-.09aN".charAt(random.nextInt(17)));
        default -> text.insert(at, (char) random.nextInt(1, 0x300));
      }
      if (text.length() < 2) {
        break;
      }
    }
    int lineStart = text.indexOf("\n") + 1;
    if (random.nextInt(4) > 0 && lineStart < text.length()) {
      text.delete(0, lineStart);
      text.setLength(Math.max(0, text.lastIndexOf("\n") + 1));
    }
    return text.toString();
  }

  private static Samples parse(String text) throws Failure {
    return PrometheusText.parse(text, "box:9100");
  }
}
