package net.pesulabs.console.health;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Msg;

/** What a node's state means. */
public final class NodeHealth {

  private NodeHealth() {}

  public static Health of(Node node) {
    return diagnose(node).health();
  }

  static Diagnosis diagnose(Node node) {
    if (node.ready() == null) {
      return Diagnosis.of(
          "node-silent",
          Severity.CRITICAL,
          Msg.nodeHealthSilent(),
          Msg.adviceNodeSilent(),
          condition(node, "Ready=Unknown"),
          node.readySince());
    }
    if (!node.ready()) {
      return Diagnosis.of(
          "node-not-ready",
          Severity.CRITICAL,
          Msg.nodeHealthNotReady(),
          Msg.adviceNodeNotReady(),
          condition(node, "Ready=False"),
          node.readySince());
    }
    if (!node.pressures().isEmpty()) {
      return Diagnosis.of(
          "node-pressure",
          Severity.WARNING,
          Msg.nodeHealthPressure(String.join(", ", node.pressures())),
          Msg.adviceNodePressure(),
          node.pressures().stream().map(pressure -> pressure + "=True").toList(),
          null);
    }
    if (node.cordoned()) {
      return Diagnosis.of(
          "node-cordoned",
          Severity.WARNING,
          Msg.nodeHealthCordoned(),
          Msg.adviceNodeCordoned(node.name()),
          List.of("unschedulable=true"),
          null);
    }
    return Diagnosis.fine(Severity.FINE, Msg.nodeHealthReady());
  }

  private static List<String> condition(Node node, String state) {
    var evidence = new ArrayList<>(List.of(state));
    if (node.reason() != null) {
      evidence.add("reason=" + node.reason());
    }
    if (node.message() != null) {
      evidence.add("message=" + node.message());
    }
    return List.copyOf(evidence);
  }
}
