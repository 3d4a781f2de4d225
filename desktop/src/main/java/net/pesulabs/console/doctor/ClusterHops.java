package net.pesulabs.console.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.pesulabs.console.doctor.ClusterProbe.Login;
import net.pesulabs.console.doctor.ClusterProbe.NodeSight;
import net.pesulabs.console.doctor.ClusterProbe.Readiness;
import net.pesulabs.console.doctor.ClusterProbe.Right;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.i18n.Msg;

/**
 * What the API server says once it is reached.
 *
 * @param machine that runs it
 */
record ClusterHops(Facts facts, Address address, String machine) {

  List<Check> all() {
    return List.of(
        Check.vital(HopId.CREDENTIALS, Limits.ANSWER.plus(Limits.SLACK), this::credentials),
        Check.vital(HopId.RIGHTS, Limits.ANSWER.plus(Limits.SLACK), this::rights),
        Check.vital(HopId.API_READY, Limits.ANSWER.plus(Limits.SLACK), this::ready),
        Check.vital(HopId.NODES_READY, Limits.ANSWER.plus(Limits.SLACK), this::nodes));
  }

  private ClusterProbe probe() {
    return facts.house.cluster();
  }

  private Verdict credentials() throws Unanswered {
    Login login = probe().login(address.url());
    return switch (login.kind()) {
      case ACCEPTED -> Verdict.ok(Msg.doctorLoginAccepted(login.detail()));
      case REFUSED ->
          Verdict.broken(
              Msg.doctorLoginRefused(),
              Healer.ADMIN,
              Msg.doctorLoginRefusedFix(),
              Cures.on(machine, "sudo cat /etc/rancher/k3s/k3s.yaml"));
      case NONE -> Verdict.broken(Msg.doctorLoginNone(), Healer.ADMIN, Msg.doctorLoginNoneFix());
      case UNOBTAINABLE ->
          Verdict.broken(
              login.why() == null ? Msg.doctorLoginNone() : login.why(),
              Healer.YOU,
              Msg.doctorLoginProgramFix());
    };
  }

  private Verdict rights() throws Unanswered, InterruptedException {
    Set<Right> missing = probe().missing(address.url(), ConsoleRights.WANTED);
    if (missing.isEmpty()) {
      return Verdict.ok(Msg.doctorRightsPresent());
    }
    if (missing.stream().allMatch(ConsoleRights::isExtra)) {
      return Verdict.ok(Msg.doctorRightsNearly(named(missing)));
    }
    return Verdict.broken(
        Msg.doctorRightsMissing(named(missing)),
        Healer.ADMIN,
        Msg.doctorRightsMissingFix(),
        facts.cures.here("kubectl auth whoami", "kubectl auth whoami", "kubectl auth whoami"),
        facts.cures.kubectl(ConsoleRights.manifest()));
  }

  /** The resources in our order; where one verb is there and the other is not, with that. */
  private static String named(Set<Right> missing) {
    Map<String, Set<String>> verbs = new LinkedHashMap<>();
    for (Right right : ConsoleRights.WANTED) {
      if (missing.contains(right)) {
        verbs.computeIfAbsent(right.resource(), added -> new TreeSet<>()).add(right.verb());
      }
    }
    return verbs.entrySet().stream()
        .map(entry ->
            entry.getKey()
                + (entry.getValue().size() > 1
                    ? ""
                    : " (" + String.join(", ", entry.getValue()) + ")"))
        .collect(Collectors.joining(", "));
  }

  private Verdict ready() throws Unanswered {
    Readiness readiness = probe().readiness(address.url());
    if (readiness.ready()) {
      return Verdict.ok(Msg.doctorApiReady());
    }
    return Verdict.broken(
        readiness.failed().isEmpty()
            ? Msg.doctorApiNotReady()
            : Msg.doctorApiNotReadyFor(String.join(", ", readiness.failed())),
        Healer.ADMIN,
        Msg.doctorApiNotReadyFix(),
        Cures.on(machine, "sudo journalctl -u k3s -n 100 --no-pager\nsudo systemctl restart k3s"));
  }

  private Verdict nodes() throws Unanswered {
    List<NodeSight> nodes = probe().nodes(address.url());
    if (nodes.isEmpty()) {
      return Verdict.broken(Msg.doctorNodesNone(), Healer.ADMIN, Msg.doctorNodesNoneFix());
    }
    List<String> ill =
        nodes.stream()
            .filter(node -> !Boolean.TRUE.equals(node.ready()))
            .map(NodeSight::name)
            .toList();
    if (ill.isEmpty()) {
      return Verdict.ok(
          Msg.doctorNodesReady(
              nodes.stream().map(NodeSight::name).collect(Collectors.joining(", "))));
    }
    boolean silent = nodes.stream().anyMatch(node -> node.ready() == null);
    String named = String.join(", ", ill);
    return Verdict.broken(
        silent ? Msg.doctorNodesSilent(named) : Msg.doctorNodesNotReady(named),
        Healer.ADMIN,
        silent ? Msg.doctorNodesSilentFix() : Msg.doctorNodesNotReadyFix(),
        Cures.on(
            ill.getFirst(),
            "sudo systemctl status k3s k3s-agent --no-pager\nsudo systemctl restart k3s-agent"));
  }
}
