package net.pesulabs.console.doctor;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * One question on a way, and how long it may take.
 *
 * @param vital whether the way ends here unless the answer is good
 */
record Check(HopId id, Duration limit, boolean vital, Callable<Verdict> ask) {

  static Check vital(HopId id, Duration limit, Callable<Verdict> ask) {
    return new Check(id, limit, true, ask);
  }

  /** One that is only worth knowing. */
  static Check aside(HopId id, Duration limit, Callable<Verdict> ask) {
    return new Check(id, limit, false, ask);
  }
}
