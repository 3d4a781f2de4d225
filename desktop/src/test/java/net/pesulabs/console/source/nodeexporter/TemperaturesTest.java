package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.homelab.MachineFigures.Temperature;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperaturesTest {

  @Test
  void theProcessorFirstAndEachByItsLabel() throws Failure {
    assertThat(
            read(
                chip("nvme_nvme0", "nvme")
                    + sensor("nvme_nvme0", "temp1", "Composite", "41.85", "81.85")
                    + chip("pci0000:00_0000:00:18_3", "k10temp")
                    + sensor("pci0000:00_0000:00:18_3", "temp1", "Tctl", "55.5", null)
                    + chip("thermal_thermal_zone0", "acpitz")
                    + sensor("thermal_thermal_zone0", "temp1", null, "27.8", null)))
        .containsExactly(
            new Temperature("k10temp Tctl", true, 55.5, null),
            new Temperature("acpitz temp1", false, 27.8, null),
            new Temperature("nvme Composite", false, 41.85, 81.85));
  }

  @Test
  void aPackageStandsForItsCores() throws Failure {
    String chip = "platform_coretemp_0";
    String cores =
        chip(chip, "coretemp")
            + sensor(chip, "temp2", "Core 0", "47", "100")
            + sensor(chip, "temp3", "Core 1", "48", "100");
    assertThat(read(cores)).hasSize(2);
    assertThat(read(cores + sensor(chip, "temp1", "Package id 0", "48", "100")))
        .containsExactly(new Temperature("coretemp Package id 0", true, 48, 100.0));
  }

  @Test
  void partsAlikeAreToldApart() throws Failure {
    assertThat(
            read(
                chip("nvme_nvme0", "nvme")
                    + chip("nvme_nvme1", "nvme")
                    + chip("i2c_0_0_0018", "jc42")
                    + chip("i2c_0_0_0019", "jc42")
                    + sensor("nvme_nvme1", "temp1", "Composite", "40", null)
                    + sensor("nvme_nvme0", "temp1", "Composite", "41", null)
                    + sensor("i2c_0_0_0019", "temp1", null, "30", null)))
        .extracting(Temperature::part)
        .containsExactly("jc42 2 temp1", "nvme0 Composite", "nvme1 Composite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"amdgpu", "radeon", "nouveau", "i915", "xe"})
  void aGraphicsCardIsNoneOfThem(String name) throws Failure {
    assertThat(read(chip("c", name) + sensor("c", "temp1", "edge", "50", null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-273.15000000000003", "127", "127.5", "128", "255", "NaN", "+Inf"})
  void aSensorThatReadsNoTemperatureIsNotTold(String celsius) throws Failure {
    assertThat(read(chip("c", "nct6775") + sensor("c", "temp1", "AUXTIN0", celsius, null)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "65261.85,,",
    "0,,",
    "-273.15,,",
    "NaN,,",
    "100,,100",
    "65261.85,85,85",
    "90,85,90",
    "0,255,"
  })
  void aLimitIsToldOnlyWhereItCanBeOne(String critical, String most, Double expected)
      throws Failure {
    String text = chip("c", "nvme") + sensor("c", "temp1", "Composite", "40", critical);
    String max =
        most == null
            ? ""
            : "node_hwmon_temp_max_celsius{chip=\"c\",sensor=\"temp1\"} " + most + "\n";
    assertThat(read(text + max).getFirst().limitCelsius()).isEqualTo(expected);
  }

  @Test
  void aSensorToldTwiceWithDifferentValuesIsUnknown() throws Failure {
    String text = chip("c", "nvme") + sensor("c", "temp1", "Composite", "40", null);
    assertThat(read(text + "node_hwmon_temp_celsius{chip=\"c\",sensor=\"temp1\"} 41\n")).isEmpty();
    assertThat(read(text + "node_hwmon_temp_celsius{chip=\"c\",sensor=\"temp1\"} 40\n")).hasSize(1);
  }

  @Test
  void aChipWithoutANameIsCalledByItsPlace() throws Failure {
    assertThat(read(sensor("virtual_0", "temp1", null, "33", null)))
        .extracting(Temperature::part)
        .containsExactly("virtual_0 temp1");
  }

  private static List<Temperature> read(String text) throws Failure {
    Samples samples = PrometheusText.parse(text, "test");
    return Temperatures.of(samples, new Chips(samples));
  }

  private static String chip(String chip, String name) {
    return "node_hwmon_chip_names{chip=\"%s\",chip_name=\"%s\"} 1\n".formatted(chip, name);
  }

  private static String sensor(
      String chip, String sensor, String label, String celsius, String critical) {
    String which = "{chip=\"%s\",sensor=\"%s\"} ".formatted(chip, sensor);
    return "node_hwmon_temp_celsius"
        + which
        + celsius
        + "\n"
        + (critical == null ? "" : "node_hwmon_temp_crit_celsius" + which + critical + "\n")
        + (label == null
            ? ""
            : "node_hwmon_sensor_label{chip=\"%s\",label=\"%s\",sensor=\"%s\"} 1\n"
                .formatted(chip, label, sensor));
  }
}
