package net.pesulabs.console.page.doctor;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import net.pesulabs.console.doctor.Fix;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.CommandBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is broken, in one sentence; who can mend it and how, with the commands to copy. */
final class ObstacleBox extends VBox {

  /**
   * A box.
   *
   * @param open whether the cure is shown
   * @param onOpen asked to show or hide it
   */
  ObstacleBox(Hop hop, boolean open, Texts texts, Consumer<Boolean> onOpen) {
    getStyleClass().add("doctor-obstacle");
    Kit.mark(this, hop.state().name());
    var icon = new FontIcon(Kit.icon(hop.state()));
    Kit.mark(icon, hop.state().name());
    icon.getStyleClass().add("doctor-hop-icon");
    var sentence = Kit.wrapped(new Label(texts.say(hop.text()), icon), "doctor-sentence");
    getChildren().add(sentence);
    Fix fix = hop.fix();
    if (fix == null) {
      return;
    }
    if (!open) {
      var toggle = Kit.styled(new Hyperlink(texts.say(Msg.doctorWhatToDo())), "doctor-toggle");
      toggle.setOnAction(event -> onOpen.accept(true));
      getChildren().add(toggle);
      return;
    }
    var who =
        Kit.wrapped(
            new Label(texts.say(fix.who().title()), new FontIcon(whose(fix.who()))), "doctor-who");
    getChildren().addAll(who, Kit.wrapped(new Label(texts.say(fix.how())), "doctor-how"));
    fix.commands().forEach(command -> getChildren().add(new CommandBox(command, texts)));
  }

  private static Feather whose(Fix.Healer who) {
    return switch (who) {
      case YOU -> Feather.USER;
      case ADMIN -> Feather.TOOL;
      case SOMEBODY_AT_HOME -> Feather.HOME;
      case TIME -> Feather.CLOCK;
    };
  }
}
