package net.pesulabs.console.page.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Examination.Verdict;
import net.pesulabs.console.doctor.Words;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The answer in one sentence, and the button to ask again. */
final class DoctorHeader extends HBox {

  DoctorHeader(DoctorViewModel model, Texts texts) {
    getStyleClass().addAll("card", "doctor-header");
    var icon = new FontIcon(Feather.ACTIVITY);
    icon.getStyleClass().add("doctor-verdict-icon");
    var question = Kit.styled(texts.on(new Label(), Msg.doctorTitle()), "page-subtitle");
    var verdict =
        Kit.wrapped(
            texts.on(new Label(), model.examinationProperty().map(DoctorHeader::words)),
            "doctor-verdict");
    var when = Kit.wrapped(new Label(), "muted", "small");
    when.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> when(model.examinationProperty().get(), texts),
                model.examinationProperty(),
                texts.languageProperty()));
    model
        .examinationProperty()
        .subscribe(found -> {
          Verdict now = found.map(Examination::verdict).orElse(Verdict.WALKING);
          icon.setIconCode(
              switch (now) {
                case WALKING -> Feather.ACTIVITY;
                case OK -> Feather.CHECK_CIRCLE;
                case PROBLEM -> Feather.ALERT_TRIANGLE;
                case UNREACHABLE -> Feather.X_CIRCLE;
              });
          Kit.mark(icon, now.name());
        });
    var words = new VBox(question, verdict, when);
    words.getStyleClass().add("doctor-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);

    var again = new Button(null, new FontIcon(Feather.REFRESH_CW));
    again
        .textProperty()
        .bind(
            texts.of(
                model
                    .examiningProperty()
                    .map(busy -> busy ? Msg.doctorExamining() : Msg.doctorExamine())));
    again.getStyleClass().addAll("accent", "large", "doctor-again");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.disableProperty().bind(model.examiningProperty());
    again.setOnAction(event -> model.examine());
    getChildren().addAll(icon, words, again);
  }

  private static Message words(Optional<Examination> found) {
    return found.map(Words::side).orElse(Msg.doctorVerdictWalking());
  }

  private static String when(Optional<Examination> found, Texts texts) {
    Instant ended = found.map(Examination::ended).orElse(null);
    if (found.isEmpty() || ended == null) {
      return texts.say(Msg.doctorSubtitle());
    }
    String time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .localizedBy(texts.language().locale())
            .format(ended.atZone(ZoneId.systemDefault()));
    double seconds = Duration.between(found.get().begun(), ended).toMillis() / 1000.0;
    Localized took = Msg.doctorTook(Quantity.number(seconds, 1));
    return texts.say(Words.verdict(found.get()))
        + " "
        + texts.say(Msg.doctorAt(time))
        + " "
        + texts.say(took)
        + ".";
  }
}
