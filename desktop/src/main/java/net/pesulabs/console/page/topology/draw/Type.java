package net.pesulabs.console.page.topology.draw;

/** The kinds of writing on the map. */
public enum Type {
  TITLE("IBM Plex Sans", "IBM Plex Sans SemiBold", 600, 20),
  NAME("IBM Plex Sans", "IBM Plex Sans SemiBold", 600, 14),
  STRONG("IBM Plex Sans", "IBM Plex Sans SemiBold", 600, 12),
  WORDS("IBM Plex Sans", "IBM Plex Sans", 400, 12),
  SMALL("IBM Plex Sans", "IBM Plex Sans", 400, 11),
  MONO("IBM Plex Mono", "IBM Plex Mono", 400, 11);

  private final String family;
  private final String font;
  private final int weight;
  private final double size;

  Type(String family, String font, int weight, double size) {
    this.family = family;
    this.font = font;
    this.weight = weight;
    this.size = size;
  }

  /** As CSS names it. */
  String family() {
    return family;
  }

  /** As JavaFX names it, which takes each weight for a family of its own. */
  String font() {
    return font;
  }

  int weight() {
    return weight;
  }

  double size() {
    return size;
  }
}
