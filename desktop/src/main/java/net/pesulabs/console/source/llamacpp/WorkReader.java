package net.pesulabs.console.source.llamacpp;

import net.pesulabs.console.homelab.ModelServer.Work;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;

/** What a server does, from its figures. For one thread. */
final class WorkReader {

  /** More of anything than a server counts at one moment is no figure. */
  private static final double MOST = 1e9;

  private final Speed speed = new Speed();
  private final PromptSpeed prompts = new PromptSpeed();
  private double generated;
  private boolean startedAgain;

  /**
   * Takes a scrape.
   *
   * @param nanos {@link System#nanoTime} of it
   */
  Work next(Samples samples, long nanos) {
    Double total = samples.value("llamacpp:tokens_predicted_total");
    startedAgain = total != null && total < generated;
    generated = total == null ? generated : total;
    PromptSpeed.Told read = prompts.next(samples, nanos);
    return new Work(
        busy(samples),
        whole(samples.value("llamacpp:requests_deferred")),
        speed.next(samples, nanos),
        read.perSecond(),
        read.cachedPercent(),
        percent(samples.value("llamacpp:kv_cache_usage_ratio")),
        whole(samples.value("llamacpp:n_tokens_max")),
        speculates(samples),
        false);
  }

  /** Whether the last scrape was of a server that had begun again. */
  boolean startedAgain() {
    return startedAgain;
  }

  /** Begins again, as after a pause or another server. */
  void reset() {
    speed.reset();
    prompts.reset();
    generated = 0;
    startedAgain = false;
  }

  /** How many answers are being written. */
  static @Nullable Integer busy(Samples samples) {
    return whole(samples.value("llamacpp:requests_processing"));
  }

  private static @Nullable Boolean speculates(Samples samples) {
    Double drafts = samples.value("llamacpp:spec_decode_num_drafts_total");
    return drafts == null ? null : (Boolean) (drafts > 0);
  }

  private static @Nullable Integer whole(@Nullable Double value) {
    return value == null || value < 0 || value > MOST ? null : (Integer) value.intValue();
  }

  private static @Nullable Double percent(@Nullable Double ratio) {
    return ratio == null || ratio < 0 || ratio > 1 ? null : (Double) (100 * ratio);
  }
}
