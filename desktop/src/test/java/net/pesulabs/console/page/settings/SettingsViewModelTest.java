package net.pesulabs.console.page.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Settings.Theme;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.page.settings.Place.Field;
import net.pesulabs.console.page.settings.SettingsViewModel.State;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Everything on the test's thread: the FX queue and the pause in typing are run by hand. */
class SettingsViewModelTest {

  private final Queue<Runnable> fx = new ConcurrentLinkedQueue<>();
  private final Pulse pulse = new Pulse(fx::add);
  private final ArrayDeque<Runnable> afterPause = new ArrayDeque<>();
  private final FakeChecks checks = new FakeChecks();
  private final Cell<Settings> settings = new Cell<>(Settings.initial());
  private final SettingsViewModel model =
      new SettingsViewModel(settings, checks, pulse, afterPause::add);

  @Test
  void languageAndThemeCountAtOnce() {
    open();
    model.choose(Language.ES);
    model.choose(Theme.DARK);
    assertThat(settings.get().language()).isEqualTo(Language.ES);
    assertThat(settings.get().theme()).isEqualTo(Theme.DARK);
    assertThat(model.currentProperty().get()).isEqualTo(settings.get());
    assertThat(model.stateProperty().get()).isEqualTo(State.UNCHANGED);
  }

  @Test
  void anEditedProfileIsKeptOnlyWhenSaved() {
    open();
    model.form().nameProperty().set("  Casa de la abuela ");
    assertThat(model.stateProperty().get()).isEqualTo(State.CHANGED);
    assertThat(settings.get().profile()).isEqualTo(Profile.example());

    model.save();
    assertThat(settings.get().profile().name()).isEqualTo("Casa de la abuela");
    assertThat(model.stateProperty().get()).isEqualTo(State.SAVED);
    model.form().lanProperty().set("10.0.0.0/8");
    assertThat(model.stateProperty().get()).isEqualTo(State.CHANGED);
  }

  @Test
  void somethingWrongCannotBeSaved() {
    open();
    model.form().lanProperty().set("casa");
    assertThat(model.stateProperty().get()).isEqualTo(State.WRONG);
    model.save();
    assertThat(settings.get().profile()).isEqualTo(Profile.example());
    assertThat(model.offencesProperty().get()).containsOnlyKeys(Place.of(Field.LAN));

    model.revert();
    assertThat(model.stateProperty().get()).isEqualTo(State.UNCHANGED);
    assertThat(model.offencesProperty().get()).isEmpty();
    assertThat(model.form().lanProperty().get()).isEqualTo("192.168.8.0/24");
  }

  @Test
  void aKubeconfigIsLookedUpOnceTypingPauses() {
    open();
    model.form().kubeconfigProperty().set("/goo");
    model.form().kubeconfigProperty().set("/good");
    assertThat(model.stateProperty().get()).isEqualTo(State.CHECKING);
    model.save();
    assertThat(settings.get().profile().kubeconfig()).isEmpty();

    settle();
    assertThat(model.stateProperty().get()).isEqualTo(State.CHANGED);
    model.form().kubeconfigProperty().set("/bad");
    settle();
    assertThat(model.stateProperty().get()).isEqualTo(State.WRONG);
    assertThat(model.offencesProperty().get())
        .containsEntry(Place.of(Field.KUBECONFIG), new Offence(FakeChecks.NO_FILE, true));
  }

  @Test
  void aLateAnswerToAnOldQuestionIsIgnored() {
    open();
    model.form().kubeconfigProperty().set("/bad");
    afterPause.remove().run(); // looked up, but its answer is still on the way
    model.form().kubeconfigProperty().set("/good");
    settle();
    assertThat(model.offencesProperty().get()).isEmpty();
    assertThat(model.stateProperty().get()).isEqualTo(State.CHANGED);
  }

  @Test
  void aLaptopWithoutKubeconfigMaySaveTheRest() {
    checks.usual = false;
    open();
    assertThat(model.offencesProperty().get())
        .containsEntry(Place.of(Field.KUBECONFIG), new Offence(FakeChecks.NO_FILE, false));
    model.form().nameProperty().set("Portátil");
    assertThat(model.stateProperty().get()).isEqualTo(State.CHANGED);
  }

  @Test
  void aTailscaleProgramThatIsNotThereIsSaid() {
    open();
    model.form().tailscaleProperty().set("/no/such/tailscale");
    settle();
    assertThat(model.offencesProperty().get()).containsOnlyKeys(Place.of(Field.TAILSCALE));
    assertThat(model.stateProperty().get()).isEqualTo(State.WRONG);
  }

  @Test
  void machinesComeAndGo() {
    open();
    model.form().machines().add(MachineForm.empty());
    assertThat(model.offencesProperty().get()).containsOnlyKeys(new Place(Field.MACHINE_NAME, 3));
    model.form().machines().get(3).nameProperty().set("nas");
    model.form().machines().remove(0);
    model.save();
    assertThat(settings.get().profile().machines())
        .extracting(Profile.Machine::name)
        .containsExactly("asuna", "pesubuntu", "nas");
  }

  @Test
  void whatIsNotSavedSurvivesLeavingThePage() {
    open();
    model.form().nameProperty().set("A medias");
    model.deactivate();
    settings.update(s -> s.withLanguage(Language.ES));
    assertThat(model.currentProperty().get().language()).isNull(); // nothing is followed now

    open();
    assertThat(model.form().nameProperty().get()).isEqualTo("A medias");
    assertThat(model.stateProperty().get()).isEqualTo(State.CHANGED);
    assertThat(model.currentProperty().get().language()).isEqualTo(Language.ES);
  }

  @Test
  void aProfileChangedElsewhereIsShownUnlessOneIsBeingEdited() {
    open();
    var other =
        new Profile(
            "Otra", "10.0.0.0/8", Profile.example().machines(), "", "", "http://g", "http://m", "");
    settings.update(s -> s.withProfile(other));
    settle();
    assertThat(model.form().toProfile()).isEqualTo(other);

    model.form().nameProperty().set("Mía");
    settings.set(Settings.initial());
    settle();
    assertThat(model.form().nameProperty().get()).isEqualTo("Mía");
    model.revert();
    assertThat(model.form().toProfile()).isEqualTo(Profile.example());
  }

  private void open() {
    model.activate();
    settle();
  }

  /** Lets the pause pass, and runs what then comes to the FX thread. */
  private void settle() {
    var looked = new ArrayList<>(afterPause);
    afterPause.clear();
    looked.forEach(Runnable::run);
    // The last to be handed over is a mark: what came before it has run by then.
    var reached = new AtomicBoolean();
    pulse.submit(reached, () -> reached.set(true));
    Awaitility.await()
        .until(() -> {
          for (Runnable task = fx.poll(); task != null; task = fx.poll()) {
            task.run();
          }
          return reached.get();
        });
  }
}
