package net.pesulabs.console.page.topology.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.EndpointSlice;
import net.pesulabs.console.homelab.cluster.Service;
import org.jspecify.annotations.Nullable;

/** The services by id, and who answers for each. It gathers what is to be drawn anew. */
final class Backends {

  /**
   * Who answers for a service.
   *
   * @param pod the id of the pod; null for an address of another kind
   */
  record Endpoint(String address, @Nullable String pod, boolean ready) {}

  private final Map<String, Service> services = new HashMap<>();
  private final Map<String, Map<String, EndpointSlice>> slices = new HashMap<>();
  private final Map<String, Map<String, Endpoint>> endpoints = new HashMap<>();
  private final Links pods = new Links();
  private final Set<String> touchedServices = new LinkedHashSet<>();
  private final Set<String> touchedPods = new LinkedHashSet<>();

  void services(List<Table.Change<Service>> changes) {
    for (Table.Change<Service> change : changes) {
      Service after = change.after();
      Service before = change.before();
      Service any = after == null ? before : after;
      if (any == null) {
        continue;
      }
      String id = Ids.of("Service", any);
      Service there = services.get(id);
      boolean might = mayAnswer(id);
      if (after != null) {
        services.put(id, after);
      } else if (there != null && there.uid().equals(change.uid())) {
        services.remove(id);
      }
      touchedServices.add(id);
      if (might != mayAnswer(id)) {
        touchedPods.addAll(pods.of(id));
      }
    }
  }

  /** Whether there is such a service, and it is for pods or addresses of its own to answer. */
  boolean mayAnswer(String id) {
    Service service = services.get(id);
    return service != null && service.externalName() == null;
  }

  void slices(List<Table.Change<EndpointSlice>> changes) {
    var touched = new LinkedHashSet<String>();
    for (Table.Change<EndpointSlice> change : changes) {
      EndpointSlice before = change.before();
      EndpointSlice after = change.after();
      if (before != null) {
        String id = serviceOf(before);
        slices.computeIfPresent(
            id,
            (any, all) -> {
              all.remove(change.uid());
              return all.isEmpty() ? null : all;
            });
        touched.add(id);
      }
      if (after != null) {
        String id = serviceOf(after);
        slices.computeIfAbsent(id, any -> new TreeMap<>()).put(change.uid(), after);
        touched.add(id);
      }
    }
    touched.forEach(this::gather);
    touchedServices.addAll(touched);
  }

  private static String serviceOf(EndpointSlice slice) {
    return Ids.of("Service", slice.namespace(), slice.service());
  }

  /** Of a pod with addresses of two families there are two slices: it answers once. */
  private void gather(String service) {
    Map<String, Endpoint> before = endpoints.getOrDefault(service, Map.of());
    Map<String, Endpoint> now = new LinkedHashMap<>();
    for (EndpointSlice slice : slices.getOrDefault(service, Map.of()).values()) {
      for (EndpointSlice.Endpoint each : slice.endpoints()) {
        String pod = each.pod() == null ? null : Ids.of("Pod", slice.namespace(), each.pod());
        now.merge(
            pod == null ? each.address() : pod,
            new Endpoint(each.address(), pod, each.ready()),
            (one, other) -> one.ready ? one : other);
      }
    }
    if (now.isEmpty()) {
      endpoints.remove(service);
    } else {
      endpoints.put(service, now);
    }
    touchedPods.addAll(
        pods.set(
            service, now.values().stream().map(Endpoint::pod).filter(Objects::nonNull).toList()));
    now.forEach((key, endpoint) -> {
      if (endpoint.pod != null && !endpoint.equals(before.get(key))) {
        touchedPods.add(endpoint.pod);
      }
    });
  }

  @Nullable Service get(String id) {
    return services.get(id);
  }

  Set<String> ids() {
    return Set.copyOf(services.keySet());
  }

  /** Who answers for a service, by the id of the pod, or the address where there is none. */
  Map<String, Endpoint> endpoints(String service) {
    return endpoints.getOrDefault(service, Map.of());
  }

  /** How many answer for a service, of how many that are to. */
  Vertex.Tally tally(String service) {
    Map<String, Endpoint> all = endpoints(service);
    return new Vertex.Tally(
        Math.toIntExact(all.values().stream().filter(Endpoint::ready).count()), all.size());
  }

  /** The pods that answer for some service, seen or not. */
  Set<String> pods() {
    return pods.others();
  }

  /** The services that a pod answers for. */
  Set<String> servicesOf(String pod) {
    return pods.to(pod);
  }

  Set<String> drainServices() {
    var drained = new LinkedHashSet<>(touchedServices);
    touchedServices.clear();
    return drained;
  }

  /** The pods of which it has changed whether and where they answer. */
  Set<String> drainPods() {
    var drained = new LinkedHashSet<>(touchedPods);
    touchedPods.clear();
    return drained;
  }
}
