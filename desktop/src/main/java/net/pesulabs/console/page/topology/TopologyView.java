package net.pesulabs.console.page.topology;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.topology.graph.Details;
import net.pesulabs.console.page.topology.graph.HouseMap;
import net.pesulabs.console.page.topology.graph.Layer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page with the live map of the house. */
public final class TopologyView implements Page {

  /** Narrower than this, the page does without its title. */
  private static final double NARROW = 860;

  private static final Map<KeyCode, Layer> LAYERS =
      Map.of(
          KeyCode.DIGIT1, Layer.PHYSICAL,
          KeyCode.DIGIT2, Layer.NETWORK,
          KeyCode.DIGIT3, Layer.WORKLOADS,
          KeyCode.DIGIT4, Layer.TRAFFIC,
          KeyCode.NUMPAD1, Layer.PHYSICAL,
          KeyCode.NUMPAD2, Layer.NETWORK,
          KeyCode.NUMPAD3, Layer.WORKLOADS,
          KeyCode.NUMPAD4, Layer.TRAFFIC);

  private final PageContext context;
  private final HouseMap map;
  private final Texts texts;
  private final MapModel model;
  private final MapPane pane;
  private final MapTree tree;
  private final SearchBar search;
  private final FactsPanel facts;
  private final MapBanner banner;
  private final MapExport export;
  private final Label empty;
  private final ToggleButton asTree = new ToggleButton();
  private final StackPane stage = new StackPane();
  private final BorderPane root = new BorderPane();
  private final Subscriptions open = new Subscriptions();

  /** Whether the stroke that opened the search is still to be typed. */
  private boolean opening;

  private TopologyView(PageContext context, HouseMap map) {
    this.context = context;
    this.map = map;
    texts = context.texts();
    model = new MapModel(MapFacts.of(map), texts);
    pane = new MapPane(model);
    var words = new MapWords(model);
    tree = new MapTree(model, words);
    search = new SearchBar(model, pane, texts);
    facts =
        new FactsPanel(
            texts, context.now(), new Deeds(context.doors(), texts), this::goTo, this::close);
    banner =
        new MapBanner(texts, context.now(), () -> context.homelab().cluster().get(), map::notices);
    export =
        new MapExport(
            model, pane.inks(), texts, context.pulse(), context.clock(), ZoneId.systemDefault());
    empty = MapKit.styled(texts.on(new Label(), Msg.topologyEmpty()), "map-empty");
    var mini = new MiniMap(model, pane, pane.inks());
    pane.onColours(mini::repaint);
    MapMouse.install(pane, model, words);
    MapKeys.install(pane, model);
    stage(mini);
    root.getStyleClass().add("topology");
    root.setTop(new VBox(head(), banner));
    root.setCenter(stage);
    root.setBottom(foot());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    model.detailsProperty().subscribe(this::show);
    model.onChange(change -> empty.setVisible(model.graph().vertices().isEmpty()));
    model.cursorProperty().subscribe(id -> speak(words));
    model.onChange(change -> speak(words)); // of another state, or in another language
  }

  private void speak(MapWords words) {
    String id = model.cursorProperty().get();
    pane.setAccessibleText(id == null ? texts.say(Msg.topologySpokenMap()) : words.spoken(id));
  }

  public static TopologyView create(PageContext context) {
    return new TopologyView(
        context,
        new HouseMap(
            context.homelab(),
            context.health(),
            context.settings(),
            context.pulse(),
            context.now()));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    map.activate();
    open.add(context.pulse().follow(context.homelab().cluster(), reading -> banner.refresh()));
    open.add(context.now().property().subscribe(this::tick)::unsubscribe);
    keys();
  }

  @Override
  public void deactivate() {
    open.close();
    map.deactivate();
  }

  /** Looks at the house in another way. FX thread only. */
  public void show(Layer layer) {
    model.show(layer);
  }

  /** What is drawn and how it is looked at, for the benchmark. */
  public MapProbe probe() {
    return new MapProbe(model, pane);
  }

  private void tick() {
    banner.refresh();
    model.tick();
  }

