package net.pesulabs.console.doctor;

import java.util.List;
import net.pesulabs.console.homelab.Route;

/**
 * One of the ways to a target, with all that is to be asked on it, in order.
 *
 * @param address of the target by this way; empty where there is none
 */
record Lane(Route route, String address, List<Check> checks) {

  Lane {
    checks = List.copyOf(checks);
  }
}
