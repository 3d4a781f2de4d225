package net.pesulabs.console.page.gpu.fit;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;

/**
 * The planner's small parts: labelled fields, and labels that are there while they say something.
 */
record Kit(Texts texts, FitViewModel model) {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  /** A text field of the form, with its name above and what is wrong with it below. */
  VBox field(Field field, Message name, Localized example) {
    var control = new TextField();
    control.textProperty().bindBidirectional(model.form().text(field));
    control.promptTextProperty().bind(texts.of(example));
    control.setPrefColumnCount(6);
    var offence = model.offences().map(all -> all.get(field));
    offence.subscribe(wrong -> control.pseudoClassStateChanged(WRONG, wrong != null));
    VBox box = labelled(name, control, control);
    Label why = whileSaid(offence);
    why.getStyleClass().add("form-offence");
    why.pseudoClassStateChanged(WRONG, true);
    box.getChildren().add(why);
    return box;
  }

  VBox labelled(Message name, Control control, Node holder) {
    Label title = texts.on(new Label(), name);
    title.setLabelFor(control);
    control.accessibleTextProperty().bind(texts.of(name));
    control.setMaxWidth(Double.MAX_VALUE);
    var box = new VBox(title, holder);
    box.getStyleClass().add("form-field");
    return box;
  }

  /** A wrapping label that takes no room while there is nothing to say. */
  Label whileSaid(ObservableValue<? extends Localized> text) {
    Label label = texts.on(new Label(), text);
    label.setWrapText(true);
    label.setMinWidth(0);
    label.getStyleClass().add("small");
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  static void showIf(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  static void showWhile(Node node, ObservableValue<Boolean> holds) {
    node.visibleProperty().bind(holds);
    node.managedProperty().bind(node.visibleProperty());
  }
}
