package net.pesulabs.console.homelab;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The model server. Null is what it did not tell.
 *
 * @param model the one that it has in memory, or is about to; of several, the one that works
 * @param offers the models it can load on demand, the one in memory among them; empty for a server
 *     that has but one
 * @param build its version, in its own words
 */
public record ModelServer(
    State state, Model model, Work work, List<Offer> offers, @Nullable String build) {

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

  /**
   * A language model and how it was started.
   *
   * @param context tokens one conversation may hold, prompt and answers together
   * @param slots how many answers it can write at a time
   * @param parameters how many weights it has
   * @param weightBytes what they take in its file, as a rule all on the card
   * @param quantisation how its weights are stored, as their makers write it: {@code Q4_K_M}
   * @param trainedContext the longest conversation it was made for, in tokens
   * @param embedding numbers a token is turned into
   * @param vocabulary tokens it knows
   * @param takesImages whether it understands pictures
   */
  public record Model(
      @Nullable String name,
      @Nullable Integer context,
      @Nullable Integer slots,
      @Nullable Long parameters,
      @Nullable Long weightBytes,
      @Nullable String quantisation,
      @Nullable Integer trainedContext,
      @Nullable Integer embedding,
      @Nullable Integer vocabulary,
      @Nullable Boolean takesImages) {

    public static final Model UNKNOWN = named(null);

    /** One of which no more is known than what it is called. */
    public static Model named(@Nullable String name) {
      return new Model(name, null, null, null, null, null, null, null, null, null);
    }

    /** Tokens of all conversations together, unless they share those of one. */
    public @Nullable Long totalContext() {
      return context == null || slots == null ? null : (Long) ((long) context * slots);
    }
  }

  /**
   * What it does now.
   *
   * @param slotsBusy how many answers are being written
   * @param waiting how many requests wait for a free slot
   * @param tokensPerSecond generation speed since the scrape before, all answers together; null
   *     while nothing is generated
   * @param promptTokensPerSecond reading speed, of the prompts that were read lately
   * @param cachedPromptPercent how much of those prompts it remembered and need not read again
   * @param cacheUsedPercent how full the cache of all conversations is; only old servers tell
   * @param longest tokens of the longest conversation since it was started
   * @param speculates whether it guesses tokens ahead, which may go beyond the memory's speed
   * @param switchedOff whether the server was started so that it tells nothing of this
   */
  public record Work(
      @Nullable Integer slotsBusy,
      @Nullable Integer waiting,
      @Nullable Double tokensPerSecond,
      @Nullable Double promptTokensPerSecond,
      @Nullable Double cachedPromptPercent,
      @Nullable Double cacheUsedPercent,
      @Nullable Integer longest,
      @Nullable Boolean speculates,
      boolean switchedOff) {

    public static final Work UNTOLD =
        new Work(null, null, null, null, null, null, null, null, false);
    public static final Work SWITCHED_OFF =
        new Work(null, null, null, null, null, null, null, null, true);
  }

  /**
   * A model that the server can load on demand.
   *
   * @param slotsBusy how many answers it is writing
   * @param percent how much of it is loaded or downloaded, while it is
   */
  public record Offer(
      Model model, Status status, @Nullable Integer slotsBusy, @Nullable Double percent) {

    /** Readiest first. */
    public enum Status {
      LOADED,
      LOADING,
      SLEEPING,
      UNLOADED,
      DOWNLOADING,
      FAILED;

      /** The name used by {@code status --json}. */
      public String id() {
        return name().toLowerCase(Locale.ROOT);
      }

      /** Whether its weights are on the card. */
      public boolean isInMemory() {
        return this == LOADED || this == LOADING;
      }
    }
  }

  public ModelServer {
    offers = List.copyOf(offers);
  }

  /** A server with one model. */
  public ModelServer(State state, Model model, Work work) {
    this(state, model, work, List.of(), null);
  }

  public @Nullable String name() {
    return model.name;
  }

  /** Tokens a conversation may hold, prompt and answers together. */
  public @Nullable Integer context() {
    return model.context;
  }

  /** How many answers are being written now. */
  public @Nullable Integer slotsBusy() {
    return work.slotsBusy;
  }

  public @Nullable Integer slotsTotal() {
    return model.slots;
  }

  /** How many requests wait for a free slot. */
  public @Nullable Integer waiting() {
    return work.waiting;
  }

  /** Generation speed; null while nothing is generated. */
  public @Nullable Double tokensPerSecond() {
    return work.tokensPerSecond;
  }
}
