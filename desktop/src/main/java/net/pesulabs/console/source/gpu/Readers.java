package net.pesulabs.console.source.gpu;

import java.time.Clock;
import java.util.Optional;
import net.pesulabs.console.source.allsmi.AllSmi;
import net.pesulabs.console.source.cards.Dialect;
import net.pesulabs.console.source.devicemetrics.DeviceMetrics;
import net.pesulabs.console.source.nodeexporter.NodeExporter;

/** The readers of all dialects, for one machine. */
record Readers(NodeExporter nodeExporter, AllSmi allSmi, DeviceMetrics deviceMetrics) {

  Readers(String host, Clock clock) {
    this(new NodeExporter(host, clock), new AllSmi(host), new DeviceMetrics(host));
  }

  /** The reader of a program's figures; empty for one that only passes on what others told. */
  Optional<Dialect> of(Program program) {
    return switch (program) {
      case NODE_EXPORTER -> Optional.of(nodeExporter);
      case ALL_SMI -> Optional.of(allSmi);
      case DEVICE_METRICS -> Optional.of(deviceMetrics);
      case PROMETHEUS -> Optional.empty();
    };
  }

  void pause() {
    nodeExporter.pause();
    allSmi.pause();
    deviceMetrics.pause();
  }
}
