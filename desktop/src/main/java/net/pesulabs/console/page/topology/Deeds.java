package net.pesulabs.console.page.topology;

import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import net.pesulabs.console.fx.CopyText;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Doors;
import net.pesulabs.console.page.topology.graph.Action;
import org.kordamp.ikonli.feather.Feather;

/** What can be done from the map, as buttons. */
final class Deeds {

  private static final Set<String> WEB = Set.of("http", "https");

  private final Doors doors;
  private final Texts texts;

  Deeds(Doors doors, Texts texts) {
    this.doors = doors;
    this.texts = texts;
  }

  /** Whether this window can do it. */
  boolean can(Action action) {
    return switch (action) {
      case Action.OpenPods pods -> doors.leadTo(Doors.Room.PODS);
      case Action.OpenGpu gpu -> doors.leadTo(Doors.Room.GPU);
      case Action.OpenChat chat -> doors.leadTo(Doors.Room.CHAT);
      case Action.Examine examine -> doors.leadTo(Doors.Room.DOCTOR);
      case Action.OpenInBrowser web ->
          web.page().getScheme() != null
              && WEB.contains(web.page().getScheme().toLowerCase(Locale.ROOT));
      case Action.CopyAddress address -> true;
      case Action.CopyCommand command -> true;
    };
  }

  Button button(Action action) {
    var button = texts.on(new Button(), action.title());
    button.getStyleClass().add("facts-deed");
    button.setGraphic(MapKit.icon(icon(action), "facts-deed-icon"));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    button.setOnAction(event -> {
      act(action);
      if (action instanceof Action.CopyAddress || action instanceof Action.CopyCommand) {
        button.textProperty().unbind();
        texts.on(button, Msg.topologyCopied());
      }
    });
    return button;
  }

  private void act(Action action) {
    switch (action) {
      case Action.OpenPods pods -> doors.open(Doors.Room.PODS, pods.filter());
      case Action.OpenGpu gpu -> doors.open(Doors.Room.GPU, "");
      case Action.OpenChat chat -> doors.open(Doors.Room.CHAT, "");
      case Action.Examine examine -> doors.open(Doors.Room.DOCTOR, examine.target());
      case Action.OpenInBrowser web -> doors.browse(web.page());
      case Action.CopyAddress address -> CopyText.copy(address.address());
      case Action.CopyCommand command -> CopyText.copy(command.command());
    }
  }

  private static Feather icon(Action action) {
    return switch (action) {
      case Action.OpenPods pods -> Feather.BOX;
      case Action.OpenGpu gpu -> Feather.CPU;
      case Action.OpenChat chat -> Feather.MESSAGE_CIRCLE;
      case Action.Examine examine -> Feather.ACTIVITY;
      case Action.OpenInBrowser web -> Feather.EXTERNAL_LINK;
      case Action.CopyAddress address -> Feather.COPY;
      case Action.CopyCommand command -> Feather.TERMINAL;
    };
  }
}
