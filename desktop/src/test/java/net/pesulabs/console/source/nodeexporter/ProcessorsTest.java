package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorsTest {

  private final Processors processors = new Processors();

  @Test
  void theShareOfTheTimeInWhichAllTogetherWorked() throws Failure {
    assertThat(next(cpu(0, 100, 10, 50) + cpu(1, 100, 10, 50))).as("the first").isNull();
    assertThat(processors.count()).isEqualTo(2);
    // One worked all of the 4 seconds; the other idled for 2 and waited for a disk for 2.
    assertThat(next(cpu(0, 100, 10, 54) + cpu(1, 102, 12, 50))).isEqualTo(50);
    assertThat(next(cpu(0, 101, 10, 57) + cpu(1, 105, 12, 51))).isEqualTo(50);
  }

  @Test
  void aProcessorThatComesOrGoesDoesNotCountThatTime() throws Failure {
    next(cpu(0, 100, 0, 50) + cpu(1, 100, 0, 50));
    assertThat(next(cpu(0, 101, 0, 53) + cpu(2, 9000, 0, 9000))).isEqualTo(75);
    assertThat(processors.count()).isEqualTo(2);
    assertThat(next(cpu(0, 102, 0, 53) + cpu(2, 9000, 0, 9001))).isEqualTo(50);
    assertThat(next(cpu(7, 5, 0, 5))).isNull();
  }

  @Test
  void countersThatBeganAnewAreANewSeries() throws Failure {
    next(cpu(0, 1000, 10, 500));
    assertThat(next(cpu(0, 3, 0, 4))).isNull();
    assertThat(next(cpu(0, 4, 0, 5))).isEqualTo(50);
  }

  @Test
  void oneProcessorThatBeganAnewLeavesTheOthers() throws Failure {
    next(cpu(0, 1000, 10, 500) + cpu(1, 1000, 10, 500));
    assertThat(next(cpu(0, 1, 0, 1) + cpu(1, 1003, 10, 501))).isEqualTo(25);
  }

  @Test
  void idleTimeMaySlipBackALittle() throws Failure {
    next(cpu(0, 1000, 10, 500));
    assertThat(next(cpu(0, 1001, 9.5, 501))).isEqualTo(50);
    assertThat(next(cpu(0, 997, 9.5, 502))).as("more than a slip").isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "+Inf", "-Inf"})
  void aModeThatIsNoNumberMakesItUnknown(String value) throws Failure {
    next(cpu(0, 100, 0, 50));
    assertThat(next(cpu(0, 101, 0, 51).replaceFirst("51.0", value))).isNull();
    assertThat(next(cpu(0, 102, 0, 52))).as("compared with no number").isNull();
    assertThat(next(cpu(0, 103, 0, 53))).isEqualTo(50);
  }

  @Test
  void aModeThatIsMissingMakesItUnknown() throws Failure {
    next(cpu(0, 100, 0, 50).replaceFirst("(?m)^.*iowait.*\\n", ""));
    assertThat(next(cpu(0, 101, 0, 51))).isNull();
    next(cpu(0, 102, 0, 52).replaceFirst("(?m)^.*idle.*\\n", ""));
    assertThat(next(cpu(0, 102, 0, 53).replaceFirst("(?m)^.*idle.*\\n", ""))).isNull();
  }

  @Test
  void aSeriesToldTwiceIsUnknown() throws Failure {
    next(cpu(0, 100, 0, 50));
    assertThat(next(cpu(0, 101, 0, 51) + cpu(0, 150, 0, 51))).isNull();
  }

  @Test
  void timeThatStandsStillIsNothing() throws Failure {
    next(cpu(0, 100, 0, 50));
    assertThat(next(cpu(0, 100, 0, 50))).isNull();
  }

  @Test
  void withoutTheCollectorNothingIsKnown() throws Failure {
    assertThat(next("node_load1 1\n")).isNull();
    assertThat(processors.count()).isNull();
  }

  @Test
  void exponentsAreNumbers() throws Failure {
    next("node_cpu_seconds_total{cpu=\"0\",mode=\"idle\"} 1.23456789e+06\n");
    assertThat(next("node_cpu_seconds_total{cpu=\"0\",mode=\"idle\"} 1.23457e+06\n"))
        .isEqualTo(0, within(1e-9));
  }

  private @Nullable Double next(String text) throws Failure {
    return processors.percent(PrometheusText.parse(text, "test"));
  }

  private static String cpu(int cpu, double idle, double iowait, double user) {
    return """
    node_cpu_seconds_total{cpu="%1$d",mode="idle"} %2$s
    node_cpu_seconds_total{cpu="%1$d",mode="iowait"} %3$s
    node_cpu_seconds_total{cpu="%1$d",mode="user"} %4$s
    """
        .formatted(cpu, idle, iowait, user);
  }
}
