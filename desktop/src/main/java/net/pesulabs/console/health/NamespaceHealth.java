package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.cluster.Condition;
import net.pesulabs.console.homelab.cluster.Namespace;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** A namespace that is to go and does not. */
final class NamespaceHealth {

  private static final Duration TO_GO = Duration.ofMinutes(5);

  private NamespaceHealth() {}

  static Diagnosis diagnose(Namespace namespace, Instant now) {
    Instant deleting = namespace.deleting();
    if (deleting == null || now.isBefore(deleting.plus(TO_GO))) {
      return Diagnosis.fine(deleting == null ? Severity.FINE : Severity.BUSY, Msg.workloadFine());
    }
    List<Condition> standing =
        namespace.conditions().stream()
            .filter(condition -> condition.type().startsWith("Namespace") && condition.isTrue())
            .toList();
    return Diagnosis.of(
        "namespace-stuck",
        Severity.WARNING,
        Msg.namespaceStuck(reason(standing)),
        Msg.adviceNamespaceStuck(
            "kubectl get namespace " + namespace.name() + " -o jsonpath={.status.conditions}"),
        standing.isEmpty()
            ? List.of("phase=" + namespace.phase(), "deletionTimestamp=" + deleting)
            : standing.stream().flatMap(each -> Evidence.condition(each).stream()).toList(),
        deleting);
  }

  /** What the namespace controller says; see NamespaceConditionType of the core API. */
  private static Message reason(List<Condition> standing) {
    List<String> types = standing.stream().map(Condition::type).toList();
    if (types.contains("NamespaceFinalizersRemaining")) {
      return Msg.namespaceFinalizers();
    }
    if (types.contains("NamespaceDeletionDiscoveryFailure")
        || types.contains("NamespaceDeletionGroupVersionParsingFailure")) {
      return Msg.namespaceDiscovery();
    }
    return types.contains("NamespaceContentRemaining")
            || types.contains("NamespaceDeletionContentFailure")
        ? Msg.namespaceContent()
        : Msg.namespaceUnknown();
  }
}
