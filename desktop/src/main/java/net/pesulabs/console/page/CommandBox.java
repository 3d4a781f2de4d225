package net.pesulabs.console.page;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.doctor.Fix;
import net.pesulabs.console.fx.CopyText;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lines to run somewhere, and a button that copies them. */
public final class CommandBox extends VBox {

  private static final int MOST_LINES = 14;
  private static final double LONG_HEIGHT = 230;

  public CommandBox(Fix.Command command, Texts texts) {
    getStyleClass().add("doctor-command");
    var where = new Label(texts.say(command.where()));
    where.setWrapText(true);
    where.getStyleClass().addAll("muted", "small");
    var lines = new CopyText(command.lines(), texts.say(Msg.doctorCopy()), "doctor-lines");
    lines.setMaxWidth(Double.MAX_VALUE);
    lines.setMinWidth(0);
    var icon = new FontIcon(Feather.COPY);
    var copy = new Button(texts.say(Msg.doctorCopy()), icon);
    copy.getStyleClass().addAll("small", "doctor-copy");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setAccessibleText(copy.getText() + ": " + command.lines());
    copy.setOnAction(event -> {
      CopyText.copy(command.lines());
      copy.setText(texts.say(Msg.doctorCopied()));
      icon.setIconCode(Feather.CHECK);
    });
    var row = new HBox(room(lines), copy);
    row.getStyleClass().add("doctor-command-row");
    getChildren().addAll(where, row);
  }

  /** A whole manifest would push the rest of the page out of sight. */
  private static Region room(CopyText lines) {
    Region room = lines;
    if (lines.getText().lines().count() > MOST_LINES) {
      var scroll = new ScrollPane(lines);
      scroll.getStyleClass().addAll("edge-to-edge", "doctor-long");
      scroll.setFitToWidth(true);
      scroll.setPrefViewportHeight(LONG_HEIGHT);
      scroll.setMinHeight(LONG_HEIGHT);
      room = scroll;
    }
    HBox.setHgrow(room, Priority.ALWAYS);
    return room;
  }
}
