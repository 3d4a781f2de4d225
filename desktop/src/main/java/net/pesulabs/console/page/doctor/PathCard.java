package net.pesulabs.console.page.doctor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.doctor.Path;
import net.pesulabs.console.doctor.Target;
import net.pesulabs.console.doctor.Words;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One path: its hops as a chain of chips, and what is broken on it with the cure. */
final class PathCard extends VBox {

  private final Texts texts;
  private final FontIcon icon = new FontIcon(Feather.LOADER);
  private final Label address = Kit.styled(new Label(), "muted", "small", "mono");
  private final Label state = Kit.styled(new Label(), "doctor-path-state");
  private final FlowPane chain = Kit.styled(new FlowPane(), "doctor-chain");
  private final VBox below = Kit.styled(new VBox(), "doctor-below");
  private @Nullable Path shown;
  private boolean first;
  private boolean hopsOpen;
  private @Nullable Boolean cureOpen; // null until the person chooses

  PathCard(Target target, Texts texts) {
    this.texts = texts;
    getStyleClass().addAll("card", "doctor-path");
    icon.getStyleClass().add("doctor-path-icon");
    var title = Kit.styled(texts.on(new Label(), target.title()), "card-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    address.setMinWidth(0);
    state.setMinWidth(Region.USE_PREF_SIZE);
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var head = Kit.styled(new HBox(icon, title, address, spring, state), "doctor-path-head");
    getChildren().addAll(head, chain, below);
    show(new Path(target, "", List.of(), null, List.of(), false), false);
  }

  /**
   * Shows a path as far as it has been walked.
   *
   * @param isFirst whether it is the first broken one, whose cure is shown at once
   */
  void show(Path path, boolean isFirst) {
    if (path.equals(shown) && isFirst == first) {
      return;
    }
    if (shown != null && shown.walked() && !path.walked()) {
      cureOpen = null; // a new examination
    }
    shown = path;
    first = isFirst;
    render(path);
  }

  /** After a change of language. */
  void sayAnew() {
    if (shown != null) {
      render(shown);
    }
  }

  private void render(Path path) {
    Path.State now = path.state();
    icon.setIconCode(Kit.icon(now));
    Kit.mark(icon, now.name());
    Kit.mark(state, now.name());
    Kit.mark(this, now.name());
    state.setText(texts.say(Words.state(now)));
    address.setText(path.address());
    chain.getChildren().setAll(path.hops().stream().map(hop -> new HopChip(hop, texts)).toList());
    if (path.now() != null) {
      chain.getChildren().add(HopChip.walking(path.now(), texts));
    }
    chain.setVisible(!chain.getChildren().isEmpty() && now != Path.State.NOT_SET_UP);
    chain.setManaged(chain.isVisible());
    below.getChildren().clear();
    Optional<Hop> obstacle = path.obstacle();
    if (path.walked() && obstacle.isPresent()) {
      boolean open = Objects.requireNonNullElse(cureOpen, first);
      below.getChildren().add(new ObstacleBox(obstacle.get(), open, texts, this::openCure));
    }
    if (now == Path.State.NOT_SET_UP && !path.hops().isEmpty()) {
      below
          .getChildren()
          .add(Kit.wrapped(new Label(texts.say(path.hops().getFirst().text())), "muted"));
    }
    path.notes().forEach(note -> below.getChildren().add(note(texts.say(note))));
    if (path.walked() && path.hops().size() > 1) {
      hops(path);
    }
    below.setVisible(!below.getChildren().isEmpty());
    below.setManaged(below.isVisible());
  }

  private void openCure(boolean open) {
    cureOpen = open;
    sayAnew();
  }

  private static Label note(String text) {
    var note = Kit.wrapped(new Label(text, new FontIcon(Feather.INFO)), "doctor-note");
    note.setMaxWidth(Double.MAX_VALUE);
    return note;
  }

  private void hops(Path path) {
    var toggle =
        Kit.styled(
            new Hyperlink(
                texts.say(
                    hopsOpen ? Msg.doctorHideHops() : Msg.doctorShowHops(path.hops().size()))),
            "doctor-toggle");
    toggle.setOnAction(event -> {
      hopsOpen = !hopsOpen;
      sayAnew();
    });
    below.getChildren().add(toggle);
    if (hopsOpen) {
      var rows = Kit.styled(new VBox(), "doctor-hops");
      path.hops().forEach(hop -> rows.getChildren().add(new HopRow(hop, texts)));
      below.getChildren().add(rows);
    }
  }
}
