package net.pesulabs.console.health;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The house around the cluster: whether its sources are heard, the tailnet, the machines and the
 * graphics cards. They are few, so that all are judged whenever one has changed. What cannot be
 * heard because its machine is gone, or because this computer is cut off, goes with that. One
 * thread at a time.
 */
final class SurroundingsHealth {

  private record Found(String group, List<Finding> findings) {}

  private final LiveHomelab homelab;
  private final Cell<Settings> settings;
  private final Ledger ledger;
  private final HardwareHealth hardware = new HardwareHealth();
  private volatile List<Finding> hardwareFound = List.of();
  private Set<String> slots = Set.of();

  SurroundingsHealth(LiveHomelab homelab, Cell<Settings> settings, Ledger ledger) {
    this.homelab = homelab;
    this.settings = settings;
    this.ledger = ledger;
  }

  void judge() {
    var found = new HashMap<String, Found>();
    tailnet(found);
    for (Source source : Source.values()) {
      if (settings.get().profile().has(source)) {
        source(source, found);
      }
    }
    ways(found);
    router(found);
    hardware(found);
    slots.stream().filter(slot -> !found.containsKey(slot)).forEach(ledger::forget);
    found.forEach((slot, each) -> ledger.conclude(slot, each.group, each.findings));
    slots = Set.copyOf(found.keySet());
  }

  /** Only a live word counts: an old one says nothing of what is wrong now. */
  private void tailnet(Map<String, Found> found) {
    Reading<Tailnet> reading = homelab.tailnet().get();
    Tailnet tailnet = reading.isLive() ? reading.known().orElse(null) : null;
    if (tailnet == null) {
      return;
    }
    Diagnosis state = TailnetHealth.diagnose(tailnet);
    add(found, Groups.TAILNET, Groups.TAILNET, state.finding(Groups.TAILNET, state.text()));
    for (Profile.Machine machine : settings.get().profile().machines()) {
      Diagnosis presence = TailnetHealth.diagnose(tailnet, machine);
      String object = object(machine);
      add(
          found,
          object,
          downNode(machine).map(Groups::node).orElse(object),
          presence.finding(object, Msg.findingAbout(machine.name(), presence.text())));
    }
  }

  /** The node that is the machine, if the cluster says now that it is down. */
  private Optional<String> downNode(Profile.Machine machine) {
    return homelab.cluster().get().isLive()
        ? new Whereabouts(settings.get().profile())
            .node(machine, homelab.nodes().all())
            .filter(NodeHealth::isDown)
            .map(Node::name)
        : Optional.empty();
  }

  private void source(Source source, Map<String, Found> found) {
    Reading<?> reading = homelab.reading(source).get();
    String object = "source/" + source.id();
    Diagnosis diagnosis =
        source == Source.MODEL && homelab.model().get() instanceof Reading.Live<ModelServer> live
            ? ModelHealth.diagnose(live.value())
            : SourceHealth.diagnose(reading);
    add(
        found,
        object,
        explained(source, reading, found).orElse(object),
        diagnosis.finding(object, Msg.findingAbout(source.title(), diagnosis.text())));
  }

  /** Where the reason stands for which a source is not heard. */
  private Optional<String> explained(Source source, Reading<?> reading, Map<String, Found> found) {
    if (source == Source.TAILNET) {
      return Optional.empty();
    }
    if (found.containsKey(Groups.TAILNET) && reading.origin().route() == Route.TAILNET) {
      return Optional.of(Groups.TAILNET);
    }
    Profile profile = settings.get().profile();
    Profile.Role role =
        switch (source) {
          case GATEWAY, TAILNET -> Profile.Role.GATEWAY;
          case CLUSTER -> Profile.Role.SERVICES;
          case GPU, MODEL -> Profile.Role.COMPUTE;
        };
    return new Whereabouts(profile)
        .serving(reading.origin().address(), role)
        .map(SurroundingsHealth::object)
        .map(found::get)
        .map(Found::group);
  }

  /** Where the system is not heard at all, its own finding says why. */
  private void ways(Map<String, Found> found) {
    for (Way way : homelab.ways().all()) {
      Diagnosis diagnosis = WayHealth.diagnose(way);
      String source = "source/" + way.system().id();
      if (!found.containsKey(source)) {
        add(
            found,
            "way/" + way.id(),
            source,
            diagnosis.finding(source, Msg.findingAbout(way.system().title(), diagnosis.text())));
      }
    }
  }

  /** What is wrong with the router goes with the machine that it is. */
  private void router(Map<String, Found> found) {
    Reading<Router> reading = homelab.router().get();
    Profile.Machine machine = settings.get().profile().machine(Profile.Role.GATEWAY).orElse(null);
    Router router = reading.isLive() ? reading.known().orElse(null) : null;
    if (router == null || machine == null) {
      return;
    }
    for (Diagnosis diagnosis : GatewayHealth.diagnose(router)) {
      add(
          found,
          "router/" + String.join(",", diagnosis.evidence()),
          object(machine),
          diagnosis.finding(object(machine), Msg.findingAbout(machine.name(), diagnosis.text())));
    }
  }

  /** Only live figures are judged; what was found of old ones is not known to hold. */
  private void hardware(Map<String, Found> found) {
    Reading<GpuNode> reading = homelab.gpu().get();
    if (reading instanceof Reading.Live<GpuNode> live) {
      hardware
          .judge(live.value(), machineOf(live), settings.get().profile().gpu().card(), live.at())
          .forEach((slot, findings) -> {
            if (!findings.isEmpty()) {
              found.put(slot, new Found(findings.getFirst().object(), findings));
            }
          });
    } else if (SourceHealth.isWaiting(reading)) {
      hardware.forget();
    }
    hardwareFound =
        found.values().stream()
            .flatMap(each -> each.findings.stream())
            .filter(HardwareHealth::isAbout)
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .toList();
  }

  /** The machine of the settings that serves these figures, else what it calls itself. */
  private String machineOf(Reading.Live<GpuNode> live) {
    return new Whereabouts(settings.get().profile())
        .serving(live.origin().address(), Profile.Role.COMPUTE)
        .map(Profile.Machine::name)
        .orElseGet(() -> live.value().host());
  }

  /** What was found of the graphics cards and of their machine, the worst first. */
  List<Finding> hardwareFound() {
    return hardwareFound;
  }

  private static String object(Profile.Machine machine) {
    return "machine/" + machine.name();
  }

  private static void add(
      Map<String, Found> found, String slot, String group, @Nullable Finding finding) {
    if (finding != null) {
      found.put(slot, new Found(group, List.of(finding)));
    }
  }
}
