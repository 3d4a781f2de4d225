package net.pesulabs.console.homelab.history;

/**
 * One figure of one thing of the house.
 *
 * @param thing such as {@code pesubuntu/card1}; stays the same whichever way the thing is reached
 */
public record Series(String thing, Figure figure) {

  /** A figure of a graphics card. */
  public static Series ofCard(String host, String card, Figure figure) {
    return new Series(host + "/" + card, figure);
  }

  /** A figure of a machine as a whole. */
  public static Series ofMachine(String host, Figure figure) {
    return new Series(host, figure);
  }

  /** A figure of the house's model server, of which there is one. */
  public static Series ofModel(Figure figure) {
    return new Series("model", figure);
  }
}
