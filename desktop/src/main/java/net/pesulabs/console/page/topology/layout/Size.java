package net.pesulabs.console.page.topology.layout;

/** How much room something takes, in the map's units. */
public record Size(double width, double height) {

  static final Size NONE = new Size(0, 0);
}
