package net.pesulabs.console.page.chat;

import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** What the model does before its first word, said so that waiting is never silent. */
final class Doing {

  private Doing() {}

  /** The words of a state; null where there is nothing to explain. */
  static @Nullable Message words(ChatState state, Reading<ModelServer> model) {
    return switch (state) {
      case ChatState.Idle idle -> null;
      case ChatState.Answering answering -> null;
      case ChatState.Thinking thinking -> Msg.chatThinking();
      case ChatState.Waiting(Double read) -> read == null ? waiting(model) : reading(read);
    };
  }

  private static Message reading(double read) {
    return Msg.chatReading(Quantity.percent(100 * Math.clamp(read, 0, 1)));
  }

  /** While all slots are busy the server sends nothing at all, so its own queue has to tell. */
  private static Message waiting(Reading<ModelServer> model) {
    Integer queue =
        model.known().filter(m -> model.isLive()).map(ModelServer::waiting).orElse(null);
    return queue == null || queue == 0 ? Msg.chatWaiting() : Msg.chatQueued(queue);
  }
}
