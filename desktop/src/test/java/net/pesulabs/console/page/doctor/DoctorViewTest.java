package net.pesulabs.console.page.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Examiner;
import net.pesulabs.console.doctor.Fix;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.doctor.HopId;
import net.pesulabs.console.doctor.Path;
import net.pesulabs.console.doctor.Report;
import net.pesulabs.console.doctor.Target;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.PageScene;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as somebody sees it, whose Tailscale is off and whose cluster refuses them. */
class DoctorViewTest {

  private static final Instant BEGUN = Instant.parse("2026-11-23T10:00:00Z");
  private static final String UP = "sudo tailscale up";

  private static final Hop OFF =
      new Hop(
          HopId.TAILSCALE_RUNNING,
          Hop.State.BROKEN,
          Msg.doctorTailscaleStopped(),
          new Fix(
              Healer.YOU,
              Msg.doctorTailscaleStoppedFix(),
              List.of(new Fix.Command(Msg.doctorWhereTerminal(), UP))));
  private static final Hop REFUSED =
      new Hop(
          HopId.CREDENTIALS,
          Hop.State.BROKEN,
          Msg.doctorLoginRefused(),
          new Fix(Healer.ADMIN, Msg.doctorLoginRefusedFix(), List.of()));
  private static final Hop SKIPPED =
      new Hop(HopId.RIGHTS, Hop.State.SKIPPED, Msg.doctorSkipped(), null);

  private PageScene scene;

  @BeforeEach
  void show() {
    var paths =
        List.of(
            new Path(Target.TAILNET, "", List.of(OFF, SKIPPED), null, List.of(), true),
            new Path(
                Target.CLUSTER,
                "192.168.8.20:6443",
                List.of(REFUSED, SKIPPED),
                null,
                List.of(),
                true));
    var ended = new Examination(BEGUN, BEGUN.plusSeconds(2), paths);
    Examiner examiner =
        progress -> {
          progress.accept(ended);
          return ended;
        };
    scene =
        new PageScene(
            new LiveHomelab(),
            new MovableClock(),
            context ->
                DoctorView.create(
                    context, examiner, new Report.About("P 1", "Linux", "25", List.of())));
    Awaitility.await().until(() -> says().contains("Broken"));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private List<String> says() {
    return scene.says();
  }

  private <T extends ButtonBase> void fire(Class<T> type, String text) {
    T button = node(type, text);
    OnFx.run(button::fire);
  }

  private <T> T node(Class<T> type, String text) {
    return OnFx.get(() ->
        scene.page().root().lookupAll("*").stream()
            .filter(type::isInstance)
            .filter(node ->
                text.equals(((Labeled) node).getText()) || node.getStyleClass().contains(text))
            .map(type::cast)
            .findFirst()
            .orElseThrow());
  }

  @Test
  void answersWhoseSideItIsAndOpensTheFirstBrokenHop() {
    assertThat(says())
        .contains(
            "It is on this computer and in the house.",
            "Tailscale is switched off on this computer.",
            "You can do this yourself:",
            "Switch it on: in its menu, or so:",
            UP,
            "The cluster does not accept the login in the kubeconfig (401).")
        .doesNotContain("Whoever runs the homelab can do this:");
  }

  @Test
  void opensTheCureOfAnotherWhenAsked() {
    fire(Hyperlink.class, "What to do");
    assertThat(says()).contains("Whoever runs the homelab can do this:");
  }

  @Test
  void showsAllStepsWhenAsked() {
    fire(Hyperlink.class, "Show all 2 steps");
    assertThat(says()).contains("Not examined: something before it has to be mended first.");
  }

  @Test
  void copiesACommandAsItIs() {
    fire(Button.class, "doctor-copy");
    assertThat(OnFx.<String>get(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(UP);
    assertThat(says()).contains("Copied");
  }

  @Test
  void copiesTheReport() {
    fire(Button.class, "doctor-copy-report");
    assertThat(OnFx.<String>get(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("# Homelab Console: doctor’s report")
        .contains("P 1", "`tailscale-running`");
  }

  @Test
  void speaksTheOtherLanguageAtOnce() {
    scene.speak(Language.ES);
    assertThat(says())
        .contains(
            "Es cosa de este equipo y también de la casa.",
            "Tailscale está desconectado en este equipo.",
            "Puedes hacerlo tú:",
            "Volver a examinar",
            "Cortado")
        .doesNotContain("Broken", "Examine again", "Copy");
  }

  @Test
  void saysEachHopToAScreenReader() {
    assertThat(
            OnFx.get(() ->
                scene.page().root().lookupAll(".doctor-chip").stream()
                    .map(Node::getAccessibleText)
                    .toList()))
        .contains(
            "Tailscale running: broken. Tailscale is switched off on this computer.",
            "Rights: not examined. Not examined: something before it has to be mended first.");
  }
}
