package net.pesulabs.console.app;

import java.time.Clock;
import java.util.Optional;
import net.pesulabs.console.demo.PretendLaptop;
import net.pesulabs.console.doctor.Doctor;
import net.pesulabs.console.doctor.Examiner;
import net.pesulabs.console.doctor.House;
import net.pesulabs.console.doctor.LaptopProbe;
import net.pesulabs.console.doctor.Os;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.source.gpu.ExporterCheckup;
import net.pesulabs.console.source.kubernetes.ClusterCheckup;
import net.pesulabs.console.source.laptop.LaptopCheckup;
import net.pesulabs.console.source.llamacpp.ModelCheckup;
import net.pesulabs.console.source.tailscale.TailscaleCheckup;
import org.jspecify.annotations.Nullable;

/** As {@link Wiring}, for the doctor: the only place that constructs what it asks through. */
final class DoctorWiring {

  private DoctorWiring() {}

  /** A doctor for the house of a session, as it is set up whenever it examines. */
  static Examiner examiner(Session session) {
    return new Doctor(() -> house(session), session.clock());
  }

  private static House house(Session session) {
    return house(
        session.settings().get().profile(),
        session.laptop(),
        lineUp(session.wiring().homelab().router().get()),
        session.clock());
  }

  /**
   * A house as the doctor sees it.
   *
   * @param laptop the computer that a pretend house is looked at from; empty for a real one
   * @param lineUp whether the router says that its line is up; null where it does not tell
   */
  static House house(
      Profile profile, Optional<PretendLaptop> laptop, @Nullable Boolean lineUp, Clock clock) {
    var real = new LaptopCheckup();
    return new House(
        profile,
        laptop.<LaptopProbe>map(pretend -> new DemoLaptop(pretend, real)).orElse(real),
        new TailscaleCheckup(profile.tailscale(), clock),
        new ClusterCheckup(profile.kubeconfig(), profile.context(), clock),
        new ExporterCheckup(profile, clock),
        new ModelCheckup(),
        lineUp,
        Os.current());
  }

  /** What is not told now counts for nothing. */
  private static @Nullable Boolean lineUp(Reading<Router> reading) {
    Router router = reading.isLive() ? reading.known().orElse(null) : null;
    Router.Wan wan = router == null ? null : router.wan();
    return wan == null ? null : (Boolean) wan.up();
  }
}
