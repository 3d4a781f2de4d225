package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.demo.Fault;
import net.pesulabs.console.demo.PretendHomelab;
import net.pesulabs.console.doctor.Doctor;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Examination.Verdict;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.doctor.Path;
import net.pesulabs.console.doctor.Target;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.i18n.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor names each fault of the pretend homelab: where it is and what it is, in words. */
class DoctorFaultsTest {

  /** Long enough for Kubernetes to give a node up. */
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private static final MovableClock CLOCK = new MovableClock(Instant.now());
  private static PretendHomelab house;

  @BeforeAll
  static void start() {
    house = PretendHomelab.start(Set.of(), CLOCK);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Examination examine(Profile profile) throws InterruptedException {
    var doctor =
        new Doctor(
            () -> DoctorWiring.house(profile, Optional.of(house.laptop()), null, CLOCK), CLOCK);
    return doctor.examine(step -> {});
  }

  private static Path path(Examination examination, String target) {
    return examination.paths().stream()
        .filter(path -> path.target().id().equals(target))
        .findFirst()
        .orElseGet(() -> fail("no path " + target));
  }

  @Test
  void findsNothingWhereNothingIsWrong() throws InterruptedException {
    Examination examination = examine(house.profile());

    assertThat(examination.paths())
        .extracting(Path::target)
        .containsExactlyInAnyOrder(Target.values());
    assertThat(examination.paths()).extracting(Path::state).containsOnly(Path.State.OK);
    assertThat(examination.verdict()).isEqualTo(Verdict.OK);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
network-down         | tailnet | network-up           | UNREACHABLE | This computer is not connected to any network. | Este equipo no está conectado a ninguna red.
tailnet-service-down | tailnet | tailscale-running    | UNREACHABLE | Tailscale is installed, but its service is not running. | Tailscale está instalado, pero su servicio no está en marcha.
tailnet-stopped      | tailnet | tailscale-running    | UNREACHABLE | Tailscale is switched off on this computer. | Tailscale está desconectado en este equipo.
tailnet-logged-out   | tailnet | tailscale-logged-in  | UNREACHABLE | Nobody is logged in to Tailscale on this computer. | Nadie ha iniciado sesión en Tailscale en este equipo.
tailnet-key-expired  | tailnet | tailscale-key        | UNREACHABLE | The Tailscale key of this computer has expired. | La clave de Tailscale de este equipo ha caducado.
tailnet-unapproved   | tailnet | tailscale-approved   | UNREACHABLE | This computer waits for its approval in the tailnet. | Este equipo espera a que lo aprueben en la tailnet.
tailnet-cut-off      | tailnet | tailscale-connected  | UNREACHABLE | Tailscale is running, but does not reach its control server. | Tailscale está en marcha, pero no llega a su servidor de control.
peer-missing         | tailnet | peer-known           | UNREACHABLE | pesubuntu (100.86.122.109) is not in the tailnet of this computer. | pesubuntu (100.86.122.109) no está en la tailnet de este equipo.
peer-expired         | tailnet | peer-key             | UNREACHABLE | The Tailscale key of pesubuntu has expired. | La clave de Tailscale de pesubuntu ha caducado.
peer-offline         | tailnet | peer-online          | UNREACHABLE | pesubuntu has been offline in the tailnet for | pesubuntu lleva
wan-down             | tailnet | peer-online          | UNREACHABLE | GL-MT2500 has been offline in the tailnet for | GL-MT2500 lleva
api-down             | cluster | port-open            | UNREACHABLE | refuses the connection: the machine is on, but nothing listens there. | rechaza la conexión: la máquina está encendida, pero ahí no escucha nada.
tls-untrusted        | cluster | tls-trusted          | PROBLEM     | was not issued by the authority in the kubeconfig. | no lo emitió la autoridad que figura en el kubeconfig.
tls-name             | cluster | tls-trusted          | PROBLEM     | is made out to other names: 192.168.8.20, kubernetes. | está a nombre de otros: 192.168.8.20, kubernetes.
tls-expired          | cluster | tls-trusted          | PROBLEM     | expired on | caducó el
token-expired        | cluster | credentials-accepted | PROBLEM     | The cluster does not accept the login in the kubeconfig (401). | El clúster no acepta el acceso del kubeconfig (401).
rights-missing       | cluster | rights-present       | PROBLEM     | The login may not list and watch these in the whole cluster: nodes, | El acceso no puede listar ni observar esto en todo el clúster: nodes,
api-unready          | cluster | api-ready            | PROBLEM     | The Kubernetes API is not ready; these checks of it fail: etcd. | La API de Kubernetes no está lista; fallan estas comprobaciones: etcd.
node-down            | cluster | nodes-ready          | PROBLEM     | Kubernetes no longer hears from this node: pesubuntu. | Kubernetes ya no recibe señales de este nodo: pesubuntu.
gpu-down             | gpu     | port-open            | UNREACHABLE | refuses the connection: the machine is on, but nothing listens there. | rechaza la conexión: la máquina está encendida, pero ahí no escucha nada.
exporter-replaced    | gpu     | exporter-answers     | PROBLEM     | but what answers is not node_exporter. | pero lo que responde no es node_exporter.
drm-off              | gpu     | drm-collector-on     | PROBLEM     | The exporter answers, but its collector for graphics cards (drm) is off. | El exportador responde, pero su recolector de tarjetas gráficas (drm) está desactivado.
card-missing         | gpu     | card-visible         | PROBLEM     | The exporter sees no AMD graphics card on pesubuntu. | El exportador no ve ninguna tarjeta gráfica AMD en pesubuntu.
llm-down             | model   | port-open            | UNREACHABLE | refuses the connection: the machine is on, but nothing listens there. | rechaza la conexión: la máquina está encendida, pero ahí no escucha nada.
llm-key              | model   | model-server-answers | PROBLEM     | asks for a key, which this console does not send. | pide una clave, y esta consola no la envía.
llm-broken           | model   | model-server-answers | PROBLEM     | reports a fault of its own (HTTP 500). | avisa de un fallo suyo (HTTP 500).
llm-loading          | model   | model-loaded         | PROBLEM     | The model server is still loading its model. | El servidor todavía está cargando el modelo.
router-down          | gateway | gateway-answers      | UNREACHABLE | GL-MT2500 does not answer at | GL-MT2500 no responde en
router-dns-down      | gateway | gateway-dns          | PROBLEM     | The router is there, but its DNS at | El router está ahí, pero su DNS en
dns-down             | gateway | dns                  | UNREACHABLE | This computer does not find the name pesulabs.net. | Este equipo no encuentra el nombre pesulabs.net.
""")
  void namesTheFirstBrokenHop(
      String fault, String target, String hop, Verdict verdict, String english, String spanish)
      throws InterruptedException {
    Examination examination = examineWith(Fault.byId(fault).orElseThrow());

    Path path = path(examination, target);
    Hop broken = path.firstBroken().orElseGet(() -> fail("nothing broken: " + path));
    assertThat(broken.id().id()).isEqualTo(hop);
    assertThat(broken.text().in(Language.EN)).contains(english);
    assertThat(broken.text().in(Language.ES)).contains(spanish);
    assertThat(broken.fix()).isNotNull();
    assertThat(path.hops().subList(0, path.hops().indexOf(broken)))
        .allSatisfy(before -> assertThat(before.state()).isEqualTo(Hop.State.OK));
    assertThat(path.hops().subList(path.hops().indexOf(broken) + 1, path.hops().size()))
        .allSatisfy(after -> assertThat(after.state()).isEqualTo(Hop.State.SKIPPED));
    assertThat(examination.verdict()).isEqualTo(verdict);
  }

  @Test
  void holdsASleepingCardToBeVisible() throws InterruptedException {
    Examination examination = examineWith(Fault.GPU_ASLEEP);

    assertThat(path(examination, "gpu").hops().getLast().text().in(Language.EN))
        .isEqualTo("card1 is visible on pesubuntu, and asleep.");
    assertThat(examination.verdict()).isEqualTo(Verdict.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lan-down", "tls-san-missing"})
  void isContentWithTheWayThatWorksAndTellsOfTheOther(String fault) throws InterruptedException {
    Path cluster = path(examineWith(Fault.byId(fault).orElseThrow()), "cluster");

    assertThat(cluster.state()).isEqualTo(Path.State.OK);
    assertThat(cluster.notes())
        .extracting(note -> note.in(Language.ES))
        .last()
        .asString()
        .containsAnyOf("El otro camino (", "Del otro camino (")
        .containsAnyOf("no muestra un certificado a tiempo", "está a nombre de otros");
  }

  @Test
  void doesNotCallASlowApiBroken() throws InterruptedException {
    assertThat(path(examineWith(Fault.API_SLOW), "cluster").firstBroken()).isEmpty();
  }

  @Test
  void saysWhatTheFamilysLoginLacks() throws InterruptedException {
    Profile demo = house.profile();
    var family =
        new Profile(
            demo.name(),
            demo.lan(),
            demo.domain(),
            demo.machines(),
            new Profile.ClusterAccess(demo.kubeconfig(), "family", List.of()),
            demo.gpu(),
            demo.model(),
            demo.gateway(),
            demo.tailscale());

    Hop broken = path(examine(family), "cluster").firstBroken().orElseThrow();

    assertThat(broken.id().id()).isEqualTo("rights-present");
    assertThat(broken.text().in(Language.EN)).contains("nodes, ", "pods, ");
    assertThat(broken.fix().commands().getLast().lines())
        .contains("kind: ClusterRole", "kubectl apply -f -")
        .doesNotContain("nodes/proxy", "create", "delete", "patch");
  }

  private static Examination examineWith(Fault fault) throws InterruptedException {
    house.inject(fault);
    CLOCK.move(A_WHILE);
    house.inject(fault); // so that what takes its time has happened
    try {
      return examine(house.profile());
    } finally {
      house.cure(fault);
    }
  }
}
