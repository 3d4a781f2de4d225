package net.pesulabs.console.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.pesulabs.console.doctor.ClusterProbe.Access;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.GatewayHops.Door;
import net.pesulabs.console.doctor.PeerHops.Sought;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Routes;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.i18n.Msg;

/** Lays out the ways to each target of a house. For one examination. */
final class Planner {

  private static final String K3S =
      "sudo systemctl status k3s --no-pager\nsudo systemctl restart k3s";

  private final Facts facts;
  private final Profile profile;
  private final LaptopHops laptop;
  private final TailscaleHops tailscale;

  Planner(House house, Clock clock) {
    this.facts = new Facts(house, clock);
    this.profile = house.profile();
    this.laptop = new LaptopHops(facts);
    this.tailscale = new TailscaleHops(facts);
  }

  Doctor.Round round() {
    return new Doctor.Round(
        List.of(
            new Plan(Target.TAILNET, this::tailnet),
            new Plan(Target.CLUSTER, this::cluster),
            new Plan(Target.GPU, this::gpu),
            new Plan(Target.MODEL, this::model),
            new Plan(Target.GATEWAY, this::gateway)),
        () -> {
          facts.end();
          facts.house.cluster().close();
        });
  }

  private List<Lane> tailnet() {
    List<Sought> sought =
        profile.machines().stream()
            .filter(machine -> !machine.tailnetAddress().isEmpty())
            .map(machine -> new Sought(machine.name(), machine.tailnetAddress(), () -> false))
            .toList();
    var checks = new ArrayList<Check>();
    checks.add(laptop.network(Route.TAILNET));
    checks.addAll(tailscale.all());
    if (!sought.isEmpty()) {
      checks.addAll(new PeerHops(facts, sought).all());
    }
    return List.of(new Lane(Route.TAILNET, "", checks));
  }

  private List<Lane> cluster() {
    return switch (facts.house.cluster().access()) {
      case Access.Unusable unusable -> List.of(unusable(unusable));
      case Access.Usable usable -> {
        List<Address> addresses = Address.of(new Routes(profile).toCluster(usable.server()));
        yield usable.proxied()
            ? addresses.stream().limit(1).map(this::proxied).toList()
            : addresses.stream().map(this::cluster).toList();
      }
    };
  }

  private static Lane unusable(Access.Unusable unusable) {
    return Lanes.only(
        unusable.login() ? HopId.CREDENTIALS : HopId.SETTINGS,
        Verdict.broken(
            unusable.why(),
            unusable.login() ? Healer.ADMIN : Healer.YOU,
            unusable.login() ? Msg.doctorKubeconfigLoginFix() : Msg.doctorKubeconfigFix()));
  }

  private Lane cluster(Address address) {
    String machine = machine(address, Role.SERVICES);
    List<Check> checks = upTo(address, new PortHop(facts, machine, K3S), machine);
    if (address.tls()) {
      checks.add(
          new TlsHop(facts, machine).at(address, () -> facts.house.cluster().tls(address.url())));
    }
    checks.addAll(new ClusterHops(facts, address, machine).all());
    return new Lane(address.route(), address.shown(), checks);
  }

  /** Through a proxy nothing of the way can be tried but the whole of it. */
  private Lane proxied(Address address) {
    var checks = new ArrayList<Check>();
    checks.add(settings(address));
    checks.add(laptop.network(address.route()));
    checks.addAll(new ClusterHops(facts, address, machine(address, Role.SERVICES)).all());
    return new Lane(address.route(), address.shown(), checks);
  }

  private List<Lane> gpu() {
    return lanes(
        profile.gpuUrl(),
        new Routes(profile).toGpu(),
        address -> {
          String machine = machine(address, Role.COMPUTE);
          List<Check> checks =
              upToTls(address, new PortHop(facts, machine, ExporterCures.SERVICE), machine);
          checks.addAll(new GpuHops(facts, address, machine).all());
          return new Lane(address.route(), address.shown(), checks);
        });
  }

