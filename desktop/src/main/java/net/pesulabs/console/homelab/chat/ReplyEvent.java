package net.pesulabs.console.homelab.chat;

import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** What happens while an answer is written. */
public sealed interface ReplyEvent {

  /** The server reads the conversation; {@code done} goes from 0 to 1. */
  record PromptProgress(double done) implements ReplyEvent {}

  /** A piece of the model's reasoning. */
  record Thought(String text) implements ReplyEvent {}

  /** A piece of the answer. */
  record Text(String text) implements ReplyEvent {}

  /**
   * The server's own count so far.
   *
   * @param contextUsed tokens of the conversation, this answer included
   */
  record Progress(int tokens, double tokensPerSecond, int contextUsed) implements ReplyEvent {}

  /**
   * The answer is over.
   *
   * @param why a sentence for people; null where the answer is simply complete
   */
  record Ended(End end, @Nullable Message why) implements ReplyEvent {}

  /** How an answer ends. */
  enum End {
    COMPLETE,
    LENGTH,
    CONTEXT_FULL,
    STOPPED,
    FAILED
  }
}
