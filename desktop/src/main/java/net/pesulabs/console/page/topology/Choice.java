package net.pesulabs.console.page.topology;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import net.pesulabs.console.health.Severity;

/** Makes a part of the map something one can choose, by pointer or keyboard. */
final class Choice {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private Choice() {}

  static void make(Region node, String id, MapKit kit) {
    var selected = kit.model().selectedProperty();
    node.setId(id);
    node.getStyleClass().add("map-choice");
    node.setFocusTraversable(true);
    node.setAccessibleRole(AccessibleRole.BUTTON);
    node.setOnMouseClicked(event -> {
      // A drag pans the map and chooses nothing.
      if (event.isStillSincePress()) {
        node.requestFocus();
        selected.set(id);
        event.consume();
      }
    });
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            selected.set(id);
            event.consume();
          }
        });
  }

  static void mark(Region node, boolean selected) {
    node.pseudoClassStateChanged(SELECTED, selected);
  }

  static void colour(Region node, Severity severity) {
    for (Severity each : Severity.values()) {
      node.getStyleClass().remove("is-" + each.id());
    }
    node.getStyleClass().add("is-" + severity.id());
  }
}
