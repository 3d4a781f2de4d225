package net.pesulabs.console.homelab.chat;

import java.util.List;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Subscription;

/** The model server, as one who talks with it sees it. */
public interface ChatServer {

  /**
   * Asks for the next turn of a conversation and streams it. The listener is called on one virtual
   * thread, in order, and hears {@link ReplyEvent.Ended} exactly once and last, whatever happens.
   *
   * @return closing it stops the answer and frees the server's slot
   */
  Subscription ask(List<Turn> conversation, Consumer<ReplyEvent> listener);
}
