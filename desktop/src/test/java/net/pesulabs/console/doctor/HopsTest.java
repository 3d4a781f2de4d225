package net.pesulabs.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.pesulabs.console.doctor.ClusterProbe.Access;
import net.pesulabs.console.doctor.ClusterProbe.Login;
import net.pesulabs.console.doctor.ClusterProbe.LoginKind;
import net.pesulabs.console.doctor.ClusterProbe.NodeSight;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.LaptopProbe.Dial;
import net.pesulabs.console.doctor.LaptopProbe.Dns;
import net.pesulabs.console.doctor.LaptopProbe.Link;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pretend homelab cannot pretend, each with the hop and the words that name it. */
class HopsTest {

  private static Arguments fault(
      String name,
      Consumer<FakeHouse> fault,
      Target target,
      String hop,
      Healer who,
      String english,
      String spanish) {
    return argumentSet(name, fault, target, hop, who, english, spanish);
  }

  private static void onlyTailnet(FakeHouse house) {
    house.dials.put(FakeHouse.LAN, Dial.NO_ANSWER);
    house.links.clear();
    house.links.add(new Link("wlan0", "10.1.2.3", 24));
  }

  private static void gpu(FakeHouse house, String url) {
    house.profile = new Profile("", "", List.of(), "", "", url, "http://127.0.0.1:1", "");
  }

  private static void trouble(FakeHouse house, TailscaleProbe.Trouble trouble) {
    house.tailscale = TailscaleProbe.Sight.of(trouble, Msg.tailnetSourceMacApp());
  }

  private static void state(FakeHouse house, Tailnet.State state) {
    house.tailscale = TailscaleProbe.Sight.of(FakeHouse.tailnet(state));
  }

