package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Action;
import net.pesulabs.console.page.topology.graph.Details;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The side panel: all there is to tell of the one thing selected. While the same rows are there,
 * only their words change.
 */
final class FactsPanel extends VBox {

  static final double WIDTH = 330;

  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  /** What decides which rows there are. */
  private record Shape(
      String id,
      List<Message> facts,
      List<String> findings,
      List<Details.Neighbour> neighbours,
      List<String> pods,
      int morePods,
      List<Action> actions) {

    static Shape of(Details details) {
      return new Shape(
          details.id(),
          details.facts().stream().map(Details.Fact::label).toList(),
          details.findings().stream().map(found -> found.object() + found.cause()).toList(),
          details.neighbours(),
          details.pods().stream().map(Details.PodLine::id).toList(),
          details.morePods(),
          details.actions());
    }
  }

  private final Texts texts;
  private final FactsRows rows;
  private final Deeds deeds;
  private final ObjectProperty<@Nullable Details> details = new SimpleObjectProperty<>();
  private final VBox body = MapKit.styled(new VBox(), "facts-rows");
  private final ScrollPane scroll = new ScrollPane(body);
  private @Nullable Shape shape;

  /**
   * The panel.
   *
   * @param go shows another thing of the map
   * @param close takes the panel away
   */
  FactsPanel(Texts texts, Now now, Deeds deeds, Consumer<String> go, Runnable close) {
    this.texts = texts;
    this.deeds = deeds;
    this.rows = new FactsRows(texts, now, details, go);
    setId("facts");
    getStyleClass().add("map-facts");
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    var title = MapKit.styled(new Label(), "facts-title");
    title.textProperty().bind(texts.of(details.map(Details::title)));
    title.setWrapText(true);
    var subtitle = MapKit.styled(new Label(), "facts-subtitle");
    subtitle.textProperty().bind(texts.of(details.map(Details::subtitle)));
    subtitle.setWrapText(true);
    var names = new VBox(title, subtitle);
    names.setMinWidth(0);
    HBox.setHgrow(names, Priority.ALWAYS);
    var shut = MapKit.tool(new Button(), Feather.X, texts, Msg.topologyClose());
    shut.setId("facts-close");
    shut.setMinWidth(USE_PREF_SIZE);
    shut.setOnAction(event -> close.run());

    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("facts-scroll");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(MapKit.styled(new HBox(names, shut), "facts-head"), scroll);
  }

  void show(Details next) {
    details.set(next);
    pseudoClassStateChanged(OLD, !next.live());
    var wanted = Shape.of(next);
    if (!wanted.equals(shape)) {
      boolean another = shape == null || !shape.id().equals(next.id());
      shape = wanted;
      build(next);
      if (another) {
        scroll.setVvalue(0);
      }
    }
  }

  private void build(Details next) {
    var nodes = new ArrayList<Node>();
    var state = MapKit.styled(new Label(), "facts-state");
    state.setWrapText(true);
    state.textProperty().bind(texts.of(details.map(d -> d.health().text())));
    nodes.add(
        MapKit.styled(
            new HBox(new SeverityIcon(details.map(d -> d.health().severity())), state),
            "facts-health"));
    for (int i = 0; i < next.findings().size(); i++) {
      nodes.add(rows.finding(i, next.findings().get(i)));
    }
    for (int i = 0; i < next.facts().size(); i++) {
      nodes.add(rows.fact(i, next.facts().get(i)));
    }
    section(
        nodes,
        Msg.topologyActions(),
        next.actions().stream().filter(deeds::can).<Node>map(deeds::button).toList());
    for (Details.Relation relation : Details.Relation.values()) {
      section(
          nodes,
          relation.title(),
          next.neighbours().stream()
              .filter(neighbour -> neighbour.relation() == relation)
              .<Node>map(rows::neighbour)
              .toList());
    }
    var pods = new ArrayList<Node>();
    for (int i = 0; i < next.pods().size(); i++) {
      pods.add(rows.pod(i, next.pods().get(i)));
    }
    if (next.morePods() > 0) {
      pods.add(
          MapKit.styled(
              texts.on(new Label(), Msg.topologyMorePods(next.morePods())), "facts-subtitle"));
    }
    section(nodes, Msg.topologyPods(), pods);
    body.getChildren().setAll(nodes);
  }

  private void section(List<Node> nodes, Message title, List<? extends Node> all) {
    if (!all.isEmpty()) {
      var section = MapKit.styled(texts.on(new Label(), title), "facts-section");
      nodes.add(section);
      nodes.addAll(all);
    }
  }
}
