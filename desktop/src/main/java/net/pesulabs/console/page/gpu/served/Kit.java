package net.pesulabs.console.page.gpu.served;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** The small parts of both cards. */
record Kit(Texts texts, Now now, ObservableValue<Reading<ModelServer>> server) {

  <R> ObservableValue<Reading<R>> part(Function<ModelServer, @Nullable R> part) {
    return server.map(whole -> whole.map(part));
  }

  <R> ReadingLabel<R> value(Function<ModelServer, @Nullable R> part, Function<R, Localized> words) {
    var label = new ReadingLabel<>(texts, now, part(part), words);
    label.getStyleClass().add("fact-value");
    return label;
  }

  /** A name and its value, as one for a screen reader too. */
  <R> HBox fact(
      Message name, Function<ModelServer, @Nullable R> part, Function<R, Localized> words) {
    return named(name, value(part, words));
  }

  /** The same, there only while it is told. */
  <R> HBox factIfTold(
      Message name, Function<ModelServer, @Nullable R> part, Function<R, Localized> words) {
    HBox fact = fact(name, part, words);
    showWhile(fact, part(part).map(reading -> reading.known().isPresent()));
    return fact;
  }

  HBox named(Message name, Label value) {
    Label title = texts.on(new Label(), name);
    title.getStyleClass().add("fact-name");
    title.setLabelFor(value);
    value.setMinWidth(Region.USE_PREF_SIZE);
    var fact = new HBox(title, value);
    fact.getStyleClass().add("fact");
    return fact;
  }

  Label title(Message words) {
    Label title = texts.on(new Label(), words);
    title.getStyleClass().add("block-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    return title;
  }

  /** A wrapping label that takes no room while there is nothing to say. */
  Label whileSaid(ObservableValue<? extends Localized> text) {
    Label label = texts.on(new Label(), text);
    label.setWrapText(true);
    label.setMinWidth(0);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  static <L extends Label> L quiet(L label) {
    label.getStyleClass().addAll("muted", "small");
    return label;
  }

  static void showWhile(Node node, ObservableValue<Boolean> holds) {
    node.visibleProperty().bind(holds);
    node.managedProperty().bind(node.visibleProperty());
  }
}
