package net.pesulabs.console.app;

import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.ModelHealth;
import net.pesulabs.console.health.NodeHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.TailnetHealth;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/** {@code status} for a terminal: one block a system, then what wants care. */
final class StatusText {

  private final Status status;
  private final LiveHomelab homelab;
  private final StringBuilder out = new StringBuilder();

  private StatusText(Status status) {
    this.status = status;
    this.homelab = status.homelab();
  }

  static String write(Status status) {
    var text = new StatusText(status);
    text.write();
    return text.out.toString();
  }

  private void write() {
    line(status.profile().name() + ": " + say(status.verdict().title()));
    for (Source source : Source.values()) {
      if (!status.profile().has(source)) {
        continue;
      }
      Reading<?> reading = homelab.reading(source).get();
      out.append('\n');
      line(head(source, reading));
      switch (source) {
        case TAILNET -> homelab.tailnet().get().known().ifPresent(this::tailnet);
        case GATEWAY -> homelab.router().get().known().ifPresent(this::router);
        case CLUSTER -> homelab.cluster().get().known().ifPresent(c -> cluster(c.version()));
        case GPU -> homelab.gpu().get().known().ifPresent(this::gpu);
        case MODEL -> homelab.model().get().known().ifPresent(this::model);
      }
    }
    out.append('\n');
    concerns(status.concerns());
  }

  private String head(Source source, Reading<?> reading) {
    Localized state =
        switch (reading) {
          case Reading.Live<?> live -> Msg.statusLive();
          case Reading.Stale<?> stale ->
              Msg.statusStale(Quantity.duration(stale.age(status.at()).orElseThrow()), stale.why());
          case Reading.Unknown<?> unknown -> Msg.statusUnknown(unknown.why());
        };
    return "%-12s %s".formatted(say(source.title()), say(state));
  }

  private void tailnet(Tailnet tailnet) {
    item(say(TailnetHealth.of(tailnet).text()));
    if (tailnet.self() != null) {
      item("%-14s %s".formatted(tailnet.self().name(), say(Msg.statusThisComputer())));
    }
    for (Machine machine : status.profile().machines()) {
      item(
          "%-14s %s"
              .formatted(
                  machine.name(),
                  tailnet
                      .byAddress(machine.tailnetAddress())
                      .map(peer -> say(path(peer)))
                      .orElse(say(Msg.statusNotInTailnet()))));
    }
  }

  private void router(Router router) {
    RouterText.lines(router, status.at()).forEach(line -> item(say(line)));
  }

  private static Localized path(Tailnet.Peer peer) {
    String via = peer.via() == null ? "" : peer.via();
    return switch (peer.path()) {
      case DIRECT -> Msg.statusDirect(via);
      case RELAYED -> Msg.statusRelayed(via);
      case IDLE -> Msg.statusIdle();
      case OFFLINE -> Msg.statusOffline();
      case EXPIRED -> Msg.statusExpired();
      case UNKNOWN -> Msg.statusPathUnknown();
    };
  }

  private void cluster(String version) {
    item(
        say(
            Msg.statusCluster(
                version,
                homelab.hides(Kind.NODES)
                    ? Msg.statusNodesHidden()
                    : Msg.statusNodes(homelab.nodes().size()),
                homelab.pods().size(),
                status.podsReady(),
                status.podsWithProblem())));
    homelab.nodes().all().stream()
        .sorted(Comparator.comparing(Node::name))
        .forEach(node -> item("%-14s %s".formatted(node.name(), say(NodeHealth.of(node).text()))));
  }

  private void gpu(GpuNode gpu) {
    GpuText.lines(gpu, status.hardware(), status.at()).forEach(line -> item(say(line)));
  }

  private void model(ModelServer model) {
    item(
        String.join(
            " · ",
            model.name() == null ? ReadingLabel.DASH : model.name(),
            say(ModelHealth.of(model).text()),
            say(
                Msg.statusSlots(
                    model.slotsBusy() == null ? ReadingLabel.DASH : model.slotsBusy(),
                    model.slotsTotal() == null ? ReadingLabel.DASH : model.slotsTotal()))));
  }

  private void concerns(List<Concern> concerns) {
    var care = concerns.stream().filter(concern -> concern.severity().wantsCare()).toList();
    line(say(Msg.statusFindings(care.size())));
    care.forEach(this::concern);
    // What cannot be reached is already said in the head of its block.
    var other =
        concerns.stream()
            .filter(concern -> !concern.severity().wantsCare())
            .filter(concern -> !concern.leading().cause().equals("unreachable"))
            .toList();
    if (!other.isEmpty()) {
      out.append('\n');
      line(say(Msg.statusAlso()));
      other.forEach(this::concern);
    }
  }

  private void concern(Concern concern) {
    item(sign(concern.severity()) + " " + say(concern.leading().text()));
    item("    " + say(concern.leading().advice()));
    for (Concern.Folded folded : concern.folded()) {
      String text = say(folded.first().text());
      item(
          "    + "
              + (folded.count() == 1 ? text : say(Msg.statusFolded(text, folded.count() - 1))));
    }
  }

  private static String sign(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "✗";
      case WARNING -> "!";
      case UNKNOWN -> "?";
      case NOTICE, BUSY, FINE -> "·";
    };
  }

  private String say(Localized text) {
    return text.in(status.language());
  }

  private void item(String text) {
    line("  " + text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
