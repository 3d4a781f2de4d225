package net.pesulabs.console.page.chat;

import net.pesulabs.console.homelab.chat.ReplyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the network thread heard since the FX thread last looked. Pieces are joined in their order;
 * of counts only the last matters. Safe for any thread.
 */
final class ReplyBuffer {

  /**
   * What was heard.
   *
   * @param state where it leaves the conversation; null where nothing heard tells
   */
  record Batch(
      String thoughts,
      String text,
      ReplyEvent.@Nullable Progress progress,
      ReplyEvent.@Nullable Ended ended,
      @Nullable ChatState state) {}

  private final StringBuilder thoughts = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private ReplyEvent.@Nullable Progress progress;
  private ReplyEvent.@Nullable Ended ended;
  private @Nullable ChatState state;

  synchronized void add(ReplyEvent event) {
    switch (event) {
      case ReplyEvent.PromptProgress(double done) -> state = new ChatState.Waiting(done);
      case ReplyEvent.Thought(String piece) -> {
        thoughts.append(piece);
        state = new ChatState.Thinking();
      }
      case ReplyEvent.Text(String piece) -> {
        text.append(piece);
        state = new ChatState.Answering();
      }
      case ReplyEvent.Progress count -> progress = count;
      case ReplyEvent.Ended end -> ended = end;
    }
  }

  synchronized Batch drain() {
    var batch = new Batch(thoughts.toString(), text.toString(), progress, ended, state);
    thoughts.setLength(0);
    text.setLength(0);
    progress = null;
    state = null;
    return batch;
  }
}
