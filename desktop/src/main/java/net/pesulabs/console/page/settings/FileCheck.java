package net.pesulabs.console.page.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.Place.Field;

/** What has to be looked up on disk: asked off the FX thread, once typing pauses. */
final class FileCheck {

  private final SettingsChecks checks;
  private final Pulse pulse;
  private final Executor afterPause;
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * @param afterPause runs a task a moment later, off the FX thread
   */
  FileCheck(SettingsChecks checks, Pulse pulse, Executor afterPause) {
    this.checks = checks;
    this.pulse = pulse;
    this.afterPause = afterPause;
  }

  /**
   * Checks a profile's files.
   *
   * @param answer hears the findings on the FX thread, unless something else was asked meanwhile
   */
  void ask(Profile profile, Consumer<Map<Place, Offence>> answer) {
    int mine = asked.incrementAndGet();
    afterPause.execute(() -> {
      if (asked.get() != mine) {
        return;
      }
      Map<Place, Offence> found = look(profile);
      // A key of its own: a late answer to an old question must not replace a newer one.
      pulse.submit(
          new Object(),
          () -> {
            if (asked.get() == mine) {
              answer.accept(found);
            }
          });
    });
  }

  private Map<Place, Offence> look(Profile profile) {
    var found = new HashMap<Place, Offence>();
    // A laptop without a kubeconfig may still look after the rest of its profile.
    boolean named = !profile.kubeconfig().isEmpty() || !profile.context().isEmpty();
    checks
        .kubeconfig(profile.kubeconfig(), profile.context())
        .ifPresent(wrong -> found.put(Place.of(Field.KUBECONFIG), new Offence(wrong, named)));
    if (!profile.tailscale().isEmpty() && !isProgram(profile.tailscale())) {
      found.put(Place.of(Field.TAILSCALE), new Offence(Msg.settingsTailscaleWrong(), true));
    }
    return found;
  }

  private static boolean isProgram(String path) {
    return path(path).filter(p -> Files.isRegularFile(p) && Files.isExecutable(p)).isPresent();
  }

  private static Optional<Path> path(String path) {
    try {
      return Optional.of(Path.of(path));
    } catch (InvalidPathException notOne) {
      return Optional.empty();
    }
  }
}
