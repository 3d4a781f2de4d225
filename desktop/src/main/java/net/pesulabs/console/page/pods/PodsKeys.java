package net.pesulabs.console.page.pods;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The page's keys: to the filter, out of it, and away with what is open. */
final class PodsKeys {

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final PodsViewModel model;
  private final PodTable table;
  private final TextField filter;

  private PodsKeys(PodsViewModel model, PodTable table, TextField filter) {
    this.model = model;
    this.table = table;
    this.filter = filter;
  }

  static void install(Node page, PodsViewModel model, PodTable table, TextField filter) {
    var keys = new PodsKeys(model, table, filter);
    page.addEventFilter(KeyEvent.KEY_PRESSED, keys::onPressed);
    page.addEventFilter(KeyEvent.KEY_TYPED, keys::onTyped);
  }

  private void onPressed(KeyEvent event) {
    boolean consumed =
        switch (event.getCode()) {
          case ESCAPE -> escape();
          case DOWN -> filter.isFocused() && toTable();
          default -> FIND.match(event) && toFilter();
        };
    if (consumed) {
      event.consume();
    }
  }

  /** By the character and not the key: on a Spanish keyboard the slash is Shift+7. */
  private void onTyped(KeyEvent event) {
    if (event.getCharacter().equals("/") && !(event.getTarget() instanceof TextInputControl)) {
      toFilter();
      event.consume();
    }
  }

  private boolean toFilter() {
    filter.requestFocus();
    filter.selectAll();
    return true;
  }

  private boolean toTable() {
    table.requestFocus();
    if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
    return true;
  }

  /** One thing at a time: the filter's text, the open pod, the rest of the filter. */
  private boolean escape() {
    if (filter.isFocused()) {
      if (filter.getText().isEmpty()) {
        table.requestFocus();
      }
      filter.clear();
      return true;
    }
    if (model.selectedProperty().get() != null) {
      model.selectedProperty().set(null);
      return true;
    }
    boolean filtered = !filter.getText().isEmpty() || model.problemsOnlyProperty().get();
    model.clearFilter();
    return filtered;
  }
}
