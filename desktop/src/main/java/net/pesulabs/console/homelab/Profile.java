package net.pesulabs.console.homelab;

import java.util.List;
import java.util.Optional;

/**
 * Which homelab this is and where its systems are found. Everything here is a setting; the program
 * knows no address of its own but the ones of {@link #example()}.
 *
 * @param name what the family calls it
 * @param lan the home network, in CIDR notation
 * @param kubeconfig path of the kubeconfig; empty for the one kubectl would use
 * @param context its context; empty for the current one
 * @param gpuUrl metrics URL of the exporter on the machine with the graphics card
 * @param modelUrl base URL of llama-server
 * @param tailscale path of the tailscale program; empty to look for it
 */
public record Profile(
    String name,
    String lan,
    List<Machine> machines,
    String kubeconfig,
    String context,
    String gpuUrl,
    String modelUrl,
    String tailscale) {

  /**
   * A machine of the house.
   *
   * @param lanAddress its address at home; empty where it has none
   * @param tailnetAddress its Tailscale address; empty where it has none
   */
  public record Machine(String name, Role role, String lanAddress, String tailnetAddress) {}

  /** What a machine is there for. */
  public enum Role {
    GATEWAY,
    SERVICES,
    COMPUTE
  }

  public Profile {
    machines = List.copyOf(machines);
  }

  /** The homelab this program was first written for: what a new profile starts from. */
  public static Profile example() {
    return new Profile(
        "Pesulabs",
        "192.168.8.0/24",
        List.of(
            new Machine("GL-MT2500", Role.GATEWAY, "192.168.8.1", ""),
            new Machine("asuna", Role.SERVICES, "192.168.8.20", "100.81.76.55"),
            new Machine("pesubuntu", Role.COMPUTE, "192.168.8.129", "100.86.122.109")),
        "",
        "",
        "http://100.86.122.109:9100/metrics",
        "http://100.86.122.109:8080",
        "");
  }

  public Optional<Machine> machine(Role role) {
    return machines.stream().filter(machine -> machine.role() == role).findFirst();
  }
}
