package net.pesulabs.console.fx;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import net.pesulabs.console.homelab.Subscription;

/**
 * The time that ages on screen are told against: one tick a second for the whole window. FX thread
 * only.
 */
public final class Now {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Clock clock;
  private final ReadOnlyObjectWrapper<Instant> instant;

  public Now(Clock clock) {
    this.clock = clock;
    this.instant = new ReadOnlyObjectWrapper<>(clock.instant());
  }

  public ReadOnlyObjectProperty<Instant> property() {
    return instant.getReadOnlyProperty();
  }

  public Instant get() {
    return instant.get();
  }

  /** Moves on to the clock's time. */
  public void tick() {
    instant.set(clock.instant());
  }

  /**
   * Ticks each second from now on, until closed. Not an animation: while one runs, the toolkit
   * wakes up for every frame, sixty times a second.
   */
  public Subscription start(FxThread fx) {
    Thread ticker = Thread.ofVirtual().name("now").start(() -> run(fx));
    return ticker::interrupt;
  }

  private void run(FxThread fx) {
    try {
      while (true) {
        Thread.sleep(SECOND);
        fx.later(this::tick);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
