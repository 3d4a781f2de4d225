package net.pesulabs.console.model;

import java.util.List;
import net.pesulabs.console.i18n.Message;

/** What a model keeps of a conversation. */
public sealed interface Attention {

  /**
   * Keys and values, of every layer that keeps any.
   *
   * @param window how many tokens windowed layers look back; 0 where there are none
   */
  record Known(List<Layer> layers, int window) implements Attention {
    public Known {
      layers = List.copyOf(layers);
    }
  }

  /** Something else, whose size this program cannot compute. */
  record NotKnown(Message why) implements Attention {}

  /**
   * A layer's part for each token.
   *
   * @param windowed whether only a window of the conversation is kept
   */
  record Layer(int heads, int keyLength, int valueLength, boolean windowed) {}
}
