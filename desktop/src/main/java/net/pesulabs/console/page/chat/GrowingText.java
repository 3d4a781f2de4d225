package net.pesulabs.console.page.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Subscription;

/** A text that only grows. Those who follow hear the pieces, never the whole again. FX thread. */
final class GrowingText {

  private final StringBuilder text = new StringBuilder();
  private final List<Consumer<String>> followers = new ArrayList<>();

  void append(String piece) {
    if (!piece.isEmpty()) {
      text.append(piece);
      followers.forEach(follower -> follower.accept(piece));
    }
  }

  /** Hears what is there at once, then each piece. */
  Subscription follow(Consumer<String> follower) {
    if (!isEmpty()) {
      follower.accept(toString());
    }
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
