package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the faults that are on do to pods and nodes; the rest is written in the objects. */
final class Ailments {

  private final Faults faults;

  Ailments(Faults faults) {
    this.faults = faults;
  }

  /** Whether nothing is heard from a node any more. */
  boolean isSilent(String node) {
    return faults.has(Fault.NODE_DOWN) && node.equals(Nodes.PESUBUNTU);
  }

  Pods.Temper temper(ObjectNode pod) {
    if (faults.has(Fault.OOM) && Meta.isOf(pod, "apps", "mem0")) {
      return Pods.Temper.EATS_MEMORY;
    }
    if (faults.has(Fault.PROBE_FAILING) && Meta.isOf(pod, "apps", "authentik-server")) {
      return Pods.Temper.NEVER_READY;
    }
    return Pods.temper(pod);
  }
}
