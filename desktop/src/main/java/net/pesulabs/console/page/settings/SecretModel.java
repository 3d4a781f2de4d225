package net.pesulabs.console.page.settings;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.homelab.Secrets.Kept;
import org.jspecify.annotations.Nullable;

/**
 * One secret as the settings show it: whether it is there, never what it is. The keyring is asked
 * off the FX thread; all else is for the FX thread only.
 */
final class SecretModel {

  /** How it stands with the secret. */
  enum State {
    /** What it would be for is not filled in. */
    NO_NAME,
    LOOKING,
    NOWHERE,
    IN_KEYRING,
    THIS_RUN;

    boolean isKept() {
      return this == IN_KEYRING || this == THIS_RUN;
    }

    static State of(Kept kept) {
      return switch (kept) {
        case IN_KEYRING -> IN_KEYRING;
        case THIS_RUN -> THIS_RUN;
        case NOWHERE -> NOWHERE;
      };
    }
  }

  private final Secrets secrets;
  private final Pulse pulse;
  private final Executor afterPause;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NO_NAME);
  private @Nullable String name;
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * @param afterPause runs a task a moment later, off the FX thread
   */
  SecretModel(Secrets secrets, Pulse pulse, Executor afterPause) {
    this.secrets = secrets;
    this.pulse = pulse;
    this.afterPause = afterPause;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** From now on it is about this one; null for none. */
  void about(@Nullable String secret) {
    if (secret == null) {
      name = null;
      asked.incrementAndGet();
      state.set(State.NO_NAME);
    } else if (!secret.equals(name)) {
      name = secret;
      // While somebody types, each letter makes another name, of which none but the last is meant.
      ask(mine -> asked.get() == mine ? secrets.kept(secret) : Kept.NOWHERE);
    }
  }

  /** Keeps what was typed. */
  void keep(String typed) {
    String about = name;
    if (about != null && !typed.isEmpty()) {
      ask(mine -> secrets.put(about, typed));
    }
  }

  void forget() {
    String about = name;
    if (about != null) {
      ask(mine -> {
        secrets.remove(about);
        return Kept.NOWHERE;
      });
    }
  }

  private void ask(IntFunction<Kept> question) {
    int mine = asked.incrementAndGet();
    state.set(State.LOOKING);
    afterPause.execute(() -> {
      Kept answer = question.apply(mine);
      pulse.submit(
          new Object(),
          () -> {
            if (asked.get() == mine) {
              state.set(State.of(answer));
            }
          });
    });
  }
}
