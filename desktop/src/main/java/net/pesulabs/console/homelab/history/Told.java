package net.pesulabs.console.homelab.history;

import java.util.LinkedHashMap;
import java.util.Map;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.ModelServer;
import org.jspecify.annotations.Nullable;

/** What one answer of a source tells of each series; null where it does not tell it. */
public final class Told {

  private Told() {}

  /** The figures of a machine and of each of its cards. */
  public static Map<Series, @Nullable Double> of(GpuNode node) {
    Map<Series, @Nullable Double> told = new LinkedHashMap<>();
    for (Card card : node.cards()) {
      for (Figure figure : Figure.figuresOf(Card.class)) {
        told.put(Series.ofCard(node.host(), card.id(), figure), figure.of(card));
      }
    }
    for (Figure figure : Figure.figuresOf(GpuNode.class)) {
      told.put(Series.ofMachine(node.host(), figure), figure.of(node));
    }
    return told;
  }

  /** The figures of the model server. */
  public static Map<Series, @Nullable Double> of(ModelServer server) {
    Map<Series, @Nullable Double> told = new LinkedHashMap<>();
    for (Figure figure : Figure.figuresOf(ModelServer.class)) {
      told.put(Series.ofModel(figure), figure.of(server));
    }
    return told;
  }
}
