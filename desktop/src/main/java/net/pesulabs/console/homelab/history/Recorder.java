package net.pesulabs.console.homelab.history;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Writes the live figures into the history, on the threads of the sources. A figure that is not
 * told, or no longer heard, is a silence and never a value.
 */
public final class Recorder {

  private final LiveHomelab homelab;
  private final Set<Series> cards = new HashSet<>(); // heard last time; by the GPU's thread only
  private final Set<Series> model = new HashSet<>(); // likewise, by the model's

  private Recorder(LiveHomelab homelab) {
    this.homelab = homelab;
  }

  /** Writes what is heard from now on into {@link LiveHomelab#history()}, until closed. */
  public static Subscription start(LiveHomelab homelab) {
    var recorder = new Recorder(homelab);
    Subscription gpu = homelab.gpu().onChange(recorder::heardGpu);
    Subscription model = homelab.model().onChange(recorder::heardModel);
    return () -> {
      gpu.close();
      model.close();
    };
  }

  private void heardGpu(Reading<GpuNode> reading) {
    write(
        reading,
        reading instanceof Reading.Live<GpuNode> live ? Told.of(live.value()) : Map.of(),
        cards);
  }

  private void heardModel(Reading<ModelServer> reading) {
    write(
        reading,
        reading instanceof Reading.Live<ModelServer> live ? Told.of(live.value()) : Map.of(),
        model);
  }

  private void write(
      Reading<?> reading, Map<Series, @Nullable Double> told, Set<Series> heardBefore) {
    History history = homelab.history().get();
    Instant at = reading.heardAt().orElse(null);
    var heard = new HashSet<Series>();
    told.forEach((series, value) -> {
      if (value != null && at != null) {
        history.append(series, at, value);
        heard.add(series);
      }
    });
    if (at != null) {
      // A millisecond after the last word, where a live one begins to be old.
      Instant silent = reading.isLive() ? at : at.plusMillis(1);
      heardBefore.stream()
          .filter(series -> !heard.contains(series))
          .forEach(series -> history.silence(series, silent));
    }
    heardBefore.clear();
    heardBefore.addAll(heard);
  }
}
