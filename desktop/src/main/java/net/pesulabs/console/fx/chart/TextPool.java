package net.pesulabs.console.fx.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.text.Text;

/** The small texts of a drawing, used again each time it is drawn. */
final class TextPool {

  private final Group group = new Group();
  private final List<Text> texts = new ArrayList<>();
  private final String style;
  private int used;

  TextPool(String style) {
    this.style = style;
    group.setManaged(false);
    group.setMouseTransparent(true);
  }

  Group node() {
    return group;
  }

  void begin() {
    used = 0;
  }

  /** The next text, with its size known and its place not yet. */
  Text next(String words) {
    boolean fresh = used == texts.size();
    if (fresh) {
      var text = new Text();
      text.getStyleClass().add(style);
      texts.add(text);
      group.getChildren().add(text);
    }
    Text text = texts.get(used++);
    text.setVisible(true);
    text.setText(words);
    if (fresh) {
      // It does not know its font until styled, and would once be placed wrongly.
      text.applyCss();
    }
    return text;
  }

  void end() {
    texts.subList(used, texts.size()).forEach(text -> text.setVisible(false));
  }
}
