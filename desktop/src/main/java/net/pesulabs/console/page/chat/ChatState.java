package net.pesulabs.console.page.chat;

import org.jspecify.annotations.Nullable;

/** Where the conversation stands: one of these at any time. How an answer ended is the answer's. */
sealed interface ChatState {

  /** Nothing is asked. */
  record Idle() implements ChatState {}

  /**
   * Asked, and nothing said yet.
   *
   * @param read how much of the conversation the model has read, 0 to 1; null until it begins
   */
  record Waiting(@Nullable Double read) implements ChatState {}

  /** The model reasons. */
  record Thinking() implements ChatState {}

  /** The model answers. */
  record Answering() implements ChatState {}

  default boolean isBusy() {
    return !(this instanceof Idle);
  }
}
