package net.pesulabs.console.page.settings;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** A label, its control, and below it a word of help, or what is wrong with what was typed. */
final class FormField extends VBox {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("warning");

  /**
   * @param holder the control, or what holds it and a button
   * @param help null where the label says it all
   */
  FormField(Texts texts, Message label, Node holder, Control control, @Nullable Message help) {
    getStyleClass().add("form-field");
    var title = texts.on(new Label(), label);
    title.setLabelFor(control);
    control.accessibleTextProperty().bind(texts.of(label));
    getChildren().addAll(title, holder);
    if (help != null) {
      getChildren().add(words(texts.on(new Label(), help), "form-help"));
    }
  }

  FormField(Texts texts, Message label, Control control, @Nullable Message help) {
    this(texts, label, control, control, help);
  }

  /** Shows below the field what is wrong at a place of the form, and marks the control. */
  FormField watching(
      Texts texts, Control control, ObservableValue<Map<Place, Offence>> offences, Place place) {
    getChildren().add(offence(texts, control, offences.map(all -> all.get(place))));
    return this;
  }

  /** A label that is there only while something is wrong. */
  static Label offence(Texts texts, @Nullable Control control, ObservableValue<Offence> offence) {
    ObservableValue<? extends Localized> text = offence.map(Offence::text);
    var label = words(texts.on(new Label(), text), "form-offence");
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    offence.subscribe(now -> {
      mark(label, now);
      if (control != null) {
        mark(control, now);
      }
    });
    return label;
  }

  private static void mark(Node node, @Nullable Offence offence) {
    node.pseudoClassStateChanged(WRONG, offence != null && offence.blocks());
    node.pseudoClassStateChanged(DOUBTFUL, offence != null && !offence.blocks());
  }

  private static Label words(Label label, String style) {
    label.setWrapText(true);
    label.getStyleClass().addAll("small", style);
    return label;
  }
}
