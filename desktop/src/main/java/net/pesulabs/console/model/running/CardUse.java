package net.pesulabs.console.model.running;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the graphics cards now, as far as it can be known. The driver does not tell whose work a
 * card does: it is concluded from what the model server says it does, and from what this program
 * itself has asked for.
 *
 * @param answers that are being written; 0 where none are, or it is not told
 * @param own of these, those that this console asked for
 * @param memory null where nothing is known of the card's memory
 * @param mayUse pods that a graphics card is set apart for; whether they use it now nobody tells
 */
public record CardUse(Who who, int answers, int own, @Nullable Memory memory, List<String> mayUse) {

  /** What can be concluded. */
  public enum Who {
    /** The card cannot be heard. */
    CARD_UNKNOWN,
    /** No card rests, and none works: nobody. */
    NOBODY,
    /** Busy reads 100 %, and yet nobody: power and clocks say so. */
    NOBODY_THOUGH_BUSY,
    /** The chat of this console, and nobody else. */
    THIS_CHAT,
    /** The chat of this console, and others who ask the model. */
    CHAT_AND_OTHERS,
    /** Others who ask the model. */
    OTHERS_BY_MODEL,
    /** The model server reads its model into memory. */
    LOADING,
    /** Not the model server, which rests. */
    ANOTHER_PROGRAM,
    /** Somebody; the model server does not tell whether it is at work. */
    SOMEBODY,
    /** The model writes answers while the card rests: the processor works. */
    MODEL_WITHOUT_CARD
  }

  /**
   * Whose the card's memory is, in bytes.
   *
   * @param model what the model takes of it; null where that cannot be told
   * @param others the rest of what is in use; null likewise
   */
  public record Memory(
      long total, long used, @Nullable Long model, @Nullable Long others, Basis basis) {}

  /** How the model's share was found. */
  public enum Basis {
    /** The memory grew by so much when the model was loaded. */
    SEEN,
    /** Its weights and its cache, computed, the cache in the usual 16 bits. */
    COMPUTED,
    /** Its weights alone: it takes more, and how much more is not known. */
    WEIGHTS,
    /** Nothing is known of the model's size. */
    UNKNOWN,
    /** No model is in memory: all of it is others'. */
    NO_MODEL
  }

  public CardUse {
    mayUse = List.copyOf(mayUse);
  }
}
