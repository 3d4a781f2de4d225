package net.pesulabs.console.homelab;

import java.util.List;
import java.util.Optional;

/**
 * Which homelab this is and where its systems are found. Everything here is a setting; the program
 * knows no address of its own but the ones of {@link #example()}.
 *
 * @param name what the family calls it
 * @param lan the home network, in CIDR notation
 * @param domain under which its web pages are found, such as {@code pesulabs.net}; empty for none
 * @param gpu the machine with the graphics card
 * @param model llama-server
 * @param tailscale path of the tailscale program; empty to look for it
 */
public record Profile(
    String name,
    String lan,
    String domain,
    List<Machine> machines,
    ClusterAccess cluster,
    Gpu gpu,
    Endpoint model,
    Gateway gateway,
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

  /**
   * How the cluster is reached.
   *
   * @param kubeconfig path of the kubeconfig; empty for the one kubectl would use
   * @param context its context; empty for the current one
   * @param also further URLs of the same API server
   */
  public record ClusterAccess(String kubeconfig, String context, List<String> also) {
    public ClusterAccess {
      also = List.copyOf(also);
    }
  }

  /**
   * Where a system answers over HTTP.
   *
   * @param url empty where there is no such system
   * @param also further URLs of the same system
   */
  public record Endpoint(String url, List<String> also) {
    public Endpoint {
      also = List.copyOf(also);
    }

    /** A system with one URL. */
    public static Endpoint at(String url) {
      return new Endpoint(url, List.of());
    }
  }

  /**
   * The machine with the graphics card, and what is known of the card beforehand.
   *
   * @param exporter where its figures are told
   * @param prometheus a Prometheus server that keeps those figures over time; one without URL where
   *     there is none
   * @param card what its maker calls the card; empty where nobody has said
   * @param gigabytesPerSecond how fast the card's memory is, as a number; empty to go by the card's
   *     name
   */
  public record Gpu(
      Endpoint exporter, Endpoint prometheus, String card, String gigabytesPerSecond) {

    /** A card of which nothing is known but where it is. */
    public static Gpu at(String url) {
      return new Gpu(Endpoint.at(url), Endpoint.at(""), "", "");
    }

    public Gpu withExporter(Endpoint other) {
      return new Gpu(other, prometheus, card, gigabytesPerSecond);
    }

    public Gpu withPrometheus(Endpoint other) {
      return new Gpu(exporter, other, card, gigabytesPerSecond);
    }

    public Gpu withCard(String name, String speed) {
      return new Gpu(exporter, prometheus, name, speed);
    }
  }

  /**
   * What the router tells beyond being there. The password of its account is no setting: it is kept
   * where the system keeps secrets.
   *
   * @param exporterUrl metrics URL of its exporter; empty for none
   * @param ubusUrl URL of ubus over HTTP; empty for none
   * @param user of ubus, one that may only read
   * @param door host and port to knock at, to see whether it is there; empty for the ports of the
   *     web at its addresses
   * @param dns host and port of its name server; empty for port 53 at its home address
   */
  public record Gateway(String exporterUrl, String ubusUrl, String user, String door, String dns) {
    public static final Gateway SILENT = new Gateway("", "", "");

    /** One with its doors where a router has them. */
    public Gateway(String exporterUrl, String ubusUrl, String user) {
      this(exporterUrl, ubusUrl, user, "", "");
    }
  }

  public Profile {
    machines = List.copyOf(machines);
  }

  /** A homelab each of whose systems has one address. */
  public Profile(
      String name,
      String lan,
      List<Machine> machines,
      String kubeconfig,
      String context,
      String gpuUrl,
      String modelUrl,
      String tailscale) {
    this(
        name,
        lan,
        "",
        machines,
        new ClusterAccess(kubeconfig, context, List.of()),
        Gpu.at(gpuUrl),
        Endpoint.at(modelUrl),
        Gateway.SILENT,
        tailscale);
  }

  /** The homelab this program was first written for: what a new profile starts from. */
  public static Profile example() {
    return new Profile(
        "Pesulabs",
        "192.168.8.0/24",
        "pesulabs.net",
        List.of(
            new Machine("GL-MT2500", Role.GATEWAY, "192.168.8.1", ""),
            new Machine("asuna", Role.SERVICES, "192.168.8.20", "100.81.76.55"),
            new Machine("pesubuntu", Role.COMPUTE, "192.168.8.129", "100.86.122.109")),
        new ClusterAccess("", "", List.of()),
        new Gpu(
            Endpoint.at("http://100.86.122.109:9100/metrics"),
            Endpoint.at(""),
            "Radeon RX 7800 XT",
            ""),
        Endpoint.at("http://100.86.122.109:8080"),
        Gateway.SILENT,
        "");
  }

  public Optional<Machine> machine(Role role) {
    return machines.stream().filter(machine -> machine.role() == role).findFirst();
  }

  /** Whether the house has such a system; one that it has not is neither well nor unwell. */
  public boolean has(Source system) {
    return switch (system) {
      case TAILNET, CLUSTER -> true;
      case GATEWAY -> machine(Role.GATEWAY).isPresent();
      case GPU -> !gpuUrl().isEmpty();
      case MODEL -> !modelUrl().isEmpty();
    };
  }

  public Profile withGpu(Gpu other) {
    return new Profile(name, lan, domain, machines, cluster, other, model, gateway, tailscale);
  }

  public String kubeconfig() {
    return cluster.kubeconfig();
  }

  public String context() {
    return cluster.context();
  }

  public String gpuUrl() {
    return gpu.exporter.url();
  }

  public String modelUrl() {
    return model.url();
  }
}
