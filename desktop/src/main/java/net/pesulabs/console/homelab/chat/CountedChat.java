package net.pesulabs.console.homelab.chat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Subscription;

/**
 * Counts the answers that this program itself waits for, so that it can say who keeps the card
 * busy.
 */
public final class CountedChat implements ChatServer {

  private final ChatServer server;
  private final Cell<Integer> running;

  /**
   * Talks with {@code server}.
   *
   * @param running is kept at the number of answers under way
   */
  public CountedChat(ChatServer server, Cell<Integer> running) {
    this.server = server;
    this.running = running;
  }

  @Override
  public Subscription ask(List<Turn> conversation, Consumer<ReplyEvent> listener) {
    var ended = new AtomicBoolean();
    running.update(count -> count + 1);
    try {
      return server.ask(
          conversation,
          event -> {
            if (event instanceof ReplyEvent.Ended && ended.compareAndSet(false, true)) {
              running.update(count -> count - 1);
            }
            listener.accept(event);
          });
    } catch (RuntimeException e) {
      running.update(count -> count - 1);
      throw e;
    }
  }
}
