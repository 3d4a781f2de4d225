package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * Services without a selector, whose endpoints somebody wrote by hand: names in the cluster for
 * what runs beside it on the compute node.
 */
final class HostServices {

  /** Where the exporter is, as the API server's proxy names it. */
  static final String EXPORTER = "kube-system/node-exporter:9100";

  /** Where the model server is. */
  static final String MODEL = "apps/llama-server:8080";

  private HostServices() {}

  static void bring(ObjectStore store, Names names, Instant created) {
    put(store, names, EXPORTER, "10.43.17.201", created);
    put(store, names, MODEL, "10.43.17.202", created);
  }

  private static void put(
      ObjectStore store, Names names, String place, String clusterIp, Instant created) {
    String[] parts = place.split("[/:]");
    String namespace = parts[0];
    String name = parts[1];
    int number = Integer.parseInt(parts[2]);
    ObjectNode labels = Json.object("app.kubernetes.io/name", name);
    Obj port = Json.object("name", "main", "protocol", "TCP").with("port", number);
    ObjectNode service =
        Json.object()
            .with("metadata", Meta.of(names, namespace, name, created).with("labels", labels))
            .with(
                "spec",
                Json.object()
                    .with("ports", Json.array(port.deepCopy().put("targetPort", number)))
                    .with("clusterIP", clusterIp)
                    .with("clusterIPs", Json.array(clusterIp))
                    .with("type", "ClusterIP")
                    .with("sessionAffinity", "None")
                    .with("ipFamilies", Json.array("IPv4"))
                    .with("ipFamilyPolicy", "SingleStack")
                    .with("internalTrafficPolicy", "Cluster"))
            .with("status", Json.object("loadBalancer", Json.object()));
    ManagedFields.addUsual(service, Resource.SERVICES, created);
    store.put(Resource.SERVICES, service);

    ObjectNode endpoint =
        Json.object()
            .with("addresses", List.of(Nodes.ip(Nodes.PESUBUNTU)))
            .with("conditions", Json.object("ready", true))
            .with("nodeName", Nodes.PESUBUNTU);
    ObjectNode slice =
        Json.object()
            .with(
                "metadata",
                Meta.of(names, namespace, name + "-host", created)
                    .with("generation", 1)
                    .with("labels", Json.object("kubernetes.io/service-name", name)))
            .with("addressType", "IPv4")
            .with("endpoints", Json.array(endpoint))
            .with("ports", Json.array(port));
    ManagedFields.addUsual(slice, Resource.ENDPOINT_SLICES, created);
    store.put(Resource.ENDPOINT_SLICES, slice);
  }
}