  private static TlsSight shown(TlsSight.Kind kind) {
    return new TlsSight(
        kind, Instant.parse("2026-12-24T12:00:00Z"), List.of("10.0.0.1"), "CN=somebody");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "no address from the network",
            house -> house.links = List.of(new Link("eth0", "169.254.3.4", 16)),
            Target.GATEWAY,
            "network-up",
            Healer.YOU,
            "This computer is connected (eth0), but the network gave it no address.",
            "Este equipo está conectado (eth0), pero la red no le ha dado ninguna dirección."),
        fault(
            "tailscale missing",
            house -> trouble(house, TailscaleProbe.Trouble.NOT_INSTALLED),
            Target.TAILNET,
            "tailscale-installed",
            Healer.YOU,
            "Tailscale is not installed on this computer.",
            "Tailscale no está instalado en este equipo."),
        fault(
            "the app of macOS has no command line",
            house -> trouble(house, TailscaleProbe.Trouble.MAC_APP),
            Target.TAILNET,
            "tailscale-running",
            Healer.YOU,
            "choose “Install CLI” in its settings",
            "elige «Install CLI» en sus ajustes"),
        fault(
            "tailscale of another user",
            house -> state(house, Tailnet.State.OTHER_USER),
            Target.TAILNET,
            "tailscale-logged-in",
            Healer.YOU,
            "Another user of this computer is using Tailscale.",
            "Otro usuario de este equipo está usando Tailscale."),
        fault(
            "tailscale starting",
            house -> state(house, Tailnet.State.STARTING),
            Target.TAILNET,
            "tailscale-running",
            Healer.TIME,
            "Tailscale is just starting.",
            "Tailscale está arrancando."),
        fault(
            "away from home without tailscale",
            house -> {
              onlyTailnet(house);
              state(house, Tailnet.State.STOPPED);
            },
            Target.GPU,
            "tailscale-running",
            Healer.YOU,
            "Tailscale is switched off on this computer.",
            "Tailscale está desconectado en este equipo."),
        fault(
            "a firewall towards the tailnet",
            house -> {
              onlyTailnet(house);
              house.dials.put(FakeHouse.TAILNET, Dial.NO_ANSWER);
            },
            Target.GPU,
            "port-open",
            Healer.ADMIN,
            "100.86.122.109:9100 does not answer at all.",
            "100.86.122.109:9100 no da ninguna respuesta."),
        fault(
            "the machine is off, seen from home",
            house -> {
              house.dials.put("192.168.8.20", Dial.NO_ANSWER);
              house.tailscale =
                  TailscaleProbe.Sight.of(
                      new Tailnet(
                          Tailnet.State.UP,
                          "1",
                          null,
                          List.of(FakeHouse.peer("asuna", "100.81.76.55", Tailnet.Path.OFFLINE)),
                          List.of()));
              house.dials.put("100.81.76.55", Dial.NO_ANSWER);
            },
            Target.CLUSTER,
            "port-open",
            Healer.SOMEBODY_AT_HOME,
            "192.168.8.20:6443 does not answer at all.",
            "192.168.8.20:6443 no da ninguna respuesta."),
        fault(
            "no route",
            house -> {
              house.access = new Access.Usable("https://203.0.113.9:6443", false);
              house.dials.put("203.0.113.9", Dial.NO_ROUTE);
            },
            Target.CLUSTER,
            "port-open",
            Healer.ADMIN,
            "There is no way from this computer to 203.0.113.9:6443.",
            "No hay camino desde este equipo hasta 203.0.113.9:6443."),
        fault(
            "a name nobody knows",
            house -> gpu(house, "http://gpu.example.net:9100/metrics"),
            Target.GPU,
            "dns",
            Healer.YOU,
            "This computer does not find the name gpu.example.net.",
            "Este equipo no encuentra el nombre gpu.example.net."),
        fault(
            "clock of the laptop is wrong",
            house -> house.tls = shown(TlsSight.Kind.NOT_YET),
            Target.CLUSTER,
            "tls-trusted",
            Healer.YOU,
            "is only valid from 2026-12-24 on; this computer thinks that today is 2026-11-23.",
            "solo vale a partir del 2026-12-24; este equipo cree que hoy es 2026-11-23."),
        fault(
            "plain HTTP where https is written",
            house -> house.tls = TlsSight.without(TlsSight.Kind.NOT_TLS),
            Target.CLUSTER,
            "tls-trusted",
            Healer.ADMIN,
            "answers without encryption, though its address says https://.",
            "responde sin cifrado, aunque su dirección dice https://."),
        fault(
            "it hangs up in the handshake",
            house -> house.tls = TlsSight.without(TlsSight.Kind.CUT_OFF),
            Target.CLUSTER,
            "tls-trusted",
            Healer.ADMIN,
            "hangs up before it shows a certificate.",
            "cuelga antes de mostrar un certificado."),
        fault(
            "an exporter with a certificate of its own",
            house -> {
              gpu(house, "https://127.0.0.1:9100/metrics");
              house.tls = shown(TlsSight.Kind.UNTRUSTED);
            },
            Target.GPU,
            "tls-trusted",
            Healer.ADMIN,
            "This computer does not trust who issued the certificate of 127.0.0.1:9100.",
            "Este equipo no se fía de quien emitió el certificado de 127.0.0.1:9100."),
        fault(
            "no kubeconfig",
            house ->
                house.access = new Access.Unusable(Msg.kubeconfigMissing("~/.kube/config"), false),
            Target.CLUSTER,
            "settings",
            Healer.YOU,
            "There is no kubeconfig at ~/.kube/config.",
            "No hay ningún kubeconfig en ~/.kube/config."),
        fault(
            "client certificate expired",
            house ->
                house.access =
                    new Access.Unusable(
                        Msg.kubeconfigCertificateExpired("config", "2026-01-01"), true),
            Target.CLUSTER,
            "credentials-accepted",
            Healer.ADMIN,
            "The client certificate in the kubeconfig config expired on 2026-01-01.",
            "config"),
        fault(
            "login program missing",
            house ->
                house.login =
                    new Login(LoginKind.UNOBTAINABLE, "", Msg.kubeconfigExecNotFound("kubelogin")),
            Target.CLUSTER,
            "credentials-accepted",
            Healer.YOU,
            "The login program “kubelogin” that the kubeconfig names could not be started.",
            "kubelogin"),
        fault(
            "a kubeconfig without a login",
            house -> house.login = new Login(LoginKind.NONE, "", null),
            Target.CLUSTER,
            "credentials-accepted",
            Healer.ADMIN,
            "The kubeconfig has nothing to log in with.",
            "El kubeconfig no tiene nada con lo que acceder."),
        fault(
            "the API asks for patience",
            house -> house.unanswered = new Unanswered(Msg.clusterSourceBusy("503"), false),
            Target.CLUSTER,
            "credentials-accepted",
            Healer.ADMIN,
            "The cluster asks for patience",
            "503"),
        fault(
            "a node not ready",
            house ->
                house.nodes =
                    List.of(new NodeSight("asuna", true), new NodeSight("pesubuntu", false)),
            Target.CLUSTER,
            "nodes-ready",
            Healer.ADMIN,
            "Kubernetes says that this node is not ready: pesubuntu.",
            "Kubernetes dice que este nodo no está listo: pesubuntu."),
        fault(
            "a cluster without nodes",
            house -> house.nodes = List.of(),
            Target.CLUSTER,
            "nodes-ready",
            Healer.ADMIN,
            "The cluster has no nodes.",
            "El clúster no tiene ningún nodo."),
        fault(
            "nothing at that path",
            house ->
                house.exporter = new ExporterProbe.Sight(ExporterProbe.State.NOT_FOUND, null, null),
            Target.GPU,
            "exporter-answers",
            Healer.YOU,
            "answers, but has no metrics at that path (404).",
            "responde, pero en esa ruta no hay métricas (404)."),
        fault(
            "an exporter with a password",
            house ->
                house.exporter =
                    new ExporterProbe.Sight(ExporterProbe.State.NEEDS_LOGIN, null, null),
            Target.GPU,
            "exporter-answers",
            Healer.ADMIN,
            "asks for a user and a password, which this console does not send.",
            "pide usuario y contraseña, y esta consola no los envía."),
        fault(
            "an exporter with TLS behind http",
            house ->
                house.exporter =
                    new ExporterProbe.Sight(ExporterProbe.State.NEEDS_HTTPS, null, null),
            Target.GPU,
            "exporter-answers",
            Healer.YOU,
            "wants https:// and not http://.",
            "quiere https:// y no http://."),
        fault(
            "the collector fails",
            house ->
                house.exporter =
                    new ExporterProbe.Sight(ExporterProbe.State.COLLECTOR_FAILED, null, null),
            Target.GPU,
            "drm-collector-on",
            Healer.ADMIN,
            "The collector for graphics cards (drm) is on, but fails.",
            "El recolector de tarjetas gráficas (drm) está activado, pero falla."),
        fault(
            "a router of models with none",
            house -> house.model = new ModelProbe.Sight(ModelProbe.State.NO_MODEL, null, null),
            Target.MODEL,
            "model-loaded",
            Healer.ADMIN,
            "The model server runs, but has no model.",
            "El servidor está en marcha, pero no tiene ningún modelo."),
        fault(
            "something else at the model's port",
            house -> house.model = new ModelProbe.Sight(ModelProbe.State.NOT_LLAMA, null, null),
            Target.MODEL,
            "model-server-answers",
            Healer.YOU,
            "answers, but what answers is not llama-server.",
            "responde, pero lo que responde no es llama-server."),
        fault(
            "the router has no way to the names",
            house -> house.dns = Dns.FAILED,
            Target.GATEWAY,
            "gateway-dns",
            Healer.ADMIN,
            "The DNS of the router answers, but cannot find out pesulabs.net.",
            "El DNS del router responde, pero no consigue averiguar pesulabs.net."),
        fault(
            "the router says its line is down",
            house -> house.lineUp = false,
            Target.GATEWAY,
            "internet-up",
            Healer.SOMEBODY_AT_HOME,
            "The router says that its line outside does not work.",
            "El router dice que su línea hacia fuera no funciona."));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesTheFirstBrokenHop(
      Consumer<FakeHouse> fault,
      Target target,
      String hop,
      Healer who,
      String english,
      String spanish)
      throws InterruptedException {
    var house = new FakeHouse();
    fault.accept(house);

    Path path = house.path(target);

    Hop broken = path.firstBroken().orElseGet(() -> fail("nothing broken: " + path));
    assertThat(broken.id().id()).isEqualTo(hop);
    assertThat(broken.text().in(Language.EN)).contains(english);
    assertThat(broken.text().in(Language.ES)).contains(spanish);
    assertThat(broken.fix()).isNotNull();
    assertThat(broken.fix().who()).isEqualTo(who);
  }

  @Test
  void findsNothingInAHouseThatIsWell() throws InterruptedException {
    assertThat(new FakeHouse().examine().paths())
        .extracting(Path::state)
        .containsOnly(Path.State.OK);
  }

  @Test
  void aWayThatOnlyAHomeHasIsNoFaultOfTheOther() throws InterruptedException {
    var house = new FakeHouse();
    onlyTailnet(house);

    Path path = house.path(Target.GPU);

    assertThat(path.state()).isEqualTo(Path.State.OK);
    assertThat(path.notes())
        .extracting(note -> note.in(Language.EN))
        .last()
        .asString()
        .contains("home network", "because this computer is not on the home network");
  }

  @Test
  void aCertificateThatLacksTheTailnetIsCuredWithTlsSan() throws InterruptedException {
    var house = new FakeHouse();
    house.access = new Access.Usable("https://100.81.76.55:6443", false);
    house.dials.put("192.168.8.20", Dial.REFUSED);
    house.tlsAt.put("100.81.76.55", shown(TlsSight.Kind.WRONG_NAME));

    Hop broken = house.path(Target.CLUSTER).firstBroken().orElseThrow();

    assertThat(broken.fix().how().in(Language.EN)).contains("tls-san");
    assertThat(broken.fix().commands().getFirst().lines())
        .contains("tls-san+:", "100.81.76.55", "/etc/rancher/k3s/config.yaml.d", "restart k3s");
    assertThat(broken.fix().commands().getFirst().where().in(Language.ES)).isEqualTo("En asuna:");
  }

  @Test
  void anOfflinePeerThatAnswersIsNotOffline() throws InterruptedException {
    var house = new FakeHouse();
    onlyTailnet(house);
    house.tailscale =
        TailscaleProbe.Sight.of(
            new Tailnet(
                Tailnet.State.UP,
                "1",
                null,
                List.of(FakeHouse.peer("pesubuntu", FakeHouse.TAILNET, Tailnet.Path.OFFLINE)),
                List.of()));

    assertThat(house.path(Target.GPU).state()).isEqualTo(Path.State.OK);
  }

  @Test
  void whatIsNotSetUpIsNeitherRightNorWrong() throws InterruptedException {
    var house = new FakeHouse();
    house.profile = new Profile("", "", List.of(), "", "", "", "", "");

    Path path = house.path(Target.MODEL);

    assertThat(path.state()).isEqualTo(Path.State.NOT_SET_UP);
    assertThat(path.hops()).extracting(Hop::state).containsOnly(Hop.State.SKIPPED);
    assertThat(house.examine().verdict()).isEqualTo(Examination.Verdict.OK);
  }

  @Test
  void aSilentTailscaleIsUnknownAndNotBroken() throws InterruptedException {
    var house = new FakeHouse();
    house.tailscale =
        TailscaleProbe.Sight.of(
            TailscaleProbe.Trouble.NOT_UNDERSTOOD, Msg.tailnetSourceNotUnderstood());

    Path path = house.path(Target.TAILNET);

    assertThat(path.state()).isEqualTo(Path.State.UNKNOWN);
    assertThat(path.firstBroken()).isEmpty();
  }

  @Test
  void showsTheCommandsOfThisSystem() throws InterruptedException {
    var house = new FakeHouse();
    state(house, Tailnet.State.STOPPED);
    var lines = new java.util.EnumMap<Os, String>(Os.class);
    for (Os os : Os.values()) {
      house.os = os;
      Fix fix = house.path(Target.TAILNET).firstBroken().orElseThrow().fix();
      lines.put(os, fix.commands().getFirst().lines());
    }

    assertThat(lines)
        .containsEntry(Os.LINUX, "sudo tailscale up")
        .containsEntry(Os.WINDOWS, "& \"$env:ProgramFiles\\Tailscale\\tailscale.exe\" up")
        .containsEntry(Os.MACOS, "/Applications/Tailscale.app/Contents/MacOS/Tailscale up");
  }

  @Test
  void switchesTheCollectorOnInBothKindsOfInstallation() throws InterruptedException {
    var house = new FakeHouse();
    house.exporter = new ExporterProbe.Sight(ExporterProbe.State.COLLECTOR_OFF, null, null);

    Fix fix = house.path(Target.GPU).firstBroken().orElseThrow().fix();

    assertThat(fix.commands())
        .extracting(Fix.Command::lines)
        .allMatch(lines -> lines.contains("--collector.drm"))
        .anyMatch(lines -> lines.contains("/etc/default/prometheus-node-exporter"))
        .anyMatch(lines -> lines.contains("docker run"));
  }
}
