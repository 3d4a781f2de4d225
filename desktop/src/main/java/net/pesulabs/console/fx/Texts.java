package net.pesulabs.console.fx;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;

/** The texts on screen: they follow the language without a restart. FX thread only. */
public final class Texts {

  private final ObjectProperty<Language> language;

  public Texts(Language language) {
    this.language = new SimpleObjectProperty<>(language);
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  public Language language() {
    return language.get();
  }

  /** A text now, for what is drawn anew anyway; see {@link #of} for what stays. */
  public String say(Localized text) {
    return text.in(language.get());
  }

  public ObservableValue<String> of(Localized text) {
    return language.map(text::in);
  }

  /** A text that changes with its content and with the language; empty while there is none. */
  public ObservableValue<String> of(ObservableValue<? extends Localized> text) {
    return Bindings.createStringBinding(
        () -> text.getValue() == null ? "" : text.getValue().in(language.get()), text, language);
  }

  /** Gives a label, button or other labelled control its text, and returns it. */
  public <N extends Labeled> N on(N control, Localized text) {
    control.textProperty().bind(of(text));
    return control;
  }

  /** As {@link #on(Labeled, Localized)}, for a text that changes. */
  public <N extends Labeled> N on(N control, ObservableValue<? extends Localized> text) {
    control.textProperty().bind(of(text));
    return control;
  }

  /** Says what a control without words is, to the pointer and to a screen reader. */
  public <N extends Node> N explain(N node, Localized text) {
    var tooltip = new Tooltip();
    tooltip.textProperty().bind(of(text));
    Tooltip.install(node, tooltip);
    node.accessibleTextProperty().bind(of(text));
    return node;
  }
}
