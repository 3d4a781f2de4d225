package net.pesulabs.console.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.doctor.ClusterProbe.Right;
import net.pesulabs.console.homelab.cluster.Kind;

/**
 * What the console wants to see, and nothing it could change anything with. {@code nodes/proxy} is
 * not among it and never will be: it amounts to control of the node (kubernetes issue 83465).
 */
final class ConsoleRights {

  private static final List<String> VERBS = List.of("list", "watch");

  /** To list and watch the kinds that this program has a record of its own for. */
  static final List<Right> WANTED =
      Kind.KNOWN.stream()
          .flatMap(kind -> VERBS.stream().map(v -> new Right(v, kind.group(), kind.plural())))
          .distinct()
          .toList();

  /**
   * Groups that only add something: the signs of life of nodes, which their conditions tell too,
   * and the routes of Traefik, which not every cluster has.
   */
  private static final Set<String> EXTRAS = Set.of("coordination.k8s.io", "traefik.io");

  private ConsoleRights() {}

  /** Whether the console can do without, with something less to show. */
  static boolean isExtra(Right right) {
    return EXTRAS.contains(right.group());
  }

  /** RBAC that gives them, to a user whose name is still to be filled in. */
  static String manifest() {
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    for (Right right : WANTED) {
      groups.computeIfAbsent(right.group(), added -> new TreeSet<>()).add(right.resource());
    }
    Stream<String> rules =
        groups.entrySet().stream()
            .map(group ->
                """
                - apiGroups: ["%s"]
                  resources: [%s]
                  verbs: [get, list, watch]
                """
                    .formatted(group.getKey(), String.join(", ", group.getValue())));
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata:
      name: homelab-console
    rules:
    %s---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata:
      name: homelab-console
    roleRef:
      apiGroup: rbac.authorization.k8s.io
      kind: ClusterRole
      name: homelab-console
    subjects:
    - apiGroup: rbac.authorization.k8s.io
      kind: User
      name: USER
    """
        .formatted(rules.collect(Collectors.joining()));
  }
}
