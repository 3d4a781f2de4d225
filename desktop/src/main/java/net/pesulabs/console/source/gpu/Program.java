package net.pesulabs.console.source.gpu;

import java.util.Optional;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.allsmi.AllSmi;
import net.pesulabs.console.source.devicemetrics.DeviceMetrics;
import net.pesulabs.console.source.nodeexporter.NodeExporter;

/** What may answer where the cards' figures are asked for; the one that is preferred first. */
enum Program {
  NODE_EXPORTER(9100),
  PROMETHEUS(9090),
  ALL_SMI(9090),
  DEVICE_METRICS(5000);

  private final int port;

  Program(int port) {
    this.port = port;
  }

  /** Where it listens unless somebody changed that. */
  int port() {
    return port;
  }

  /** Who wrote these figures; empty for somebody else. */
  static Optional<Program> of(Samples samples) {
    if (NodeExporter.tellsOfCards(samples)) {
      return Optional.of(NODE_EXPORTER);
    }
    if (AllSmi.isSpokenIn(samples)) {
      return Optional.of(ALL_SMI);
    }
    if (DeviceMetrics.isSpokenIn(samples)) {
      return Optional.of(DEVICE_METRICS);
    }
    if (NodeExporter.isSpokenIn(samples)) {
      return Optional.of(NODE_EXPORTER);
    }
    return samples.anyNamed("prometheus_build_info") ? Optional.of(PROMETHEUS) : Optional.empty();
  }
}
