package net.pesulabs.console.homelab;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The model server. Null is what it did not tell.
 *
 * @param name the model's name
 * @param context tokens a conversation may hold, prompt and answers together
 * @param slotsBusy how many answers are being written now
 * @param waiting how many requests wait for a free slot
 * @param tokensPerSecond generation speed since the scrape before; null while nothing is generated
 */
public record ModelServer(
    State state,
    @Nullable String name,
    @Nullable Integer context,
    @Nullable Integer slotsBusy,
    @Nullable Integer slotsTotal,
    @Nullable Integer waiting,
    @Nullable Double tokensPerSecond) {

  /** What it can do now. */
  public enum State {
    READY,
    LOADING,
    SLEEPING;

    /** The name used by {@code status --json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
