package net.pesulabs.console.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/**
 * What answers where the card's figures are asked for: node_exporter, or what a fault put there.
 */
final class PretendTellers implements HttpHandler {

  private final PretendExporter nodeExporter;
  private final PretendPrometheus prometheus;
  private final OtherTellers others;
  private final Faults faults;

  PretendTellers(PretendExporter nodeExporter, PretendPrometheus prometheus, Faults faults) {
    this.nodeExporter = nodeExporter;
    this.prometheus = prometheus;
    this.others = new OtherTellers(nodeExporter);
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (faults.has(Fault.PROMETHEUS_INSTEAD)) {
      prometheus.handle(exchange);
    } else if (faults.has(Fault.ALL_SMI_INSTEAD)) {
      send(exchange, others.allSmi());
    } else if (faults.has(Fault.DEVICE_METRICS_INSTEAD)) {
      send(exchange, others.deviceMetrics());
    } else {
      nodeExporter.handle(exchange);
    }
  }

  private static void send(HttpExchange exchange, String page) throws IOException {
    try (exchange) {
      var call = new Call(exchange);
      boolean found = call.path().equals("/metrics");
      call.text(
          found ? 200 : 404,
          "text/plain; version=0.0.4; charset=utf-8",
          found ? page : "404 page not found\n");
    }
  }
}
