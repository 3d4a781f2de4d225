package net.pesulabs.console.page.topology;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The page with the live map of the house. */
public final class TopologyView implements Page {

  private final MapKit kit;
  private final MapPane map;
  private final MapScroll scroll;
  private final FactsPanel facts;
  private final BorderPane root = new BorderPane();

  private TopologyView(MapKit kit) {
    this.kit = kit;
    this.map = new MapPane(kit);
    this.scroll = new MapScroll(map);
    this.facts = new FactsPanel(kit);
    root.getStyleClass().add("topology");
    root.setTop(new VBox(head(), banner()));
    root.setCenter(scroll);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    root.widthProperty().subscribe(width -> scroll.fitTo(width.doubleValue()));
    kit.model()
        .detailsProperty()
        .subscribe(details -> root.setRight(details == null ? null : facts));
  }

  public static TopologyView create(PageContext context) {
    var model =
        new TopologyViewModel(
            context.homelab(), context.settings(), context.pulse(), context.now());
    return new TopologyView(new MapKit(context.texts(), context.now(), model));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    kit.model().activate();
  }

  @Override
  public void deactivate() {
    kit.model().deactivate();
  }

  private HBox head() {
    var title = MapKit.styled(kit.texts().on(new Label(), Msg.topologyTitle()), "page-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return MapKit.styled(
        new HBox(
            title,
            spring,
            new Legend(kit.texts()),
            tool(Feather.ZOOM_OUT, Msg.topologyZoomOut(), scroll::zoomOut),
            tool(Feather.ZOOM_IN, Msg.topologyZoomIn(), scroll::zoomIn),
            tool(Feather.MAXIMIZE, Msg.topologyFit(), scroll::fit)),
        "topology-head");
  }

  private Button tool(Ikon icon, Message what, Runnable action) {
    var button = new Button();
    button.setGraphic(MapKit.icon(icon, "topology-tool"));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setOnAction(event -> action.run());
    return kit.texts().explain(button, what);
  }

  /** Why the programs on the map are old or missing; takes no room while they are live. */
  private HBox banner() {
    var cluster = kit.model().houseProperty().map(House::cluster);
    var words = new Label();
    words.setWrapText(true);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> explain(cluster.getValue()),
                cluster,
                kit.model().nowProperty(),
                kit.texts().languageProperty()));
    var banner =
        MapKit.styled(
            new HBox(MapKit.icon(Feather.INFO, "topology-banner-icon"), words), "topology-banner");
    banner.visibleProperty().bind(cluster.map(reading -> !reading.isLive()));
    banner.managedProperty().bind(banner.visibleProperty());
    return banner;
  }

  private String explain(Reading<Cluster> cluster) {
    Message why = cluster.problem().orElseGet(Msg::readingNotReported);
    return kit.texts()
        .say(
            cluster
                .age(kit.model().nowProperty().get())
                .map(age -> Msg.topologyClusterOld(Quantity.duration(age), why))
                .orElseGet(() -> Msg.topologyClusterUnknown(why)));
  }

  private void key(KeyEvent event) {
    boolean done =
        switch (event.getCode()) {
          case ESCAPE -> close();
          case LEFT, RIGHT, UP, DOWN -> move(event.getCode());
          case PLUS, EQUALS, ADD -> zoom(event, scroll::zoomIn);
          case MINUS, SUBTRACT -> zoom(event, scroll::zoomOut);
          case DIGIT0, NUMPAD0 -> zoom(event, scroll::fit);
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  private static boolean zoom(KeyEvent event, Runnable zoom) {
    if (event.isShortcutDown()) {
      zoom.run();
    }
    return event.isShortcutDown();
  }

  private boolean close() {
    boolean open = kit.model().selectedProperty().get() != null;
    kit.model().selectedProperty().set(null);
    return open;
  }

  private boolean move(KeyCode arrow) {
    Node focused = root.getScene().getFocusOwner();
    String id = focused == null ? null : focused.getId();
    if (id == null || !focused.equals(map.choice(id))) {
      return false;
    }
    Compass.next(id, arrow, places())
        .map(map::choice)
        .ifPresent(next -> {
          next.requestFocus();
          scroll.reveal(next);
        });
    return true;
  }

  /** Of a machine only its head: its chips are places of their own. */
  private Map<String, Rect> places() {
    TopologyLayout layout = kit.model().layoutProperty().get();
    var places = new HashMap<String, Rect>();
    for (String id : layout.order()) {
      Rect rect = layout.heads().getOrDefault(id, layout.rects().get(id));
      if (rect != null && map.choice(id) != null) {
        places.put(id, rect);
      }
    }
    layout
        .wires()
        .forEach((id, wire) -> {
          if (map.choice(id) != null) {
            places.put(id, new Rect(wire.badge().x() - 8, wire.badge().y() - 8, 16, 16));
          }
        });
    return places;
  }
}
