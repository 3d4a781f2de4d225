package net.pesulabs.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.doctor.ClusterProbe.Access;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;

/** The report as the admin gets it. */
class ReportTest {

  private static final Report.About ABOUT =
      new Report.About("Homelab Console 1.0", "Linux 6.17", "25.0.1", List.of("/home/ana", "ana"));

  private static Examination examination() throws InterruptedException {
    var house = new FakeHouse();
    house.access =
        new Access.Unusable(
            Msg.kubeconfigMissing("/home/ana/.kube/config?token=abc ana@example.com"), false);
    house.exporter = new ExporterProbe.Sight(ExporterProbe.State.COLLECTOR_OFF, null, null);
    return house.examine();
  }

  @Test
  void tellsVersionsHopsAndCuresAndNobodysName() throws InterruptedException {
    String report = Report.markdown(examination(), ABOUT, Language.EN);

    assertThat(report)
        .contains(
            "Homelab Console 1.0",
            "Linux 6.17",
            "25.0.1",
            "## Graphics card – Broken",
            "- ✗ **Graphics collector on** (`drm-collector-on`)",
            "--collector.drm",
            "192.168.8.129:9100",
            "## Tailnet – Works",
            "First broken: **There is no kubeconfig at")
        .doesNotContain("/home/ana", "ana@", "example.com", "token=abc");
  }

  @Test
  void isInTheLanguageOfWhoSendsIt() throws InterruptedException {
    assertThat(Report.markdown(examination(), ABOUT, Language.ES))
        .contains(
            "# Homelab Console: informe de diagnóstico", "Lo primero que falla", "En pesubuntu:")
        .doesNotContain("First broken", "In order", "null");
  }
}
