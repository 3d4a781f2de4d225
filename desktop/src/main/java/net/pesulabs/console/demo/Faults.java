package net.pesulabs.console.demo;

import java.util.EnumSet;
import java.util.Set;

/** Which faults are on now. Safe for any thread. */
final class Faults {

  private volatile Set<Fault> on;

  Faults(Set<Fault> on) {
    this.on = copy(on);
  }

  boolean has(Fault fault) {
    return on.contains(fault);
  }

  boolean hasAny(Set<Fault> some) {
    return on.stream().anyMatch(some::contains);
  }

  synchronized void set(Fault fault, boolean isOn) {
    Set<Fault> next = copy(on);
    if (isOn) {
      next.add(fault);
    } else {
      next.remove(fault);
    }
    on = next;
  }

  private static Set<Fault> copy(Set<Fault> faults) {
    Set<Fault> copy = EnumSet.noneOf(Fault.class);
    copy.addAll(faults);
    return copy;
  }
}
