package net.pesulabs.console.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.Rows;
import net.pesulabs.console.doctor.ClusterProbe.Access;
import net.pesulabs.console.doctor.ClusterProbe.Login;
import net.pesulabs.console.doctor.ClusterProbe.LoginKind;
import net.pesulabs.console.doctor.ClusterProbe.NodeSight;
import net.pesulabs.console.doctor.ClusterProbe.Readiness;
import net.pesulabs.console.doctor.ClusterProbe.Right;
import net.pesulabs.console.doctor.LaptopProbe.Dial;
import net.pesulabs.console.doctor.LaptopProbe.Dialled;
import net.pesulabs.console.doctor.LaptopProbe.Dns;
import net.pesulabs.console.doctor.LaptopProbe.Link;
import net.pesulabs.console.doctor.LaptopProbe.Links;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Tailnet;
import org.jspecify.annotations.Nullable;

/** A house in which all is well and a laptop at home in it, until a test breaks something. */
final class FakeHouse {

  static final String LAN = "192.168.8.129";
  static final String TAILNET = "100.86.122.109";

  Profile profile = Profile.example();
  List<Link> links = new ArrayList<>(List.of(new Link("wlan0", "192.168.8.77", 24)));
  final Map<String, Dial> dials = new HashMap<>();
  final Map<String, List<String>> names = new HashMap<>(Map.of("pesulabs.net", List.of("1.2.3.4")));
  Dns dns = Dns.ANSWERED;
  @Nullable Boolean lineUp;
  TailscaleProbe.Sight tailscale = TailscaleProbe.Sight.of(tailnet(Tailnet.State.UP));
  Access access = new Access.Usable("https://192.168.8.20:6443", false);
  TlsSight tls = new TlsSight(TlsSight.Kind.TRUSTED, Instant.EPOCH, List.of(), "");
  final Map<String, TlsSight> tlsAt = new HashMap<>();
  Login login = new Login(LoginKind.ACCEPTED, "v1.36.2", null);
  Readiness readiness = new Readiness(true, List.of());
  List<NodeSight> nodes = List.of(new NodeSight("asuna", true), new NodeSight("pesubuntu", true));
  @Nullable Unanswered unanswered;
  ExporterProbe.Sight exporter =
      new ExporterProbe.Sight(
          ExporterProbe.State.CARDS,
          new GpuNode("pesubuntu", List.of(Rows.card("card1", GpuNode.CardState.IDLE, 1.0, 1, 2))),
          null);
  ModelProbe.Sight model = new ModelProbe.Sight(ModelProbe.State.READY, "qwen", null);
  Os os = Os.LINUX;

  static Tailnet tailnet(Tailnet.State state) {
    return new Tailnet(
        state,
        "1.102.3",
        null,
        List.of(
            peer("asuna", "100.81.76.55", Tailnet.Path.DIRECT),
            peer("pesubuntu", TAILNET, Tailnet.Path.DIRECT)),
        List.of());
  }

  static Tailnet.Peer peer(String name, String address, Tailnet.Path path) {
    return new Tailnet.Peer(
        name, "linux", List.of(address), path, null, null, false, false, List.of());
  }

  /** What comes of examining it. */
  Examination examine() throws InterruptedException {
    return new Doctor(this::house, new MovableClock()).examine(step -> {});
  }

  Path path(Target target) throws InterruptedException {
    return examine().paths().stream()
        .filter(path -> path.target() == target)
        .findFirst()
        .orElseThrow();
  }

  private House house() {
    return new House(
        profile,
        new Laptop(),
        () -> tailscale,
        new Cluster(),
        url -> exporter,
        url -> model,
        lineUp,
        os);
  }

  private final class Laptop implements LaptopProbe {
    @Override
    public Links links() {
      return new Links(links, !links.isEmpty());
    }

    @Override
    public List<String> lookup(String host) {
      return names.getOrDefault(host, List.of());
    }

    @Override
    public Dialled dial(String host, int port, Duration limit) {
      Dial dial = dials.getOrDefault(host, Dial.OPEN);
      return new Dialled(dial, dial == Dial.OPEN ? Duration.ofMillis(3) : null);
    }

    @Override
    public Dns ask(String server, int port, String name, Duration limit) {
      return dns;
    }

    @Override
    public TlsSight tls(String host, int port, Duration limit) {
      return tlsAt.getOrDefault(host, tls);
    }
  }

  private final class Cluster implements ClusterProbe {
    @Override
    public Access access() {
      return access;
    }

    @Override
    public TlsSight tls(String server) {
      return tlsAt.getOrDefault(java.net.URI.create(server).getHost(), tls);
    }

    @Override
    public Login login(String server) throws Unanswered {
      if (unanswered != null) {
        throw unanswered;
      }
      return login;
    }

    @Override
    public Set<Right> missing(String server, List<Right> wanted) {
      return Set.of();
    }

    @Override
    public Readiness readiness(String server) {
      return readiness;
    }

    @Override
    public List<NodeSight> nodes(String server) {
      return nodes;
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
