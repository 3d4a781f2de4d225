package net.pesulabs.console.source.kubernetes;

import java.util.function.Function;
import net.pesulabs.console.homelab.Node;
import net.pesulabs.console.homelab.Pod;

/**
 * A kind of object that can be followed.
 *
 * @param name the plural, as in RBAC rules
 * @param path of its list over all namespaces
 */
record Resource<T>(String name, String path, Item.Parser<T> parser, Function<T, String> uidOf) {

  static final Resource<Pod> PODS =
      new Resource<>("pods", "/api/v1/pods", new PodParser(), Pod::uid);

  static final Resource<Node> NODES =
      new Resource<>("nodes", "/api/v1/nodes", new NodeParser(), Node::uid);
}
