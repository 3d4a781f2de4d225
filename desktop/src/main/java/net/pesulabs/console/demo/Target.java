package net.pesulabs.console.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a path of the API names; a part it does not name is empty.
 *
 * @param sub the subresource, such as {@code log}
 */
record Target(Resource resource, String namespace, String name, String sub) {

  /** Reads {@code /api/v1/…} and {@code /apis/GROUP/VERSION/…}; empty for what is not served. */
  static Optional<Target> of(String path) {
    List<String> parts = Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    if (parts.size() >= 3 && parts.getFirst().equals("api")) {
      return of("", parts.get(1), parts.subList(2, parts.size()));
    }
    if (parts.size() >= 4 && parts.getFirst().equals("apis")) {
      return of(parts.get(1), parts.get(2), parts.subList(3, parts.size()));
    }
    return Optional.empty();
  }

  private static Optional<Target> of(String group, String version, List<String> rest) {
    boolean namespaced = rest.getFirst().equals("namespaces") && rest.size() >= 3;
    List<String> own = namespaced ? rest.subList(2, rest.size()) : rest;
    if (own.size() > 3) {
      return Optional.empty();
    }
    String namespace = namespaced ? rest.get(1) : "";
    return Resource.find(group, version, own.getFirst())
        // A cluster-wide kind has no namespaced path; a namespaced one is named within one.
        .filter(resource ->
            namespaced ? resource.namespaced() : !resource.namespaced() || own.size() == 1)
        .map(resource -> new Target(resource, namespace, part(own, 1), part(own, 2)));
  }

  /**
   * The namespace that rights are asked for in: a namespace lies within itself, as in the request
   * info of kube-apiserver. Empty for the whole cluster.
   */
  String scope() {
    return resource == Resource.NAMESPACES ? name : namespace;
  }

  ObjectStore.Key key() {
    return new ObjectStore.Key(resource, namespace, name);
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }
}
