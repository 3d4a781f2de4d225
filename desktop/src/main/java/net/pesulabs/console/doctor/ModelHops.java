package net.pesulabs.console.doctor;

import java.util.List;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.doctor.ModelProbe.Sight;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** What the model server says, asked once for two hops. */
final class ModelHops {

  static final String SERVICE =
      "systemctl list-units --all '*llama*' --no-pager\nsudo systemctl restart llama-server";

  private final Once<Sight> sight;
  private final Address address;
  private final String machine;

  ModelHops(Facts facts, Address address, String machine) {
    this.address = address;
    this.machine = machine;
    this.sight = facts.once(() -> facts.house.model().look(address.url()));
  }

  List<Check> all() {
    return List.of(
        Check.vital(
            HopId.MODEL_SERVER, Limits.ANSWER.plus(Limits.SLACK), () -> server(sight.get())),
        Check.vital(HopId.MODEL_LOADED, Limits.LOCAL, () -> loaded(sight.get())));
  }

  private Verdict server(Sight seen) {
    return switch (seen.state()) {
      case READY, SLEEPING, ON_DEMAND, LOADING, NO_MODEL ->
          Verdict.ok(Msg.doctorModelAnswers(address.shown()));
      case KEY_WANTED ->
          Verdict.broken(
              Msg.doctorModelKey(address.shown()), Healer.ADMIN, Msg.doctorModelKeyFix());
      case NOT_LLAMA ->
          Verdict.broken(
              Msg.doctorModelOther(address.shown()),
              Healer.YOU,
              Msg.doctorModelAddressFix(),
              Cures.on(machine, "curl -s http://127.0.0.1:8080/health"));
      case NEEDS_HTTPS ->
          Verdict.broken(
              Msg.doctorNeedsHttps(address.shown()), Healer.YOU, Msg.doctorNeedsHttpsFix());
      case FAULTY, OTHER ->
          Verdict.broken(
              why(seen),
              Healer.ADMIN,
              Msg.doctorModelFaultFix(),
              Cures.on(machine, "journalctl -u llama-server -n 100 --no-pager\n" + SERVICE));
    };
  }

  private Verdict loaded(Sight seen) {
    String name = seen.name() == null ? "–" : seen.name();
    return switch (seen.state()) {
      case LOADING ->
          Verdict.broken(Msg.doctorModelLoading(), Healer.TIME, Msg.doctorModelLoadingFix());
      case NO_MODEL ->
          Verdict.broken(Msg.doctorModelNone(), Healer.ADMIN, Msg.doctorModelNoneFix());
      case SLEEPING -> Verdict.ok(Msg.doctorModelSleeping(name));
      case ON_DEMAND -> Verdict.ok(Msg.doctorModelOnDemand());
      case READY, KEY_WANTED, NOT_LLAMA, NEEDS_HTTPS, FAULTY, OTHER ->
          Verdict.ok(Msg.doctorModelLoaded(name));
    };
  }

  private static Message why(Sight seen) {
    return seen.why() == null ? Msg.doctorModelFault() : seen.why();
  }
}
