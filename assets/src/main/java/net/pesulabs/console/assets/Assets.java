package net.pesulabs.console.assets;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the console looks like: every style sheet and font it ships, in the order to load them. */
public final class Assets {

  private Assets() {}

  /** Our style sheets; they go over the base theme, the general one first. */
  public static List<URL> styles() {
    return Stream.of(
            "base", "shell", "home", "topology", "gpu", "pods", "chat", "doctor", "settings")
        .map(name -> resource("styles/" + name + ".css"))
        .toList();
  }

  /** One family for words, with figures of equal width, and one for what computers say. */
  public static List<URL> fonts() {
    return Stream.of(
            "IBMPlexSans-Regular",
            "IBMPlexSans-SemiBold",
            "IBMPlexSans-Bold",
            "IBMPlexMono-Regular")
        .map(name -> resource("fonts/" + name + ".ttf"))
        .toList();
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Assets.class.getResource(name), name);
  }
}
