package net.pesulabs.console.page.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.home.Verdict.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one sentence, for every mix of what can be seen and what is wrong. */
class VerdictTest {

  private static final Message WHY = Msg.readingNotReported();

  private final HouseFixture house = HouseFixture.fine();

  /** L live, S stale, U unknown, W waiting; tailnet, cluster, GPU, model; the worst finding. */
  @ParameterizedTest
  @CsvSource({
    "LLLL,         , FINE",
    "LLLL, BUSY    , FINE",
    "LLLL, WARNING , CARE",
    "LLLL, CRITICAL, CARE",
    "LLLU,         , PARTLY",
    "LSLL,         , PARTLY",
    "ULLL,         , PARTLY",
    "LLSU, UNKNOWN , PARTLY",
    "LLSU, WARNING , CARE",
    "LSUU, CRITICAL, BLIND",
    "LUUU,         , BLIND",
    "UUUU,         , BLIND",
    "WWWW,         , LOOKING",
    "LWLL,         , LOOKING",
    "LWUU,         , LOOKING",
    "LWLL, CRITICAL, CARE",
  })
  void theVerdict(String readings, @Nullable Severity worst, Kind expected) {
    List<Concern> concerns = worst == null ? List.of() : List.of(finding(worst));

    Verdict verdict = verdict(concerns, sight(readings, Profile.example()));

    assertThat(verdict.kind()).isEqualTo(expected);
    assertThat(verdict.severity() == Severity.FINE).isEqualTo(expected == Kind.FINE);
    boolean silent = readings.contains("U") || readings.contains("S");
    boolean looking = readings.contains("W") && worst == null;
    assertThat(verdict.seesAll()).isEqualTo(looking || !silent);
  }

  @Test
  void itTakesTheColourAndTheWordsOfTheWorst() {
    Verdict verdict =
        verdict(
            List.of(finding(Severity.CRITICAL), finding(Severity.WARNING), finding(Severity.BUSY)),
            sight("LLLL", Profile.example()));

    assertThat(verdict.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(verdict.title().in(Language.EN)).isEqualTo("2 things need care");
    assertThat(verdict.title().in(Language.ES)).isEqualTo("Hay 2 cosas que atender");
    assertThat(verdict.detail()).isEqualTo(Msg.readingWaiting());
  }

  @Test
  void whatItMeansForPeopleIsSaidBeforeWhatIsWrong() {
    Message meaning = Msg.meaningChatLoading("pesubuntu");
    Concern busy = finding(Severity.BUSY);
    Concern critical = finding(Severity.CRITICAL);

    Verdict fine = Verdict.of(List.of(busy), concern -> meaning, sight("LLLL", Profile.example()));
    Verdict care =
        Verdict.of(List.of(critical), concern -> meaning, sight("LLLL", Profile.example()));

    assertThat(fine.kind()).isEqualTo(Kind.FINE);
    assertThat(fine.detail()).isEqualTo(meaning);
    assertThat(care.detail()).isEqualTo(meaning);
  }

  @Test
  void halfAFirstListIsNotYetAnAnswer() {
    house.homelab.cluster().set(house.live(Source.CLUSTER, new Cluster("v1", false)));

    assertThat(verdict(List.of(), sight("LLLL", Profile.example())).kind()).isEqualTo(Kind.LOOKING);
  }

  @Test
  void aStoppedTailscaleIsThisComputersDoing() {
    house
        .homelab
        .tailnet()
        .set(house.live(Source.TAILNET, HouseFixture.tailnet(Tailnet.State.STOPPED)));

    assertThat(verdict(List.of(), sight("LUUU", Profile.example())).detail().in(Language.ES))
        .isEqualTo("Es este equipo, no la casa: Tailscale está apagado en este equipo");
  }

  @Test
  void aLoginThatMayNotSeeAllCannotSayThatAllIsFine() {
    Verdict verdict =
        verdict(
            List.of(finding("missing-right", Severity.UNKNOWN)), sight("LLLL", Profile.example()));

    assertThat(verdict.kind()).isEqualTo(Kind.PARTLY);
    assertThat(verdict.detail()).isEqualTo(Msg.homePartlyRights());
  }

  @Test
  void aHouseWithoutAGraphicsCardIsNotPartlySeen() {
    Profile e = Profile.example();
    var plain = new Profile(e.name(), e.lan(), e.machines(), "", "", "", "", e.tailscale());

    assertThat(verdict(List.of(), sight("LLUU", plain)).kind()).isEqualTo(Kind.FINE);
  }

  private static Verdict verdict(List<Concern> concerns, Sight sight) {
    return Verdict.of(concerns, concern -> concern.leading().text(), sight);
  }

  private static Concern finding(Severity severity) {
    return finding("rule", severity);
  }

  private static Concern finding(String cause, Severity severity) {
    var finding =
        new Finding(
            cause,
            severity,
            "pod/a/b",
            List.of(),
            null,
            Msg.readingWaiting(),
            Msg.readingWaiting());
    return Concern.of("pod/a/b", finding);
  }

  private Sight sight(String readings, Profile profile) {
    Reading<Tailnet> tailnet = house.homelab.tailnet().get();
    Reading<Cluster> cluster = house.homelab.cluster().get();
    Reading<GpuNode> gpu = house.homelab.gpu().get();
    Reading<ModelServer> model = house.homelab.model().get();
    return new Sight(
        profile,
        as(readings.charAt(0), tailnet),
        as(readings.charAt(1), cluster),
        as(readings.charAt(2), gpu),
        as(readings.charAt(3), model),
        house.homelab.router().get(),
        List.of());
  }

  private static <T> Reading<T> as(char worth, Reading<T> live) {
    return switch (worth) {
      case 'L' -> live;
      case 'S' -> live.lost(WHY);
      case 'U' -> new Reading.Unknown<>(live.origin(), WHY);
      default -> new Reading.Unknown<>(live.origin(), Msg.readingWaiting());
    };
  }
}
