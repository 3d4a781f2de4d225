package net.pesulabs.console.health;

import java.time.Instant;
import net.pesulabs.console.homelab.Pod;
import net.pesulabs.console.i18n.Msg;

/** What a pod's state means. */
public final class PodHealth {

  private PodHealth() {}

  /** The health of a pod at {@code now}, with its sentence. */
  public static Health of(Pod pod, Instant now) {
    return new Health(Severity.FINE, Msg.podHealthRunning());
  }
}
