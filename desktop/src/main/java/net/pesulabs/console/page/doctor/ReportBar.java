package net.pesulabs.console.page.doctor;

import java.io.File;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import net.pesulabs.console.fx.CopyText;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The report for whoever runs the homelab: to the clipboard or into a file. */
final class ReportBar extends HBox {

  private final DoctorViewModel model;
  private final Texts texts;

  ReportBar(DoctorViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("card", "doctor-report");
    ObservableValue<Message> words =
        model.noteProperty().map(note -> note.orElse(Msg.doctorReportAbout()));
    var label = Kit.wrapped(texts.on(new Label(), words), "muted");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    var copy = button(Feather.COPY, Msg.doctorCopyReport(), "doctor-copy-report");
    copy.setOnAction(event -> model.report(texts.language()).ifPresent(CopyText::copy));
    var save = button(Feather.SAVE, Msg.doctorSaveReport(), "doctor-save-report");
    save.setOnAction(event -> model.report(texts.language()).ifPresent(this::save));
    getChildren().addAll(new FontIcon(Feather.FILE_TEXT), label, copy, save);
  }

  private Button button(Ikon icon, Message text, String style) {
    var button = texts.on(new Button(null, new FontIcon(icon)), text);
    button.getStyleClass().add(style);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(model.examiningProperty());
    return button;
  }

  private void save(String report) {
    var chooser = new FileChooser();
    chooser.setTitle(texts.say(Msg.doctorSaveReport()));
    chooser.setInitialFileName(texts.say(Msg.doctorReportFile()));
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.save(report, file.toPath());
    }
  }
}
