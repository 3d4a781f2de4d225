package net.pesulabs.console.page.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Settings.Theme;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * The settings: language and theme count at once, the profile once it is saved. What is edited and
 * not saved stays while the page is left. FX thread only.
 */
final class SettingsViewModel {

  /** Where the profile stands. */
  enum State {
    /** As it is kept. */
    UNCHANGED,
    /** Just saved. */
    SAVED,
    /** Edited, and its files are being looked up. */
    CHECKING,
    /** Edited, and something has to be put right first. */
    WRONG,
    /** Edited, and ready to be saved. */
    CHANGED
  }

  private final Cell<Settings> settings;
  private final Pulse pulse;
  private final ProfileCheck check;
  private final FileCheck fileCheck;
  private final ProfileForm form;
  private final ReadOnlyObjectWrapper<Settings> current;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNCHANGED);
  private final ReadOnlyObjectWrapper<Map<Place, Offence>> offences =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final Subscriptions open = new Subscriptions();

  private Profile kept;
  private Map<Place, Offence> inFiles = Map.of();
  private @Nullable Profile lookedUp;
  private boolean looking;

  SettingsViewModel(
      Cell<Settings> settings, SettingsChecks checks, Pulse pulse, Executor afterPause) {
    this.settings = settings;
    this.pulse = pulse;
    this.check = new ProfileCheck(checks);
    this.fileCheck = new FileCheck(checks, pulse, afterPause);
    this.kept = settings.get().profile();
    this.current = new ReadOnlyObjectWrapper<>(settings.get());
    this.form = new ProfileForm(kept);
    form.onEdit(() -> judge(State.UNCHANGED));
  }

  void activate() {
    open.add(pulse.follow(settings, this::show));
    lookedUp = null; // files may have changed meanwhile
    judge(State.UNCHANGED);
  }

  void deactivate() {
    open.close();
  }

  ProfileForm form() {
    return form;
  }

  /** The settings that count now. */
  ReadOnlyObjectProperty<Settings> currentProperty() {
    return current.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What is wrong on the form, at most one a field. */
  ReadOnlyObjectProperty<Map<Place, Offence>> offencesProperty() {
    return offences.getReadOnlyProperty();
  }

  void choose(@Nullable Language language) {
    settings.update(s -> s.withLanguage(language));
    show(settings.get());
  }

  void choose(Theme theme) {
    settings.update(s -> s.withTheme(theme));
    show(settings.get());
  }

  /** Keeps the edited profile, where it may be kept. */
  void save() {
    if (state.get() == State.CHANGED) {
      kept = form.toProfile();
      settings.update(s -> s.withProfile(kept));
      form.fill(kept);
      judge(State.SAVED);
    }
  }

  /** Takes back what was edited. */
  void revert() {
    form.fill(kept);
    judge(State.UNCHANGED);
  }

  private void show(Settings now) {
    current.set(now);
    if (!now.profile().equals(kept)) {
      boolean edited = !form.toProfile().equals(kept);
      kept = now.profile();
      if (!edited) {
        form.fill(kept);
      }
      judge(State.UNCHANGED);
    }
  }

  /**
   * @param rest what to be when the form holds what is kept
   */
  private void judge(State rest) {
    Profile edited = form.toProfile();
    if (lookedUp == null || !sameFiles(lookedUp, edited)) {
      lookedUp = edited;
      looking = true;
      fileCheck.ask(
          edited,
          found -> {
            looking = false;
            inFiles = found;
            judge(state.get());
          });
    }
    var found = new HashMap<>(inFiles);
    check.offences(edited).forEach((place, text) -> found.put(place, new Offence(text, true)));
    offences.set(Map.copyOf(found));
    state.set(stateOf(edited, rest));
  }

  private State stateOf(Profile edited, State rest) {
    if (edited.equals(kept)) {
      return rest == State.SAVED ? State.SAVED : State.UNCHANGED;
    }
    if (offences.get().values().stream().anyMatch(Offence::blocks) && !looking) {
      return State.WRONG;
    }
    return looking ? State.CHECKING : State.CHANGED;
  }

  private static boolean sameFiles(Profile a, Profile b) {
    return a.kubeconfig().equals(b.kubeconfig())
        && a.context().equals(b.context())
        && a.tailscale().equals(b.tailscale());
  }
}