  private void stage(MiniMap mini) {
    StackPane.setAlignment(mini, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(search, Pos.TOP_LEFT);
    StackPane.setAlignment(facts, Pos.TOP_RIGHT);
    facts.setVisible(false);
    facts.managedProperty().bind(facts.visibleProperty());
    tree.setVisible(false);
    pane.visibleProperty().bind(tree.visibleProperty().not());
    empty.setVisible(false);
    empty.setMouseTransparent(true);
    empty.setWrapText(true);
    var over = new StackPane(mini);
    over.getStyleClass().add("map-over");
    over.setPickOnBounds(false);
    over.visibleProperty().bind(pane.visibleProperty());
    stage.getStyleClass().add("map-stage");
    stage.getChildren().addAll(pane, tree, empty, over, search, facts);
  }

  private HBox head() {
    var title = MapKit.styled(texts.on(new Label(), Msg.topologyTitle()), "page-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.visibleProperty().bind(root.widthProperty().greaterThan(NARROW));
    title.managedProperty().bind(title.visibleProperty());
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var find = MapKit.tool(new Button(), Feather.SEARCH, texts, Msg.topologySearch());
    find.setId("open-search");
    find.setOnAction(event -> openSearch());
    MapKit.tool(asTree, Feather.LIST, texts, Msg.topologyTreeTip());
    asTree.setId("as-tree");
    asTree.setOnAction(event -> showTree(asTree.isSelected()));
    return MapKit.styled(
        new HBox(title, new LayerSwitch(model, texts), spring, find, asTree, exportMenu()),
        "topology-head");
  }

  private MenuButton exportMenu() {
    var menu = MapKit.tool(new MenuButton(), Feather.DOWNLOAD, texts, Msg.topologyExport());
    menu.setId("export");
    for (PictureFile kind : PictureFile.values()) {
      var item = new MenuItem();
      item.setId("export-" + kind.name().toLowerCase(Locale.ROOT));
      item.textProperty().bind(texts.of(title(kind)));
      item.setOnAction(event -> export.ask(kind, root.getScene().getWindow()));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static Message title(PictureFile kind) {
    return switch (kind) {
      case PNG -> Msg.topologyExportPng();
      case LARGE_PNG -> Msg.topologyExportPngLarge();
      case SVG -> Msg.topologyExportSvg();
    };
  }

  private HBox foot() {
    var told = MapKit.styled(new Label(), "map-told");
    told.textProperty().bind(texts.of(export.outcomeProperty()));
    told.setMinWidth(0);
    var legend = new Legend(texts);
    HBox.setHgrow(legend, Priority.ALWAYS);
    var tools = new MapTools(model, pane, texts);
    tools.setMinWidth(Region.USE_PREF_SIZE);
    tools.visibleProperty().bind(pane.visibleProperty());
    return MapKit.styled(new HBox(legend, told, tools), "topology-foot");
  }

  private void show(@Nullable Details details) {
    facts.setVisible(details != null);
    pane.cover(details == null ? 0 : FactsPanel.WIDTH);
    if (details != null) {
      facts.show(details);
      String id = model.selectedProperty().get();
      if (id != null) {
        pane.uncover(model.shownAs(id));
      }
    }
  }

  private void goTo(String id) {
    model.reveal(id);
    pane.reveal(model.shownAs(id));
  }

  private void showTree(boolean wanted) {
    tree.setVisible(wanted);
    asTree.setSelected(wanted);
    keys();
  }

  /** From now on keys go to what is seen of the map. */
  private void keys() {
    (tree.isVisible() ? tree : pane).requestFocus();
  }

  private void openSearch() {
    showTree(false);
    search.open();
  }

  private boolean close() {
    boolean wasOpen = model.selectedProperty().get() != null;
    model.selectedProperty().set(null);
    if (wasOpen && pane.isVisible()) {
      pane.requestFocus();
    }
    return wasOpen;
  }

  private void key(KeyEvent event) {
    if (press(event)) {
      event.consume();
    }
  }

  /** The stroke that opens the search is no part of what is searched for. */
  private void typed(KeyEvent event) {
    if (opening) {
      opening = false;
      event.consume();
    }
  }

  private boolean press(KeyEvent event) {
    KeyCode code = event.getCode();
    Node focused = root.getScene().getFocusOwner();
    if (code == KeyCode.F && event.isShortcutDown()) {
      openSearch();
      return true;
    }
    if (code == KeyCode.ESCAPE) {
      return close();
    }
    boolean plain =
        !event.isShortcutDown() && !event.isAltDown() && !(focused instanceof TextInputControl);
    if (plain && (code == KeyCode.SLASH || "/".equals(event.getText()))) {
      opening = true;
      openSearch();
      return true;
    }
    Layer layer = LAYERS.get(code);
    if (plain && layer != null && !event.isShiftDown()) {
      model.show(layer);
      return true;
    }
    return false;
  }
}
