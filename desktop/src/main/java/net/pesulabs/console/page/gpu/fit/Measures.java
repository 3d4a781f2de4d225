package net.pesulabs.console.page.gpu.fit;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.MeasuredLoad;
import net.pesulabs.console.model.CacheSettings;
import net.pesulabs.console.model.Calibration;
import net.pesulabs.console.model.Range;

/** What was measured before, as it is kept between runs. */
final class Measures {

  /** A handful of models, with a few settings each. */
  private static final int MOST = 24;

  private Measures() {}

  /** Which card; the same text as long as it is the same one in the same machine. */
  static String card(String host, long totalBytes) {
    return host + " " + totalBytes;
  }

  /** The corrections that hold for a card: another's driver takes another share. */
  static Calibration of(List<MeasuredLoad> loads, String card) {
    Calibration calibration = Calibration.NONE;
    for (MeasuredLoad load : loads) {
      if (load.card().equals(card)) {
        calibration = calibration.with(sample(load));
      }
    }
    return calibration;
  }

  /** The list with one more; of the same model, settings and card only the newer. */
  static List<MeasuredLoad> with(
      List<MeasuredLoad> loads, Calibration.Sample sample, CacheSettings settings, String card) {
    var added =
        new MeasuredLoad(
            sample.model(),
            key(settings),
            card,
            sample.at(),
            sample.predicted().exact(),
            sample.predicted().buffers().low(),
            sample.predicted().buffers().high(),
            sample.measured());
    var all = new ArrayList<>(loads);
    all.removeIf(added::isLike);
    all.add(added);
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  private static Calibration.Sample sample(MeasuredLoad load) {
    return new Calibration.Sample(
        load.model(),
        load.at(),
        new Calibration.Prediction(
            load.exactBytes(), new Range(load.fewestBytes(), load.mostBytes())),
        load.grownBytes());
  }

  private static String key(CacheSettings settings) {
    return "ctx=%d k=%s v=%s slots=%d%s"
        .formatted(
            settings.context(),
            settings.keys().id(),
            settings.values().id(),
            settings.slots(),
            settings.shared() ? " shared" : "");
  }
}
