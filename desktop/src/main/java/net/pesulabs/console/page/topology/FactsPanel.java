package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.Details.Fact;
import net.pesulabs.console.page.topology.Details.PodLine;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The side panel: the facts of the one thing selected, in words. */
final class FactsPanel extends VBox {

  static final double WIDTH = 320;

  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  /** What decides which rows there are; while it stays, only their words change. */
  private record Shape(String id, List<Message> labels, List<String> pods) {
    static Shape of(Details details) {
      return new Shape(
          details.id(),
          details.facts().stream().map(Fact::label).toList(),
          details.pods().stream().map(PodLine::name).toList());
    }
  }

  private final MapKit kit;
  private final ObjectProperty<@Nullable Details> details = new SimpleObjectProperty<>();
  private final VBox rows = MapKit.styled(new VBox(), "facts-rows");
  private @Nullable Shape shape;
  private List<ObjectProperty<Localized>> values = List.of();

  FactsPanel(MapKit kit) {
    this.kit = kit;
    getStyleClass().add("map-facts");
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    var title = MapKit.styled(new Label(), "facts-title");
    title.textProperty().bind(kit.texts().of(details.map(Details::title)));
    title.setWrapText(true);
    var subtitle = MapKit.styled(new Label(), "facts-subtitle");
    subtitle.textProperty().bind(kit.texts().of(details.map(Details::subtitle)));
    subtitle.setWrapText(true);
    var names = new VBox(title, subtitle);
    HBox.setHgrow(names, Priority.ALWAYS);
    var close = new Button();
    close.setGraphic(MapKit.icon(Feather.X, "facts-close"));
    close.getStyleClass().addAll("button-icon", "flat");
    kit.texts().explain(close, Msg.topologyClose());
    close.setOnAction(event -> kit.model().selectedProperty().set(null));

    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(MapKit.styled(new HBox(names, close), "facts-head"), scroll);
    kit.model().detailsProperty().subscribe(this::show);
  }

  private void show(@Nullable Details next) {
    if (next == null) {
      return;
    }
    details.set(next);
    pseudoClassStateChanged(OLD, !next.live());
    var wanted = Shape.of(next);
    if (!wanted.equals(shape)) {
      shape = wanted;
      build(next);
    }
    for (int i = 0; i < values.size(); i++) {
      values.get(i).set(next.facts().get(i).value());
    }
  }

  private void build(Details next) {
    var nodes = new ArrayList<Node>();
    var state = MapKit.styled(new Label(), "facts-state");
    state.setWrapText(true);
    state.textProperty().bind(kit.texts().of(details.map(d -> d.health().text())));
    nodes.add(
        MapKit.styled(
            new HBox(new SeverityIcon(details.map(d -> d.health().severity())), state),
            "facts-health"));
    var made = new ArrayList<ObjectProperty<Localized>>();
    for (Fact fact : next.facts()) {
      var value = new SimpleObjectProperty<>(fact.value());
      made.add(value);
      nodes.add(row(fact.label(), value));
    }
    values = made;
    if (!next.pods().isEmpty()) {
      nodes.add(MapKit.styled(kit.texts().on(new Label(), Msg.topologyPods()), "facts-section"));
    }
    for (int i = 0; i < next.pods().size(); i++) {
      nodes.add(pod(i, next.pods().get(i)));
    }
    rows.getChildren().setAll(nodes);
  }

  private Node row(Message label, ObjectProperty<Localized> value) {
    var name = MapKit.styled(new Label(), "facts-name");
    name.textProperty().bind(kit.texts().of(label));
    var words = MapKit.styled(new Label(), "facts-value");
    words.setWrapText(true);
    words.textProperty().bind(kit.texts().of(value));
    return MapKit.styled(new VBox(name, words), "facts-row");
  }

  private Node pod(int index, PodLine first) {
    var line = details.map(d -> index < d.pods().size() ? d.pods().get(index) : first);
    var name = MapKit.styled(new Label(first.name()), "facts-pod-name");
    name.setWrapText(true);
    var status = MapKit.styled(new Label(), "facts-pod-status");
    status.textProperty().bind(line.map(PodLine::status));
    status.setMinWidth(Region.USE_PREF_SIZE);
    var sentence = MapKit.styled(new Label(), "facts-pod-sentence");
    sentence.setWrapText(true);
    sentence.textProperty().bind(kit.texts().of(line.map(l -> l.health().text())));
    var words = new VBox(name, status, sentence);
    HBox.setHgrow(words, Priority.ALWAYS);
    return MapKit.styled(
        new HBox(new SeverityIcon(line.map(l -> l.health().severity())), words), "facts-pod");
  }
}
