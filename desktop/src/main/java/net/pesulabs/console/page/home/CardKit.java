package net.pesulabs.console.page.home;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the cards of the home page are made of. */
record CardKit(Texts texts, Now now, HomeViewModel model) {

  /** A part of what the page sees, as a reading that follows it. */
  <T> ObservableValue<Reading<T>> part(Function<Sight, Reading<T>> part) {
    return model.sightProperty().map(part);
  }

  HBox title(Ikon icon, Message title, Node... right) {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var label = styled(texts.on(new Label(), title), "card-title");
    label.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(icon(icon, "card-icon"), label, spring);
    row.getChildren().addAll(right);
    row.getStyleClass().add("card-head");
    return row;
  }

  <T> ReadingLabel<T> figure(
      ObservableValue<? extends Reading<T>> reading, Function<T, Localized> words) {
    return new ReadingLabel<>(texts, now, reading, words);
  }

  /** A name with its figure beneath. */
  <T> VBox stat(
      Message name, ObservableValue<? extends Reading<T>> reading, Function<T, Localized> words) {
    var value = styled(figure(reading, words), "stat-value");
    value.setMinWidth(0);
    var stat = new VBox(styled(texts.on(new Label(), name), "stat-name"), value);
    stat.getStyleClass().add("stat");
    HBox.setHgrow(stat, Priority.ALWAYS);
    return stat;
  }

  /**
   * A part of a whole: name and figure over a bar, which is empty while nothing is known.
   *
   * @param share 0 to 1
   */
  <T> VBox share(
      Message name,
      ObservableValue<? extends Reading<T>> reading,
      Function<T, Localized> words,
      ToDoubleFunction<T> share) {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var figure = figure(reading, words);
    var bar = styled(new ProgressBar(0), "share-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(figure.textProperty());
    reading.subscribe(value -> {
      bar.setProgress(value.known().map(share::applyAsDouble).orElse(0.0));
      bar.setOpacity(value.isLive() ? 1 : 0.35);
    });
    var head = new HBox(styled(texts.on(new Label(), name), "stat-name"), spring, figure);
    return styled(new VBox(head, bar), "share");
  }

  /** A state as shape, colour and words; what is not live is never shown as fine. */
  HBox state(ObservableValue<? extends Reading<Health>> reading) {
    var icon = new SeverityIcon(reading.map(CardKit::severity));
    var words = figure(reading, Health::text);
    words.setWrapText(true);
    var row = new HBox(icon, words);
    row.getStyleClass().add("state");
    return row;
  }

  static Severity severity(Reading<Health> reading) {
    return reading.isLive()
        ? reading.known().map(Health::severity).orElse(Severity.UNKNOWN)
        : Severity.UNKNOWN;
  }

  /** Says how old the card is and why, and takes no room while it is live. */
  Label note(ObservableValue<? extends Reading<?>> reading) {
    var note = styled(new Label(), "card-note");
    note.setWrapText(true);
    note.setGraphic(icon(Feather.INFO, "card-note-icon"));
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> noteText(reading.getValue()),
                reading,
                model.nowProperty(),
                texts.languageProperty()));
    note.visibleProperty().bind(reading.map(r -> !r.isLive()));
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  static FontIcon icon(Ikon ikon, String style) {
    var icon = new FontIcon(ikon);
    icon.getStyleClass().add(style);
    return icon;
  }

  /** Takes the height left, so that what follows stands on the card's ground. */
  static Region spring() {
    var spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }

  static <N extends Node> N styled(N node, String... styles) {
    node.getStyleClass().addAll(styles);
    return node;
  }

  private String noteText(Reading<?> reading) {
    String why = reading.problem().map(texts::say).orElse("");
    return reading
        .age(model.nowProperty().get())
        .map(age -> texts.say(Msg.homeNoteStale(Quantity.roughly(age), why)))
        .orElse(why);
  }
}
