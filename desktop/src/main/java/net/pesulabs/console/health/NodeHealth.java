package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What a node's state means. */
public final class NodeHealth {

  /** Who cordons a node for maintenance may take this long. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private NodeHealth() {}

  /** The health of a node. A cordoned one is as somebody wants it; a finding tells if forgotten. */
  public static Health of(Node node) {
    Message cordoned = Msg.nodeHealthCordoned();
    return findings(node, Instant.MIN).stream()
        .findFirst()
        .map(Diagnosis::health)
        .orElseGet(() ->
            node.cordoned()
                ? new Health(Severity.BUSY, cordoned)
                : new Health(Severity.FINE, Msg.nodeHealthReady()));
  }

  /** Whether its pods cannot be relied on to run. */
  static boolean isDown(Node node) {
    return !Boolean.TRUE.equals(node.ready());
  }

  /** Whether it takes no pods and puts some out, for want of something. */
  static boolean isShort(Node node) {
    return !isDown(node) && !node.pressures().isEmpty();
  }

  /** All that is wrong with it, the worst first. */
  static List<Diagnosis> findings(Node node, Instant now) {
    var found = new ArrayList<Diagnosis>();
    if (node.ready() == null) {
      found.add(
          Diagnosis.of(
              "node-silent",
              Severity.CRITICAL,
              Msg.nodeHealthSilent(),
              Msg.adviceNodeSilent(),
              condition(node, "Ready=Unknown"),
              node.readySince()));
    } else if (!node.ready()) {
      found.add(
          Diagnosis.of(
              "node-not-ready",
              Severity.CRITICAL,
              Msg.nodeHealthNotReady(),
              Msg.adviceNodeNotReady(),
              condition(node, "Ready=False"),
              node.readySince()));
    } else if (!node.pressures().isEmpty()) { // of a silent one they are Unknown
      found.add(
          Diagnosis.of(
              "node-pressure",
              Severity.WARNING,
              Msg.nodeHealthPressure(words(node.pressures())),
              Msg.adviceNodePressure(),
              node.pressures().stream().map(pressure -> pressure + "=True").toList(),
              null));
    }
    if (isForgotten(node, now)) {
      found.add(forgotten(node));
    }
    return List.copyOf(found);
  }

  /** Before any time, nothing has been forgotten yet. */
  private static boolean isForgotten(Node node, Instant now) {
    Instant since = node.cordonedSince();
    return node.cordoned()
        && !now.equals(Instant.MIN)
        && (since == null || now.isAfter(since.plus(FORGOTTEN_AFTER)));
  }

  private static Diagnosis forgotten(Node node) {
    Instant since = node.cordonedSince();
    return Diagnosis.of(
        "node-cordoned",
        Severity.WARNING,
        Msg.nodeHealthForgotten(),
        Msg.adviceNodeCordoned(node.name()),
        Evidence.of("unschedulable=true", Evidence.said("timeAdded", since)),
        since);
  }

  private static Localized words(List<String> pressures) {
    return new Listing(pressures.stream().map(NodeHealth::word).toList());
  }

  private static Localized word(String pressure) {
    return switch (pressure) {
      case "MemoryPressure" -> Msg.resourceMemory();
      case "DiskPressure" -> Msg.resourceDisk();
      case "PIDPressure" -> Msg.resourceProcesses();
      default -> Localized.verbatim(pressure);
    };
  }

  /** Several things, one after the other. */
  private record Listing(List<Localized> names) implements Localized {
    @Override
    public String in(Language language) {
      return names.stream().map(name -> name.in(language)).collect(Collectors.joining(", "));
    }
  }

  private static List<String> condition(Node node, String state) {
    return Evidence.of(
        state, Evidence.said("reason", node.reason()), Evidence.said("message", node.message()));
  }
}
