package net.pesulabs.console.health;

import net.pesulabs.console.homelab.Node;
import net.pesulabs.console.i18n.Msg;

/** What a node's state means. */
public final class NodeHealth {

  private NodeHealth() {}

  public static Health of(Node node) {
    return new Health(Severity.FINE, Msg.nodeHealthReady());
  }
}
