package net.pesulabs.console.health;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * What a concern means for the people of the house, who need not know what a pod is. Said only
 * where it follows from the facts. One thread at a time.
 */
final class Meaning {

  /** More sentences than these nobody reads. */
  private static final int FEW = 2;

  private static final Set<String> MAKERS = Set.of("deployment", "statefulset", "daemonset");

  private final LiveHomelab homelab;
  private final Cell<Settings> settings;
  private final ClusterFacts facts;

  Meaning(LiveHomelab homelab, Cell<Settings> settings, ClusterFacts facts) {
    this.homelab = homelab;
    this.settings = settings;
    this.facts = facts;
  }

  Optional<Message> of(Concern concern) {
    if (concern.severity() == Severity.NOTICE) {
      return Optional.empty(); // an advice for the admin
    }
    String[] id = concern.id().split("/", 3);
    return switch (id[0]) {
      case Groups.TAILNET -> Optional.of(Msg.meaningTailnet());
      case "source" -> ofSource(concern, id[1]);
      case "machine" -> ofMachine(concern, id[1]);
      case "gpu" -> ofCard(concern.leading().cause());
      case "node" -> ofNode(id[1]);
      case "cronjob", "job" -> Purpose.of(id[2]).filter(Purpose.BACKUP::equals).map(Purpose::down);
      case "persistentvolumeclaim" -> ofClaim(concern, id[1] + "/" + id[2]);
      case "ingress" ->
          homelab.objects().of(Kind.INGRESSES).rows().all().stream()
              .filter(ingress -> ingress.qualifiedName().equals(id[1] + "/" + id[2]))
              .findFirst()
              .flatMap(Meaning::ofPage);
      default ->
          MAKERS.contains(id[0])
              ? maker(id[1], id[2]).map(workload -> ofWorkload(concern, workload))
              : Optional.empty();
    };
  }

  private Optional<Message> ofSource(Concern concern, String source) {
    return switch (concern.leading().cause()) {
      case SourceHealth.UNREACHABLE -> ofSilence(source);
      case ModelHealth.LOADING -> Optional.of(Msg.meaningChatLoading(modelMachine()));
      case WayHealth.CERTIFICATE_NAME ->
          concern.leading().evidence().contains("route=" + Route.TAILNET.id())
              ? Optional.of(Msg.meaningClusterAway())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Message> ofSilence(String source) {
    if (source.equals(Source.MODEL.id())) {
      return Optional.of(Msg.meaningChatDown(modelMachine()));
    }
    if (source.equals(Source.CLUSTER.id())) {
      return Optional.of(Msg.meaningClusterUnseen());
    }
    return source.equals(Source.GPU.id()) ? Optional.of(Msg.meaningGpuUnseen()) : Optional.empty();
  }

  private static Optional<Message> ofCard(String cause) {
    return switch (cause) {
      case GpuHealth.HOT, GpuHealth.SLOWED, GpuHealth.FAN_STOPPED -> Optional.of(Msg.meaningHot());
      case GpuHealth.SPILLING -> Optional.of(Msg.gpuStatesSpillingMeaning());
      case GpuHealth.VANISHED, GpuHealth.MISSING -> Optional.of(Msg.gpuStatesVanishedMeaning());
      default -> Optional.empty();
    };
  }

  private Optional<Message> ofMachine(Concern concern, String machine) {
    return switch (concern.leading().cause()) {
      case GatewayHealth.DOWN -> Optional.of(Msg.meaningRouterDown());
      case GatewayHealth.WAN_DOWN -> Optional.of(Msg.meaningWanDown());
      case GatewayHealth.DNS_DOWN -> Optional.of(Msg.meaningNamesDown());
      case MachineHealth.DISK -> Optional.of(Msg.gpuStatesDiskMeaning(machine));
      default -> ofAbsence(machine);
    };
  }

  /** A machine that the tailnet does not see may yet be reached otherwise. */
  private Optional<Message> ofAbsence(String machine) {
    if (machine.equals(modelMachine()) && !homelab.model().get().isLive()) {
      return Optional.of(Msg.meaningChatDown(machine));
    }
    return homelab.cluster().get().isLive()
        ? Optional.empty()
        : settings.get().profile().machines().stream()
            .filter(each -> each.name().equals(machine) && each.role() == Profile.Role.SERVICES)
            .findFirst()
            .map(each -> Msg.meaningClusterUnseen());
  }

  private Optional<Message> ofNode(String node) {
    if (facts.nodes.first(node).filter(NodeHealth::isDown).isEmpty()) {
      return Optional.empty();
    }
    List<Localized> missed =
        facts.podsByNode.get(node).stream()
            .flatMap(pod -> maker(pod).stream())
            .distinct()
            .filter(Meaning::isDown)
            .flatMap(maker -> Purpose.of(maker).stream())
            .distinct()
            .sorted()
            .map(Purpose::down)
            .limit(FEW)
            .map(Localized.class::cast)
            .toList();
    return Optional.of(
        missed.isEmpty()
            ? Msg.meaningMachineOnly(node)
            : Msg.meaningMachineDown(node, joined(missed)));
  }

  private Optional<Message> ofClaim(Concern concern, String claim) {
    boolean nearlyFull = concern.leading().cause().equals(ClaimHealth.NEARLY_FULL);
    return facts.podsByClaim.get(claim).stream()
        .flatMap(pod -> maker(pod).stream())
        .findFirst()
        .map(workload ->
            nearlyFull ? Msg.meaningDisk(title(workload)) : ofWorkload(concern, workload));
  }

  private static Optional<Message> ofPage(Ingress ingress) {
    String hosts =
        ingress.rules().stream()
            .map(Ingress.Rule::host)
            .filter(host -> !host.isEmpty())
            .distinct()
            .limit(FEW)
            .collect(Collectors.joining(", "));
    return hosts.isEmpty() ? Optional.empty() : Optional.of(Msg.meaningPageDown(hosts));
  }

  private Message ofWorkload(Concern concern, Workload workload) {
    Optional<Purpose> purpose = Purpose.of(workload);
    if (!isDown(workload)) {
      return purpose
          .map(known -> Msg.meaningTroubled(known.title()))
          .orElseGet(() -> Msg.meaningUnknownTroubled(workload.name()));
    }
    if (purpose.filter(Purpose.MODEL_SERVER::equals).isPresent()
        && concern.leading().cause().equals("crash-loop")) {
      return Msg.meaningChatRestarting(modelMachine());
    }
    return purpose.map(Purpose::down).orElseGet(() -> Msg.meaningUnknownDown(workload.name()));
  }

  private static boolean isDown(Workload workload) {
    Integer desired = workload.desired();
    return desired != null && desired > 0 && workload.ready() == 0;
  }

  private static Localized title(Workload workload) {
    return Purpose.of(workload)
        .<Localized>map(Purpose::title)
        .orElseGet(() -> Localized.verbatim(workload.name()));
  }

  private Optional<Workload> maker(String namespace, String name) {
    return facts.makersByNamespace.get(namespace).stream()
        .filter(maker -> maker.name().equals(name))
        .findFirst();
  }

  private Optional<Workload> maker(Pod pod) {
    return maker(pod.namespace(), pod.workload().name());
  }

  private String modelMachine() {
    Profile profile = settings.get().profile();
    return new Whereabouts(profile)
        .serving(profile.modelUrl(), Profile.Role.COMPUTE)
        .map(Profile.Machine::name)
        .orElseGet(profile::name);
  }

  private static Localized joined(List<Localized> sentences) {
    return language ->
        sentences.stream().map(each -> each.in(language)).collect(Collectors.joining(" "));
  }
}