  private List<Lane> model() {
    return lanes(
        profile.modelUrl(),
        new Routes(profile).toModel(),
        address -> {
          String machine = machine(address, Role.COMPUTE);
          List<Check> checks =
              upToTls(address, new PortHop(facts, machine, ModelHops.SERVICE), machine);
          checks.addAll(new ModelHops(facts, address, machine).all());
          return new Lane(address.route(), address.shown(), checks);
        });
  }

  private List<Lane> gateway() {
    List<Lane> lanes =
        profile.machine(Role.GATEWAY).stream()
            .flatMap(gateway -> doors(gateway).map(door -> gateway(gateway, door)))
            .toList();
    return lanes.isEmpty() ? List.of(notSetUp()) : lanes;
  }

  private Stream<Door> doors(Machine gateway) {
    String told = profile.gateway().door();
    return told.isEmpty()
        ? Stream.of(gateway.lanAddress(), gateway.tailnetAddress())
            .filter(address -> !address.isEmpty())
            .map(Door::web)
        : Stream.of(Door.webOf(told));
  }

  private Lane gateway(Machine gateway, Door door) {
    var checks = new ArrayList<Check>();
    checks.add(laptop.network(door.route()));
    boolean tailnet = door.route() == Route.TAILNET;
    if (tailnet) {
      checks.addAll(tailscale.all());
      var sought = new Sought(gateway.name(), door.host(), () -> false);
      checks.addAll(new PeerHops(facts, List.of(sought)).all());
    }
    String told = profile.gateway().dns();
    Door dns = told.isEmpty() ? Door.dns(door.host()) : Door.dnsOf(told);
    checks.addAll(new GatewayHops(facts, gateway, door, tailnet ? null : dns).all());
    return new Lane(door.route(), door.shown(), checks);
  }

  private static List<Lane> lanes(String url, List<Origin> ways, Function<Address, Lane> lane) {
    if (url.isBlank()) {
      return List.of(notSetUp());
    }
    List<Address> all = Address.of(ways);
    if (all.isEmpty()) {
      return List.of(
          ways.stream().anyMatch(way -> way.route() == Route.API_PROXY)
              ? Lanes.untold(Msg.doctorThroughCluster())
              : Lanes.only(
                  HopId.SETTINGS,
                  Verdict.broken(
                      Msg.doctorSettingsBadAddress(),
                      Healer.YOU,
                      Msg.doctorSettingsBadAddressFix())));
    }
    return all.stream().map(lane).toList();
  }

  private static Lane notSetUp() {
    return Lanes.only(HopId.SETTINGS, Verdict.nothing(Msg.doctorNotSetUp()));
  }

  private List<Check> upToTls(Address address, PortHop port, String machine) {
    List<Check> checks = upTo(address, port, machine);
    if (address.tls()) {
      checks.add(
          new TlsHop(facts, null)
              .at(
                  address,
                  () -> facts.house.laptop().tls(address.host(), address.port(), Limits.TLS)));
    }
    return checks;
  }

  /** All hops that any system behind a TCP port has in common. */
  private List<Check> upTo(Address address, PortHop port, String machine) {
    var checks = new ArrayList<Check>();
    Route route = address.route();
    checks.add(settings(address));
    checks.add(laptop.network(route));
    if (route == Route.TAILNET) {
      checks.addAll(tailscale.all());
    }
    if (address.isName()) {
      checks.add(laptop.dns(address.host()));
    }
    if (route == Route.TAILNET) {
      var sought = new Sought(machine, address.host(), () -> port.isOpen(address));
      checks.addAll(new PeerHops(facts, List.of(sought)).all());
    }
    checks.add(port.at(address));
    return checks;
  }

  private static Check settings(Address address) {
    return Check.vital(
        HopId.SETTINGS, Limits.LOCAL, () -> Verdict.ok(Msg.doctorSettings(address.shown())));
  }

  private String machine(Address address, Role role) {
    return new Whereabouts(profile)
        .serving(address.url(), role)
        .map(Machine::name)
        .orElse(address.host());
  }
}
