package net.pesulabs.console.page.topology;

import javafx.css.PseudoClass;
import javafx.scene.control.TreeCell;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.health.Severity;
import org.jspecify.annotations.Nullable;

/** A line of the tree: the sign of its state, and its words. */
final class MapTreeCell extends TreeCell<MapTree.Row> {

  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
  private static final PseudoClass LINE = PseudoClass.getPseudoClass("line");

  private final SeverityIcon icon = new SeverityIcon(Severity.UNKNOWN);

  @Override
  protected void updateItem(MapTree.@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText(null);
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.show(row.live() ? row.severity() : Severity.UNKNOWN);
    setGraphic(icon);
    setText(row.words());
    setAccessibleText(row.words());
    pseudoClassStateChanged(OLD, !row.live());
    pseudoClassStateChanged(LINE, row.sort() == null);
  }
}
