package net.pesulabs.console.fx;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** A text that wraps, and that its context menu copies. */
public final class CopyText extends Label {

  /**
   * A text, empty at first.
   *
   * @param copy what the menu says, in the language of now
   */
  public CopyText(String text, String copy, String styleClass) {
    super(text);
    getStyleClass().add(styleClass);
    setWrapText(true);
    var item = new MenuItem(copy);
    item.setOnAction(event -> copy(getText()));
    setContextMenu(new ContextMenu(item));
  }

  /** Puts a text on the clipboard. */
  public static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
