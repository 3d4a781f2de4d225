package net.pesulabs.console.doctor;

import java.util.List;
import java.util.stream.Collectors;
import net.pesulabs.console.doctor.ExporterProbe.Sight;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What the exporter on the machine with the card says, asked once for three hops. */
final class GpuHops {

  private final Once<Sight> sight;
  private final Address address;
  private final String machine;

  GpuHops(Facts facts, Address address, String machine) {
    this.address = address;
    this.machine = machine;
    this.sight = facts.once(() -> facts.house.exporter().look(address.url()));
  }

  List<Check> all() {
    return List.of(
        Check.vital(HopId.EXPORTER, Limits.ANSWER.plus(Limits.SLACK), () -> exporter(sight.get())),
        Check.vital(HopId.COLLECTOR, Limits.LOCAL, () -> collector(sight.get())),
        Check.vital(HopId.CARD, Limits.LOCAL, () -> card(sight.get())));
  }

  private Verdict exporter(Sight seen) {
    return switch (seen.state()) {
      case CARDS, COLLECTOR_OFF, COLLECTOR_FAILED ->
          Verdict.ok(Msg.doctorExporterAnswers(address.shown()));
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

  private Verdict collector(Sight seen) {
    return switch (seen.state()) {
      case COLLECTOR_OFF ->
          Verdict.broken(Msg.doctorCollectorOff(), ExporterCures.collectorOff(machine));
      case COLLECTOR_FAILED ->
          Verdict.broken(Msg.doctorCollectorFailed(), ExporterCures.collectorFailed(machine));
      case CARDS, NOT_EXPORTER, NOT_FOUND, NEEDS_LOGIN, NEEDS_HTTPS, OTHER ->
          Verdict.ok(Msg.doctorCollectorOn());
    };
  }

  private Verdict card(Sight seen) {
    GpuNode node = seen.cards();
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
