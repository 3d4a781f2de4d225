package net.pesulabs.console.doctor;

import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** Asks the model server, without waking or loading a model. May block. */
public interface ModelProbe {

  /** What it told. */
  enum State {
    READY,
    SLEEPING,
    /** A router that loads one of its models when it is asked. */
    ON_DEMAND,
    LOADING,
    /** A router with no model at all. */
    NO_MODEL,
    KEY_WANTED,
    NOT_LLAMA,
    NEEDS_HTTPS,
    /** It, or something before it, reports a fault of its own. */
    FAULTY,
    OTHER
  }

  /**
   * What was seen.
   *
   * @param name of the model; null where it was not told
   * @param why in one sentence; null where all is well
   */
  record Sight(State state, @Nullable String name, @Nullable Message why) {}

  Sight look(String url) throws Unanswered;
}
