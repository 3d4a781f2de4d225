package net.pesulabs.console.page.topology.layout;

import net.pesulabs.console.page.topology.graph.Vertex;

/** How a thing is drawn, and how much room that takes where it is not what it holds that says. */
public enum Form {
  /** A place or an empty machine: symbol, title, subtitle, state. */
  CARD(200, 78),
  /** One line: state, title, count. */
  CHIP(170, 30),
  /** Two lines: title, subtitle. */
  PLATE(208, 48),
  /** At the head of a bus. */
  PILL(124, 46),
  /** Holds others, and is open. */
  FRAME(232, 0),
  /** Holds others beside its name, without a border. */
  SHELF(0, 0),
  /** Holds others, and is folded: a machine. */
  FOLDED_CARD(200, 78),
  /** Holds others, and is folded: anything else. */
  FOLDED_PLATE(208, 48),
  /** A folded one within another. */
  FOLDED_CHIP(170, 30);

  private final Size size;

  Form(double width, double height) {
    size = new Size(width, height);
  }

  /** Its size, or the least it takes where it holds others. */
  public Size size() {
    return size;
  }

  public boolean isOpen() {
    return this == FRAME || this == SHELF;
  }

  public boolean isFolded() {
    return this == FOLDED_CARD || this == FOLDED_PLATE || this == FOLDED_CHIP;
  }

  /**
   * The form of a vertex.
   *
   * @param holds whether something stands in it
   * @param inMachine whether it stands in a machine
   */
  static Form of(Vertex vertex, boolean holds, boolean folded, boolean inMachine) {
    boolean shelf = inMachine && vertex.sort() == Vertex.Sort.NAMESPACE;
    if (holds && !folded) {
      return shelf ? SHELF : FRAME;
    }
    boolean free = vertex.parent() == null;
    return switch (vertex.sort()) {
      case MACHINE, CLUSTER, UNSCHEDULED ->
          free ? holds ? FOLDED_CARD : CARD : holds ? FOLDED_CHIP : CHIP;
      case INTERNET, GATEWAY, LAPTOP -> CARD;
      case LAN, TAILNET -> free ? PILL : PLATE;
      case POD, VOLUME, CARD, MODEL -> free ? PLATE : CHIP;
      case NAMESPACE -> free ? holds ? FOLDED_PLATE : PLATE : holds ? FOLDED_CHIP : CHIP;
      case WORKLOAD -> holds ? FOLDED_PLATE : inMachine ? CHIP : PLATE;
      case HOST, ENTRANCE, SERVICE, ENDPOINTS -> holds ? FOLDED_PLATE : PLATE;
    };
  }
}
