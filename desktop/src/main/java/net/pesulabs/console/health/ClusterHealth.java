package net.pesulabs.console.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Table.Change;
import net.pesulabs.console.homelab.VolumeUse;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.EndpointSlice;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Job;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Lease;
import net.pesulabs.console.homelab.cluster.Namespace;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.homelab.cluster.VolumeClaim;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * Takes each change of the cluster to the rules it concerns, and what they find to the concern it
 * belongs to. What time alone changes is judged again by {@link #tick}. One thread at a time.
 * Longer than most, for it is one list: a change of each kind, and what follows from it.
 */
final class ClusterHealth {

  /** Of what gets better or worse with time alone, even when it is wrong already. */
  private static final Set<String> PASSING =
      Set.of("crash-loop", "out-of-memory", "init-failing", "probe-failing");

  private final LiveHomelab homelab;
  private final Clock clock;
  private final Ledger ledger;
  private final ClusterFacts facts;
  private final Placing placing;

  /** What is to be judged again as time goes by, by slot. */
  private final Map<String, Runnable> inTime = new HashMap<>();

  private final Map<String, SignsOfLife> signs = new HashMap<>();
  private final Map<String, Instant> shortSince = new HashMap<>();
  private Set<String> accessSlots = Set.of();

  ClusterHealth(LiveHomelab homelab, Ledger ledger, Clock clock) {
    this.homelab = homelab;
    this.clock = clock;
    this.ledger = ledger;
    this.facts = new ClusterFacts(homelab.objects());
    this.placing = new Placing(facts, ledger);
  }

  /** The cluster by what its objects have to do with each other. */
  ClusterFacts facts() {
    return facts;
  }

  // ---- pods

  void pod(Change<Pod> change) {
    facts.change(change);
    Pod before = change.before();
    Pod after = change.after();
    if (before != null && (after == null || !Groups.of(before).equals(Groups.of(after)))) {
      forget(change.uid());
      placing.settle(before, List.of());
    }
    if (after != null) {
      judge(after);
    }
    Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
        .flatMap(Optional::stream)
        .flatMap(pod -> ClusterFacts.claims(pod).stream())
        .distinct()
        .forEach(name -> facts.claims.first(name).ifPresent(this::judge));
  }

  private void judge(Pod pod) {
    Diagnosis diagnosis = PodHealth.diagnose(pod, facts.warningsOf(pod), clock.instant());
    Job job = facts.jobOf(pod);
    boolean outdone =
        job != null && JobHealth.isComplete(job) && "failed".equals(diagnosis.cause());
    String name = pod.workload().name();
    List<Finding> found = outdone ? List.of() : findings(diagnosis, "pod", pod, name);
    again(pod.uid(), diagnosis, () -> facts.get(Kind.PODS, pod.uid()).ifPresent(this::judge));
    placing.settle(pod, found);
  }

  // ---- nodes

  void node(Change<Node> change) {
    facts.nodes.change(change);
    Node before = change.before();
    Node after = change.after();
    Node any = after == null ? before : after;
    if (any == null) {
      return;
    }
    if (after == null) {
      forget(change.uid());
    } else {
      judge(after);
    }
    boolean wasDown = before != null && NodeHealth.isDown(before);
    boolean isDown = after != null && NodeHealth.isDown(after);
    boolean wasShort = before != null && NodeHealth.isShort(before);
    boolean isShort = after != null && NodeHealth.isShort(after);
    if (wasDown != isDown || wasShort != isShort) {
      placing.nodeTurned(any.name());
    }
  }

  private void judge(Node node) {
    Instant now = clock.instant();
    var all = new ArrayList<>(NodeHealth.findings(node, now));
    SignsOfLife heard = signs.get(node.name());
    if (heard != null && facts.isAllOf(Kind.NODE_LEASES, heard.lease().namespace())) {
      LeaseHealth.lost(node, heard, now).ifPresent(all::add);
      LeaseHealth.clock(heard).ifPresent(all::add);
    }
    ledger.conclude(
        node.uid(),
        Groups.node(node.name()),
        all.stream().flatMap(each -> findings(each, "node", node, node.name()).stream()).toList());
  }

  void lease(Change<Lease> change) {
    Lease lease = change.after();
    if (lease == null) {
      if (change.before() != null) {
        signs.remove(change.before().name());
      }
      return;
    }
    Instant now = clock.instant();
    Duration ahead = homelab.cluster().get().known().map(Cluster::clockAhead).orElse(null);
    SignsOfLife before = signs.get(lease.name());
    signs.put(
        lease.name(),
        before == null ? SignsOfLife.first(lease, now) : before.next(lease, ahead, now));
    facts.nodes.first(lease.name()).ifPresent(this::judge);
  }

  /** Nothing was heard for a while, which says nothing of the nodes. */
  void listenAnew() {
    Instant now = clock.instant();
    signs.replaceAll((name, heard) -> SignsOfLife.first(heard.lease(), now));
  }

  // ---- what makes pods

  void maker(Change<Workload> change) {
    facts.makersByNamespace.change(change);
    Workload after = change.after();
    if (after == null) {
      shortSince.remove(change.uid());
      forget(change.uid());
      forget(change.uid() + "#image");
    } else {
      judge(after);
    }
  }

  private void judge(Workload maker) {
    Instant now = clock.instant();
    if (WorkloadHealth.isShort(maker)) {
      shortSince.putIfAbsent(maker.uid(), now);
    } else {
      shortSince.remove(maker.uid());
    }
    String own = Groups.workload(maker.kind(), maker.namespace(), maker.name());
    String kind = maker.kind().toLowerCase(Locale.ROOT);
    Diagnosis diagnosis =
        WorkloadHealth.diagnose(maker, facts.warningsOf(maker), shortSince.get(maker.uid()), now);
    again(maker.uid(), diagnosis, () -> maker(maker.uid()).ifPresent(this::judge));
    placing.anchor(maker.uid(), own, findings(diagnosis, kind, maker, maker.name()));
    ledger.conclude(
        maker.uid() + "#image",
        own,
        findings(ImageTagHealth.diagnose(maker), kind, maker, maker.name()));
  }

  private Optional<Workload> maker(String uid) {
    return ClusterFacts.MAKERS.stream().flatMap(kind -> facts.get(kind, uid).stream()).findFirst();
  }

  void job(Change<Job> change) {
    facts.jobsByOwner.change(change);
    Job after = change.after();
    if (after == null) {
      forget(change.uid());
      return;
    }
    judge(after);
    Job before = change.before();
    if (before == null || JobHealth.isComplete(before) != JobHealth.isComplete(after)) {
      List.copyOf(facts.podsByOwner.get(change.uid())).forEach(this::judge);
    }
  }

  private void judge(Job job) {
    CronJob plan = facts.planOf(job);
    String name = plan == null ? job.name() : plan.name();
    placing.anchor(
        job.uid(), Groups.of(job), findings(JobHealth.diagnose(job, plan), "job", job, name));
  }

  void cronJob(Change<CronJob> change) {
    CronJob after = change.after();
    if (after == null) {
      forget(change.uid());
    } else {
      judge(after);
    }
    List.copyOf(facts.jobsByOwner.get(change.uid())).forEach(this::judge);
  }

  private void judge(CronJob job) {
    Diagnosis diagnosis = CronJobHealth.diagnose(job, facts.warningsOf(job), clock.instant());
    again(job.uid(), diagnosis, () -> facts.get(Kind.CRON_JOBS, job.uid()).ifPresent(this::judge));
    placing.anchor(
        job.uid(), Groups.of("cronjob", job), findings(diagnosis, "cronjob", job, job.name()));
  }

  // ---- what leads to pods

  void service(Change<Service> change) {
    facts.services.change(change);
    Service after = change.after();
    Service any = after == null ? change.before() : after;
    if (after == null) {
      forget(change.uid());
    } else {
      judge(after);
    }
    if (any != null) {
      List.copyOf(facts.ingressesByService.get(any.qualifiedName())).forEach(this::judge);
    }
  }

  void slice(Change<EndpointSlice> change) {
    facts.slicesByService.change(change);
    EndpointSlice any = change.after() == null ? change.before() : change.after();
    if (any != null) {
      facts.services.first(any.namespace() + "/" + any.service()).ifPresent(this::judge);
    }
  }

  private void judge(Service service) {
    boolean unanswered =
        ServiceHealth.isToAnswer(service)
            && facts.seesBehind(service)
            && !ServiceHealth.isAnswered(facts.slicesByService.get(service.qualifiedName()));
    if (!unanswered) {
      inTime.remove(service.uid());
      placing.anchor(service.uid(), "", List.of());
      return;
    }
    List<Pod> pods = facts.selected(service);
    Diagnosis diagnosis =
        ServiceHealth.unanswered(service, pods, facts.makersFor(service), clock.instant());
    String own = Groups.of("service", service);
    inTime.put(service.uid(), () -> facts.get(Kind.SERVICES, service.uid()).ifPresent(this::judge));
    placing.anchor(
        service.uid(),
        pods.stream().map(Groups::of).sorted().findFirst().orElse(own),
        findings(diagnosis, "service", service, service.name()));
  }

  void ingress(Change<Ingress> change) {
    facts.ingressesByService.change(change);
    facts.ingressesBySecret.change(change);
    Ingress after = change.after();
    if (after == null) {
      forget(change.uid());
      forget(change.uid() + "#tls");
    } else {
      judgeCertificates(after);
      judge(after);
    }
  }

  private void judge(Ingress ingress) {
    if (!facts.isAllOf(Kind.SERVICES, ingress.namespace())) {
      forget(ingress.uid());
      return;
    }
    Diagnosis diagnosis =
        IngressHealth.diagnose(
            ingress,
            name -> facts.services.first(ingress.namespace() + "/" + name).orElse(null),
            clock.instant());
    again(
        ingress.uid(),
        diagnosis,
        () -> facts.get(Kind.INGRESSES, ingress.uid()).ifPresent(this::judge));
    ledger.conclude(
        ingress.uid(),
        Groups.of("ingress", ingress),
        findings(diagnosis, "ingress", ingress, ingress.name()));
  }

  void secret(Change<SecretPresence> change) {
    List.copyOf(facts.ingressesBySecret.get(change.uid())).forEach(this::judgeCertificates);
  }

  private void judgeCertificates(Ingress ingress) {
    String slot = ingress.uid() + "#tls";
    Diagnosis diagnosis =
        IngressHealth.certificates(
            ingress,
            name -> homelab.objects().secrets().get(ingress.namespace() + "/" + name).orElse(null),
            clock.instant());
    again(
        slot,
        diagnosis,
        () -> facts.get(Kind.INGRESSES, ingress.uid()).ifPresent(this::judgeCertificates));
    ledger.conclude(
        slot,
        Groups.of("ingress", ingress),
        findings(diagnosis, "ingress", ingress, ingress.name()));
  }

  /** What is known whole has changed, and with it what its absence means. */
  void coverage() {
    homelab.objects().of(Kind.SERVICES).rows().all().forEach(this::judge);
    homelab.objects().of(Kind.INGRESSES).rows().all().forEach(this::judge);
  }

  // ---- the rest

  void claim(Change<VolumeClaim> change) {
    facts.claims.change(change);
    facts.claimsByVolume.change(change);
    VolumeClaim after = change.after();
    if (after != null) {
      judge(after);
    } else if (change.before() != null) {
      forget(change.uid());
      placing.claimTurned(change.before().qualifiedName());
    }
  }

  void volume(Change<VolumeUse> change) {
    List.copyOf(facts.claimsByVolume.get(change.uid())).forEach(this::judge);
  }

  private void judge(VolumeClaim claim) {
    Diagnosis diagnosis =
        ClaimHealth.diagnose(
            claim,
            facts.podsByClaim.get(claim.qualifiedName()),
            facts.warningsOf(claim),
            claim.volume() == null ? null : homelab.volumes().get(claim.volume()).orElse(null),
            clock.instant());
    again(
        claim.uid(),
        diagnosis,
        () -> facts.get(Kind.VOLUME_CLAIMS, claim.uid()).ifPresent(this::judge));
    boolean had = ledger.has(claim.uid());
    ledger.conclude(
        claim.uid(),
        Groups.of("persistentvolumeclaim", claim),
        findings(diagnosis, "persistentvolumeclaim", claim, claim.name()));
    if (had != ledger.has(claim.uid())) {
      placing.claimTurned(claim.qualifiedName());
    }
  }

  void namespace(Change<Namespace> change) {
    Namespace after = change.after();
    if (after == null) {
      forget(change.uid());
    } else {
      judge(after);
    }
  }

  private void judge(Namespace namespace) {
    Diagnosis diagnosis = NamespaceHealth.diagnose(namespace, clock.instant());
    again(
        namespace.uid(),
        diagnosis,
        () -> facts.get(Kind.NAMESPACES, namespace.uid()).ifPresent(this::judge));
    ledger.conclude(
        namespace.uid(),
        Groups.of("namespace", namespace),
        findings(diagnosis, "namespace", namespace, namespace.name()));
  }

  void warning(Change<Event> change) {
    facts.warnings.change(change);
    Event any = change.after() == null ? change.before() : change.after();
    if (any == null) {
      return;
    }
    String uid = any.about().uid();
    switch (any.about().kind()) {
      case "Pod" -> facts.get(Kind.PODS, uid).ifPresent(this::judge);
      case "PersistentVolumeClaim" -> facts.get(Kind.VOLUME_CLAIMS, uid).ifPresent(this::judge);
      case "CronJob" -> facts.get(Kind.CRON_JOBS, uid).ifPresent(this::judge);
      default -> maker(uid).ifPresent(this::judge);
    }
  }

  /** The certificates, rights and clock that this computer gets at the cluster with. */
  void access() {
    Instant now = clock.instant();
    var found = new HashMap<String, Finding>();
    homelab
        .cluster()
        .get()
        .known()
        .ifPresent(cluster -> {
          for (Cluster.Certificate each : cluster.certificates()) {
            String slot =
                "certificate/" + each.role().name().toLowerCase(Locale.ROOT) + "/" + each.subject();
            add(
                found,
                slot,
                ClusterAccessHealth.certificate(each, now),
                ClusterAccessHealth.name(each.role()));
          }
          add(found, "rights", ClusterAccessHealth.rights(cluster.missing()), Msg.sourceCluster());
          add(
              found,
              "computer",
              ClusterAccessHealth.clock(cluster.clockAhead()),
              Msg.computerName());
        });
    accessSlots.stream().filter(slot -> !found.containsKey(slot)).forEach(ledger::forget);
    found.forEach((slot, finding) -> ledger.conclude(slot, slot, List.of(finding)));
    accessSlots = Set.copyOf(found.keySet());
  }

  private static void add(
      Map<String, Finding> found, String slot, Diagnosis diagnosis, Localized name) {
    Finding finding = diagnosis.finding(slot, Msg.findingAbout(name, diagnosis.text()));
    if (finding != null) {
      found.put(slot, finding);
    }
  }

  /** Judges again what time alone may have changed. Only of a cluster that is heard. */
  void tick() {
    List.copyOf(inTime.values()).forEach(Runnable::run);
    homelab.nodes().all().forEach(this::judge);
    access();
  }

  private void again(String slot, Diagnosis diagnosis, Runnable judge) {
    if (diagnosis.severity() == Severity.BUSY
        || (diagnosis.cause() != null && PASSING.contains(diagnosis.cause()))) {
      inTime.put(slot, judge);
    } else {
      inTime.remove(slot);
    }
  }

  private void forget(String slot) {
    inTime.remove(slot);
    placing.anchor(slot, "", List.of());
  }

  private static List<Finding> findings(
      Diagnosis diagnosis, String kind, ClusterObject object, String name) {
    @Nullable Finding finding =
        diagnosis.finding(
            kind + "/" + object.qualifiedName(), Msg.findingAbout(name, diagnosis.text()));
    return finding == null ? List.of() : List.of(finding);
  }
}
