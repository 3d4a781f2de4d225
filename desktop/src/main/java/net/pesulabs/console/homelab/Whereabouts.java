package net.pesulabs.console.homelab;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Node;

/**
 * Which peer of the tailnet and which node of the cluster a machine of the profile is: the three
 * name it each in their own way.
 */
public record Whereabouts(Profile profile) {

  /**
   * The peer, or this laptop, that is the machine: by address, else name, else the LAN it routes.
   */
  public Optional<Tailnet.Peer> peer(Profile.Machine machine, Tailnet tailnet) {
    return Optional.of(machine.tailnetAddress())
        .filter(address -> !address.isEmpty())
        .flatMap(tailnet::byAddress)
        .or(() -> everyone(tailnet).filter(peer -> sameName(machine, peer.name())).findFirst())
        .or(() -> everyone(tailnet).filter(peer -> routesHome(machine, peer)).findFirst());
  }

  /** The node that is the machine: by name, else by an address of it. */
  public Optional<Node> node(Profile.Machine machine, Collection<Node> nodes) {
    return nodes.stream()
        .filter(node -> sameName(machine, node.name()))
        .findFirst()
        .or(() -> nodes.stream().filter(node -> sharesAddress(machine, node)).findFirst());
  }

  /**
   * The machine that serves a URL of the profile; where the URL does not tell, as through a tunnel,
   * the one whose role it is.
   */
  public Optional<Profile.Machine> serving(String url, Profile.Role role) {
    return host(url).flatMap(this::machineAt).or(() -> profile.machine(role));
  }

  /** The machine that a way leads to; of a tunnel or a name, the one whose role it is. */
  public Optional<Profile.Machine> behind(Way way) {
    Profile.Role role =
        switch (way.system()) {
          case TAILNET, GATEWAY -> Profile.Role.GATEWAY;
          case CLUSTER -> Profile.Role.SERVICES;
          case GPU, MODEL -> Profile.Role.COMPUTE;
        };
    return serving(way.latency().origin().address(), role);
  }

  private Optional<Profile.Machine> machineAt(String host) {
    return profile.machines().stream()
        .filter(machine ->
            host.equals(machine.lanAddress())
                || host.equals(machine.tailnetAddress())
                || sameName(machine, host))
        .findFirst();
  }

  private boolean routesHome(Profile.Machine machine, Tailnet.Peer peer) {
    return machine.role() == Profile.Role.GATEWAY
        && !profile.lan().isEmpty()
        && peer.routes().contains(profile.lan());
  }

  private static boolean sharesAddress(Profile.Machine machine, Node node) {
    return Stream.of(machine.lanAddress(), machine.tailnetAddress())
        .anyMatch(address -> !address.isEmpty() && node.internalIps().contains(address));
  }

  /** Equal up to the first dot: one may be told with its domain, the other without. */
  private static boolean sameName(Profile.Machine machine, String name) {
    return shortName(machine.name()).equalsIgnoreCase(shortName(name));
  }

  private static String shortName(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static Stream<Tailnet.Peer> everyone(Tailnet tailnet) {
    return Stream.concat(Stream.ofNullable(tailnet.self()), tailnet.peers().stream());
  }

  /** Empty for what is no URL: the settings say so, not the map. */
  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
