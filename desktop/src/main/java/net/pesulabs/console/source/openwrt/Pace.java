package net.pesulabs.console.source.openwrt;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps a small machine from being asked too often, whoever comes and looks. For one thread. */
final class Pace {

  private final LongSupplier nanoTime;
  private @Nullable Long last;

  Pace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether it may be asked again; if so, it counts as asked now. */
  boolean isDue(Duration least) {
    long now = nanoTime.getAsLong();
    if (last != null && now - last < least.toNanos()) {
      return false;
    }
    last = now;
    return true;
  }

  /** As if it had never been asked. */
  void forget() {
    last = null;
  }
}
