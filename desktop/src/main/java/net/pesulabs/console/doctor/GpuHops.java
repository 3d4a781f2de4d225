package net.pesulabs.console.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.pesulabs.console.doctor.ExporterProbe.Instead;
import net.pesulabs.console.doctor.ExporterProbe.Sight;
import net.pesulabs.console.doctor.ExporterProbe.State;
import net.pesulabs.console.doctor.ExporterProbe.Teller;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What the exporter on the machine with the card says, asked once for three hops. */
final class GpuHops {

  private final Once<Sight> sight;
  private final Once<Optional<Instead>> instead;
  private final Address address;
  private final String machine;

  GpuHops(Facts facts, Address address, String machine) {
    this.address = address;
    this.machine = machine;
    this.sight = facts.once(() -> facts.house.exporter().look(address.url()));
    this.instead = facts.once(() -> facts.house.exporter().instead(address.url()));
  }

  List<Check> all() {
    return List.of(
        Check.vital(HopId.EXPORTER, Limits.ANSWER.plus(Limits.SLACK), () -> exporter(sight.get())),
        Check.vital(
            HopId.COLLECTOR, Limits.ANSWER.plus(Limits.SLACK), () -> collector(sight.get())),
        Check.vital(HopId.CARD, Limits.LOCAL, () -> card(told(sight.get()))));
  }

  private Verdict exporter(Sight seen) {
    return switch (seen.state()) {
      case CARDS, OLD, COLLECTOR_OFF, COLLECTOR_FAILED ->
          Verdict.ok(
              seen.teller() == Teller.NODE_EXPORTER
                  ? Msg.doctorExporterAnswers(address.shown())
                  : Msg.gpuSourcesDoctorAnswers(address.shown(), seen.teller().title()));
      case NOT_EXPORTER ->
          Verdict.broken(
              Msg.doctorExporterOther(address.shown()), ExporterCures.wrongAddress(machine));
      case NOT_FOUND ->
          Verdict.broken(
              Msg.doctorExporterNotFound(address.shown()), ExporterCures.wrongAddress(machine));
      case NEEDS_LOGIN ->
          Verdict.broken(
              Msg.doctorExporterLogin(address.shown()), Healer.ADMIN, Msg.doctorExporterLoginFix());
      case NEEDS_HTTPS ->
          Verdict.broken(
              Msg.doctorNeedsHttps(address.shown()), Healer.YOU, Msg.doctorNeedsHttpsFix());
      case OTHER -> Verdict.broken(why(seen), ExporterCures.fault(machine));
    };
  }

  private Verdict collector(Sight seen) throws Exception {
    return switch (seen.state()) {
      case COLLECTOR_OFF, COLLECTOR_FAILED -> {
        Optional<Instead> other = instead.get();
        yield other.isPresent() ? stoodIn(other.get()) : missing(seen);
      }
      case CARDS, OLD, NOT_EXPORTER, NOT_FOUND, NEEDS_LOGIN, NEEDS_HTTPS, OTHER ->
          Verdict.ok(
              seen.teller() == Teller.NODE_EXPORTER
                  ? Msg.doctorCollectorOn()
                  : lacks(seen.teller()));
    };
  }

  /** Nobody tells of the cards. */
  private Verdict missing(Sight seen) {
    return seen.state() == State.COLLECTOR_OFF
        ? Verdict.broken(Msg.doctorCollectorOff(), ExporterCures.collectorOff(machine))
        : Verdict.broken(Msg.doctorCollectorFailed(), ExporterCures.collectorFailed(machine));
  }

  private static Verdict stoodIn(Instead other) {
    return Verdict.ok(Msg.gpuSourcesDoctorInstead(other.sight().teller().title(), other.address()));
  }

  /** What a person would look for on the page in vain. */
  private static Message lacks(Teller teller) {
    return switch (teller) {
      case NODE_EXPORTER -> Msg.doctorCollectorOn();
      case PROMETHEUS -> Msg.gpuSourcesDoctorLacksPrometheus();
      case ALL_SMI -> Msg.gpuSourcesDoctorLacksAllSmi();
      case DEVICE_METRICS -> Msg.gpuSourcesDoctorLacksDeviceMetrics();
    };
  }

  /** Whoever tells of the cards. */
  private Sight told(Sight seen) throws Exception {
    return switch (seen.state()) {
      case COLLECTOR_OFF, COLLECTOR_FAILED -> instead.get().map(Instead::sight).orElse(seen);
      case CARDS, OLD, NOT_EXPORTER, NOT_FOUND, NEEDS_LOGIN, NEEDS_HTTPS, OTHER -> seen;
    };
  }

  private Verdict card(Sight seen) {
    GpuNode node = seen.cards();
    if (seen.state() == State.OLD) {
      return Verdict.broken(
          why(seen),
          Healer.ADMIN,
          Msg.gpuSourcesDoctorOldFix(machine),
          Cures.on(machine, ExporterCures.SERVICE));
    }
    if (node == null || node.cards().isEmpty()) {
      return Verdict.broken(Msg.doctorCardNone(machine), ExporterCures.noCard(machine));
    }
    String names = node.cards().stream().map(Card::id).collect(Collectors.joining(", "));
    boolean asleep = node.cards().stream().allMatch(card -> card.state() == CardState.ASLEEP);
    return Verdict.ok(
        asleep
            ? Msg.doctorCardAsleep(names, node.host())
            : Msg.doctorCardVisible(names, node.host()));
  }

  private static Message why(Sight seen) {
    return seen.why() == null ? Msg.doctorExporterFault() : seen.why();
  }
}
