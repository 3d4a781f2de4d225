package net.pesulabs.console.source.gpu;

import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.MachineFigures;

/** The cards of one who tells of them and the machine of one who tells of that. */
final class Joined {

  private Joined() {}

  /**
   * Both as one.
   *
   * @param machine told by node_exporter, whose name for the machine is the surer one: others may
   *     run in a container, and give that one's
   */
  static GpuNode of(GpuNode cards, GpuNode machine) {
    MachineFigures figures =
        machine.machine().equals(MachineFigures.UNKNOWN) ? cards.machine() : machine.machine();
    return new GpuNode(machine.host(), cards.cards(), figures);
  }
}
