package net.pesulabs.console.page.chat;

import java.text.BreakIterator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Selecting in a {@link SelectableText} as in any text: drag, double click, triple click, keys. */
final class TextSelection {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private final SelectableText node;

  TextSelection(SelectableText node) {
    this.node = node;
    node.setOnMousePressed(this::press);
    node.setOnMouseDragged(this::drag);
    node.setOnKeyPressed(this::key);
    node.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            node.select(0, 0);
          }
        });
  }

  /** Puts a text on the clipboard. */
  static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void press(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    node.requestFocus();
    int at = node.offsetAt(event.getX(), event.getY());
    switch (event.getClickCount()) {
      case 1 -> {
        if (event.isShiftDown()) {
          node.selectTo(at);
        } else {
          node.select(at, at);
        }
      }
      case 2 -> selectUnit(BreakIterator.getWordInstance(), at);
      default -> selectParagraph(at);
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() <= 1) {
      node.selectTo(node.offsetAt(event.getX(), event.getY()));
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (COPY.match(event) && !node.selected().isEmpty()) {
      copy(node.selected());
      event.consume();
    } else if (ALL.match(event)) {
      node.select(0, node.text().length());
      event.consume();
    }
  }

  private void selectUnit(BreakIterator units, int at) {
    String text = node.text();
    units.setText(text);
    int end = units.following(Math.min(at, Math.max(0, text.length() - 1)));
    node.select(
        end == BreakIterator.DONE ? at : units.previous(), end == BreakIterator.DONE ? at : end);
  }

  private void selectParagraph(int at) {
    String text = node.text();
    int end = text.indexOf('\n', at);
    node.select(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length() : end);
  }
}
