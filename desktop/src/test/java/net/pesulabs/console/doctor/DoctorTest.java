package net.pesulabs.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.pesulabs.console.doctor.Examination.Verdict;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.Hop.State;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the paths are walked, with hops that do as a test says. */
@Timeout(60)
class DoctorTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final net.pesulabs.console.doctor.Verdict OK =
      net.pesulabs.console.doctor.Verdict.ok(Msg.doctorApiReady());
  private static final net.pesulabs.console.doctor.Verdict BROKEN =
      net.pesulabs.console.doctor.Verdict.broken(
          Msg.doctorLoginRefused(), Healer.ADMIN, Msg.doctorLoginRefusedFix());

  private static Check good(HopId id) {
    return Check.vital(id, LONG, () -> OK);
  }

  private static Check bad(HopId id) {
    return Check.vital(id, LONG, () -> BROKEN);
  }

  /** One that never ends by itself. */
  private static Check silent(HopId id, Duration limit) {
    return Check.vital(
        id,
        limit,
        () -> {
          new CountDownLatch(1).await();
          return OK;
        });
  }

  private static Lane lane(Route route, Check... checks) {
    return new Lane(route, route.id(), List.of(checks));
  }

  private static Doctor doctor(Duration whole, Lane... lanes) {
    return doctor(whole, () -> Arrays.asList(lanes));
  }

  private static Doctor doctor(Duration whole, Callable<List<Lane>> lanes) {
    return new Doctor(
        () -> new Doctor.Round(List.of(new Plan(Target.CLUSTER, lanes)), () -> {}),
        Clock.systemUTC(),
        whole);
  }

  private static Path walk(Doctor doctor) throws InterruptedException {
    return doctor.examine(step -> {}).paths().getFirst();
  }

  private static List<State> states(Path path) {
    return path.hops().stream().map(Hop::state).toList();
  }

  @Test
  void stopsAtTheFirstBrokenHopAndSkipsTheRest() throws InterruptedException {
    Path path =
        walk(
            doctor(
                LONG,
                lane(
                    Route.LAN,
                    good(HopId.NETWORK),
                    bad(HopId.CREDENTIALS),
                    good(HopId.RIGHTS),
                    good(HopId.API_READY))));

    assertThat(states(path)).containsExactly(State.OK, State.BROKEN, State.SKIPPED, State.SKIPPED);
    assertThat(path.firstBroken().orElseThrow().id()).isEqualTo(HopId.CREDENTIALS);
    assertThat(path.state()).isEqualTo(Path.State.BROKEN);
  }

  @Test
  void takesWhatDoesNotEndInTimeForUnknownAndNeverForGood() throws InterruptedException {
    Path path =
        walk(doctor(LONG, lane(Route.LAN, silent(HopId.PORT, SHORT), good(HopId.API_READY))));

    assertThat(states(path)).containsExactly(State.UNKNOWN, State.SKIPPED);
    assertThat(path.state()).isEqualTo(Path.State.UNKNOWN);
    assertThat(path.firstBroken()).isEmpty();
  }

  @Test
  void endsWithinItsOwnLimitWithEverythingSilent() throws InterruptedException {
    Doctor doctor =
        doctor(
            SHORT,
            lane(Route.LAN, silent(HopId.NETWORK, LONG), silent(HopId.PORT, LONG)),
            lane(Route.TAILNET, silent(HopId.TAILSCALE_INSTALLED, LONG)));

    Examination examination = doctor.examine(step -> {}); // the hour of each hop would not end

    assertThat(examination.ended()).isNotNull();
    assertThat(examination.verdict()).isEqualTo(Verdict.UNREACHABLE);
    assertThat(states(examination.paths().getFirst())).doesNotContain(State.OK);
  }

  @Test
  void endsWithinItsOwnLimitWhereNotEvenTheWaysAreFound() throws InterruptedException {
    Doctor doctor =
        doctor(
            SHORT,
            () -> {
              new CountDownLatch(1).await();
              return List.of();
            });

    assertThat(walk(doctor).state()).isEqualTo(Path.State.UNKNOWN);
  }

  @Test
  void takesAMistakeOfItsOwnForUnknown() throws InterruptedException {
    Check wrong =
        Check.vital(
            HopId.PORT,
            LONG,
            () -> {
              throw new IllegalStateException("oops");
            });

    Path path = walk(doctor(LONG, lane(Route.LAN, wrong)));

    assertThat(states(path)).containsExactly(State.UNKNOWN);
    assertThat(path.hops().getFirst().text().in(Language.EN)).contains("oops");
  }

  @Test
  void goesOnAfterWhatIsOnlyWorthKnowing() throws InterruptedException {
    Check aside =
        Check.aside(
            HopId.PEER_PATH,
            LONG,
            () -> net.pesulabs.console.doctor.Verdict.unknown(Msg.doctorNoTime()));

    Path path = walk(doctor(LONG, lane(Route.TAILNET, aside, good(HopId.PORT))));

    assertThat(states(path)).containsExactly(State.UNKNOWN, State.OK);
  }

  @Test
  void isContentWithOneWayThatWorksAndNotesTheOther() throws InterruptedException {
    Path path =
        walk(
            doctor(
                LONG,
                lane(Route.LAN, bad(HopId.PORT)),
                lane(Route.TAILNET, good(HopId.PORT), good(HopId.API_READY))));

    assertThat(path.state()).isEqualTo(Path.State.OK);
    assertThat(path.address()).isEqualTo("tailnet");
    assertThat(path.notes())
        .extracting(note -> note.in(Language.EN))
        .containsExactly(
            "Reached by: tailnet (tailnet).",
            "The other way (home network, lan) does not work:"
                + " The cluster does not accept the login in the kubeconfig (401).");
  }

  @Test
  void namesWhatIsFurthestAlongAndNotTheSilenceOfAHomeThatIsFar() throws InterruptedException {
    Check away =
        Check.vital(
            HopId.PORT,
            LONG,
            () ->
                net.pesulabs.console.doctor.Verdict.away(
                    Msg.doctorPortAway("x"),
                    new Fix(Healer.YOU, Msg.doctorPortAwayFix(), List.of())));

    Path path =
        walk(
            doctor(
                LONG,
                lane(Route.LAN, good(HopId.NETWORK), away),
                lane(Route.TAILNET, good(HopId.NETWORK), bad(HopId.TAILSCALE_RUNNING))));

    assertThat(path.firstBroken().orElseThrow().id()).isEqualTo(HopId.TAILSCALE_RUNNING);
  }

  @Test
  void asksOnceWhatSeveralHopsWantToKnow() throws Exception {
    var asked = new AtomicInteger();
    var once = new Once<>(asked::incrementAndGet);
    Callable<net.pesulabs.console.doctor.Verdict> ask =
        () -> {
          once.get();
          return OK;
        };

    Path path =
        walk(
            doctor(
                LONG,
                lane(
                    Route.LAN,
                    Check.vital(HopId.EXPORTER, LONG, ask),
                    Check.vital(HopId.CARD, LONG, ask)),
                lane(Route.TAILNET, Check.vital(HopId.EXPORTER, LONG, ask))));

    assertThat(path.state()).isEqualTo(Path.State.OK);
    assertThat(asked).hasValue(1);
  }

  @Test
  void tellsEachStepInOrder() throws InterruptedException {
    List<Examination> steps = new ArrayList<>();
    Doctor doctor = doctor(LONG, lane(Route.LAN, good(HopId.NETWORK), good(HopId.PORT)));

    Examination last = doctor.examine(steps::add);

    assertThat(steps).last().isEqualTo(last);
    assertThat(steps).extracting(each -> each.paths().getFirst().hops().size()).isSorted();
    assertThat(steps).extracting(Examination::verdict).startsWith(Verdict.WALKING);
    assertThat(steps)
        .extracting(each -> each.paths().getFirst().now())
        .contains(HopId.NETWORK, HopId.PORT);
  }

  @Test
  void isBrokenOffByAnInterruptAndLetsGoOfWhatItHeld() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var letGo = new CountDownLatch(1);
    var ended = new AtomicReference<Throwable>();
    Check never =
        Check.vital(
            HopId.PORT,
            LONG,
            () -> {
              asked.countDown();
              new CountDownLatch(1).await();
              return OK;
            });
    var plan = new Plan(Target.CLUSTER, () -> List.of(lane(Route.LAN, never)));
    var doctor =
        new Doctor(
            () -> new Doctor.Round(List.of(plan), letGo::countDown), Clock.systemUTC(), LONG);
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                doctor.examine(step -> {});
              } catch (InterruptedException e) {
                ended.set(e);
              }
            });
    asked.await();

    thread.interrupt();
    thread.join();

    assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    assertThat(letGo.getCount()).isZero();
  }
}
