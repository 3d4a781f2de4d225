package net.pesulabs.console.fx;

import java.time.Clock;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * The time that ages on screen are told against: one tick a second for the whole window. FX thread
 * only.
 */
public final class Now {

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

  /** Ticks each second from now on, until the animation returned is stopped. */
  public Animation start() {
    var timeline = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
    return timeline;
  }
}
