package net.pesulabs.console.page.doctor;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.doctor.Path;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What the parts of the page have in common. A state is a shape first, and then a colour. */
final class Kit {

  private Kit() {}

  static <N extends Node> N styled(N node, String... styles) {
    node.getStyleClass().addAll(styles);
    return node;
  }

  static Label wrapped(Label label, String... styles) {
    label.setWrapText(true);
    label.setMinWidth(0);
    return styled(label, styles);
  }

  static Ikon icon(Hop.State state) {
    return switch (state) {
      case OK -> Feather.CHECK_CIRCLE;
      case BROKEN -> Feather.X_CIRCLE;
      case SKIPPED -> Feather.MINUS_CIRCLE;
      case UNKNOWN -> Feather.HELP_CIRCLE;
    };
  }

  static Ikon icon(Path.State state) {
    return switch (state) {
      case WALKING -> Feather.LOADER;
      case OK -> Feather.CHECK_CIRCLE;
      case BROKEN -> Feather.X_CIRCLE;
      case UNKNOWN -> Feather.HELP_CIRCLE;
      case NOT_SET_UP -> Feather.MINUS_CIRCLE;
    };
  }

  /** Gives a node the one of the states' pseudo classes that holds, for its colour. */
  static void mark(Node node, String state) {
    for (String each :
        new String[] {
          "ok", "broken", "skipped", "unknown", "walking", "not-set-up", "problem", "unreachable"
        }) {
      node.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(each),
          each.equals(state.toLowerCase(Locale.ROOT).replace('_', '-')));
    }
  }
}
