package net.pesulabs.console.app;

import net.pesulabs.console.doctor.Doctor;
import net.pesulabs.console.doctor.Examiner;
import net.pesulabs.console.doctor.House;
import net.pesulabs.console.doctor.LaptopProbe;
import net.pesulabs.console.doctor.Os;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.source.kubernetes.ClusterCheckup;
import net.pesulabs.console.source.laptop.LaptopCheckup;
import net.pesulabs.console.source.llamacpp.ModelCheckup;
import net.pesulabs.console.source.nodeexporter.ExporterCheckup;
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
    Profile profile = session.settings().get().profile();
    return new House(
        profile,
        laptop(session),
        new TailscaleCheckup(profile.tailscale(), session.clock()),
        new ClusterCheckup(profile.kubeconfig(), profile.context(), session.clock()),
        new ExporterCheckup(),
        new ModelCheckup(),
        lineUp(session.wiring().homelab().router().get()),
        Os.current());
  }

  private static LaptopProbe laptop(Session session) {
    var real = new LaptopCheckup();
    return session.laptop().<LaptopProbe>map(laptop -> new DemoLaptop(laptop, real)).orElse(real);
  }

  /** What is not told now counts for nothing. */
  private static @Nullable Boolean lineUp(Reading<Router> reading) {
    Router router = reading.isLive() ? reading.known().orElse(null) : null;
    Router.Wan wan = router == null ? null : router.wan();
    return wan == null ? null : (Boolean) wan.up();
  }
}
