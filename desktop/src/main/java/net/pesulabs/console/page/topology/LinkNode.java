package net.pesulabs.console.page.topology;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.i18n.Msg;

/** A line of the map: how it is drawn tells its state, and so do the word and the icon on it. */
final class LinkNode {

  private static final double WORD_HEIGHT = 15;
  private static final double ICON = 18;
  private static final double WIDTH = 80;

  private final ObjectProperty<Link> link;
  private final Polyline line = new Polyline();
  private final Pane badge;

  /** Whether the word stands beside the icon, as on a line from top to bottom. */
  private final boolean beside;

  LinkNode(Link first, MapKit kit) {
    link = new SimpleObjectProperty<>(first);
    line.setMouseTransparent(true);
    line.setViewOrder(2);

    var word = MapKit.styled(new Label(), "map-link-word");
    word.textProperty().bind(kit.texts().of(link.map(Link::word)));
    var icon = new StackPane(new SeverityIcon(link.map(Link::severity)));
    icon.getStyleClass().add("map-link-icon");
    icon.setMinSize(ICON, ICON);
    icon.setMaxSize(ICON, ICON);
    beside = first.kind() == Link.Kind.WAN;
    badge = beside ? new HBox(4, icon, word) : new VBox(word, icon);
    badge.getStyleClass().addAll("map-link", beside ? "map-link-beside" : "map-link-above");
    Choice.make(badge, first.id(), kit);
    badge
        .accessibleTextProperty()
        .bind(kit.texts().of(link.map(l -> Msg.topologySpoken(l.word(), l.health().text()))));
    link.subscribe(this::draw);
  }

  Polyline line() {
    return line;
  }

  Pane badge() {
    return badge;
  }

  void show(Link next) {
    link.set(next);
  }

  /** The icon sits on the line, the word above or beside it. */
  void place(TopologyLayout.Wire wire) {
    line.getPoints().clear();
    wire.points().forEach(point -> line.getPoints().addAll(point.x(), point.y()));
    double x = wire.badge().x();
    double y = wire.badge().y();
    if (beside) {
      badge.resizeRelocate(x - ICON / 2, y - ICON / 2, WIDTH, ICON);
    } else {
      badge.resizeRelocate(x - WIDTH / 2, y - ICON / 2 - WORD_HEIGHT, WIDTH, WORD_HEIGHT + ICON);
    }
  }

  private void draw(Link shown) {
    line.getStyleClass().setAll("map-line", "line-" + shown.severity().id());
    line.getStrokeDashArray().clear();
    switch (shown.line()) {
      case SOLID -> {}
      case DASHED -> line.getStrokeDashArray().addAll(8.0, 5.0);
      case DOTTED -> line.getStrokeDashArray().addAll(1.5, 5.0);
      case BROKEN -> line.getStrokeDashArray().addAll(12.0, 10.0);
    }
    Choice.colour(badge, shown.severity());
  }
}
