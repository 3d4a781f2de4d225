package net.pesulabs.console.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A copy of a kubeconfig that reaches its server through a {@link FaultyLink}; the server's
 * certificate is still verified, for its own name. Lives in a folder only this user can read.
 */
public final class LinkedKubeconfig {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> FILES =
      List.of("certificate-authority", "client-certificate", "client-key", "tokenFile");

  private final Path original;
  private final String context;
  private final Path copy;
  private final URI server;

  /**
   * Reads the original.
   *
   * @param context empty for the current one
   * @throws IOException where it cannot be read or names no server
   */
  public LinkedKubeconfig(Path original, String context, Path folder) throws IOException {
    this.original = original;
    this.context = context;
    this.copy = folder.resolve("kubeconfig");
    this.server = URI.create(cluster(YAML.readTree(original.toFile())).path("server").asText());
    if (server.getHost() == null) {
      throw new IOException("no server in " + original);
    }
  }

  /** Where its server is. */
  public InetSocketAddress server() {
    int port =
        server.getPort() > 0 ? server.getPort() : server.getScheme().equals("http") ? 80 : 443;
    return new InetSocketAddress(server.getHost(), port);
  }

  /** Writes the copy as the original is now; whole or not at all. */
  public Path write(int port) throws IOException {
    JsonNode config = YAML.readTree(original.toFile());
    ObjectNode cluster = cluster(config);
    String path = server.getRawPath() == null ? "" : server.getRawPath();
    cluster.put("server", server.getScheme() + "://127.0.0.1:" + port + path);
    if (cluster.path("tls-server-name").asText().isEmpty()) {
      cluster.put("tls-server-name", server.getHost());
    }
    for (String field : FILES) {
      config.findParents(field).forEach(parent -> resolve((ObjectNode) parent, field));
    }
    Path next = copy.resolveSibling("kubeconfig.next");
    Files.write(next, YAML.writeValueAsBytes(config));
    Files.move(next, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return copy;
  }

  /** Paths in a kubeconfig are meant from where it lies. */
  private void resolve(ObjectNode parent, String field) {
    parent.put(
        field, original.toAbsolutePath().resolveSibling(parent.path(field).asText()).toString());
  }

  private ObjectNode cluster(JsonNode config) throws IOException {
    String wanted = context.isEmpty() ? config.path("current-context").asText() : context;
    String name = named(config.path("contexts"), wanted).at("/context/cluster").asText();
    if (named(config.path("clusters"), name).path("cluster") instanceof ObjectNode cluster) {
      return cluster;
    }
    throw new IOException("no cluster of the context " + wanted + " in " + original);
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode entry : list) {
      if (entry.path("name").asText().equals(name)) {
        return entry;
      }
    }
    return YAML.missingNode();
  }
}
