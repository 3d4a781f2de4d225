package net.pesulabs.console.page.topology.graph;

import java.util.Locale;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Pod;

/**
 * The names of what is on the map. Those of the cluster's objects and of the graphics cards are the
 * ones that findings name them by, such as {@code pod/apps/n8n-0}, so that a finding leads to what
 * it is about.
 */
final class Ids {

  static final String INTERNET = "internet";
  static final String LAN = "lan";
  static final String TAILNET = "tailnet";
  static final String LAPTOP = "laptop";
  static final String UNSCHEDULED = "unscheduled";

  /** The graphics card while none is known by name. */
  static final String GPU = "gpu";

  static final String MODEL = "model";
  static final String ENTRANCE = "entrance";

  /** Programs of the cluster that ask others. */
  static final String INSIDE = "inside";

  private static final String MACHINE = "machine/";

  private Ids() {}

  static String machine(String name) {
    return MACHINE + name;
  }

  /** What runs of the cluster on a machine. */
  static String cluster(String machine) {
    return "cluster/" + machine;
  }

  /** A graphics card. */
  static String card(GpuNode node, Card card) {
    return GPU + "/" + node.host() + "/" + card.id();
  }

  static boolean isCard(String id) {
    return id.equals(GPU) || id.startsWith(GPU + "/");
  }

  static String system(Source source) {
    return "system/" + source.id();
  }

  static String namespace(String name) {
    return "namespace/" + name;
  }

  /** A namespace, as far as it is on one machine. */
  static String namespaceOn(String machine, String namespace) {
    return "namespace/" + namespace + "@" + machine;
  }

  static String of(Pod pod) {
    return "pod/" + pod.qualifiedName();
  }

  static String of(String kind, ClusterObject object) {
    return of(kind, object.namespace(), object.name());
  }

  static String of(String kind, String namespace, String name) {
    return kind.toLowerCase(Locale.ROOT) + "/" + namespace + "/" + name;
  }

  /** The namespace of an object, from its id. */
  static String namespaceIn(String id) {
    return id.substring(id.indexOf('/') + 1, id.lastIndexOf('/'));
  }

  /** The kind of an object, from its id. */
  static String kindIn(String id) {
    return id.substring(0, id.indexOf('/'));
  }

  /** A host's name, from its id; {@code *} for any. */
  static String nameOfHost(String id) {
    return id.substring("host/".length());
  }

  /** The last part of an id. */
  static String nameIn(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  static String endpoints(String service) {
    return "endpoints/" + namespaceIn(service) + "/" + nameIn(service);
  }

  static String host(String host) {
    return "host/" + (host.isEmpty() ? "*" : host);
  }

  static String entrance(String program) {
    return ENTRANCE + "/" + program;
  }

  static String edge(String from, String to) {
    return from + ">" + to;
  }
}
