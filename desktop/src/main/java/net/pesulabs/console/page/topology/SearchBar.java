package net.pesulabs.console.page.topology;

import java.util.HashSet;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.layout.Spot;
import org.kordamp.ikonli.feather.Feather;

/** The search: what is typed is found at once, Enter goes from one to the next. */
final class SearchBar extends HBox {

  private final MapModel model;
  private final MapPane pane;
  private final Texts texts;
  private final TextField field = new TextField();
  private final Label count = MapKit.styled(new Label(), "map-search-count");
  private List<String> found = List.of();
  private int at = -1;

  SearchBar(MapModel model, MapPane pane, Texts texts) {
    this.model = model;
    this.pane = pane;
    this.texts = texts;
    getStyleClass().add("map-search");
    setId("map-search");
    field.setId("map-search-field");
    field.promptTextProperty().bind(texts.of(Msg.topologySearch()));
    field.accessibleTextProperty().bind(texts.of(Msg.topologySearch()));
    field.textProperty().subscribe((before, now) -> search());
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    count.setMinWidth(USE_PREF_SIZE);
    var previous =
        MapKit.tool(new Button(), Feather.CHEVRON_UP, texts, Msg.topologySearchPrevious());
    previous.setOnAction(event -> go(-1));
    var next = MapKit.tool(new Button(), Feather.CHEVRON_DOWN, texts, Msg.topologySearchNext());
    next.setOnAction(event -> go(1));
    var close = MapKit.tool(new Button(), Feather.X, texts, Msg.topologyClose());
    close.setOnAction(event -> close());
    getChildren()
        .addAll(
            MapKit.icon(Feather.SEARCH, "map-search-icon"), field, count, previous, next, close);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    model.onChange(this::changed);
  }

  void open() {
    setVisible(true);
    field.requestFocus();
    field.selectAll();
    search();
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      found = List.of();
      model.find(new HashSet<>());
      pane.requestFocus();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      go(event.isShiftDown() ? -1 : 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  /** What came or went may be what is looked for. */
  private void changed(MapModel.Change change) {
    if (isVisible() && change.moved()) {
      search();
    }
  }

  private void search() {
    List<String> next =
        isVisible()
            ? Search.of(
                field.getText(),
                model.graph(),
                texts::say,
                id -> {
                  Spot spot = model.sketch().spots().get(model.shownAs(id));
                  return spot == null ? null : spot.rect();
                })
            : List.of();
    if (!next.equals(found)) {
      found = next;
      at = -1;
      mark();
    }
    tell();
  }

  private void go(int step) {
    if (found.isEmpty()) {
      return;
    }
    at = at < 0 ? (step > 0 ? 0 : found.size() - 1) : Math.floorMod(at + step, found.size());
    String id = found.get(at);
    int now = at;
    List<String> all = found;
    model.reveal(id);
    // Opening what it was hidden in may have searched anew; one goes on from here all the same.
    at = all.equals(found) ? now : found.indexOf(id);
    mark();
    pane.reveal(id);
    tell();
  }

  /** What is found in something folded is marked there. */
  private void mark() {
    var seen = new HashSet<String>();
    found.forEach(id -> seen.add(model.shownAs(id)));
    if (!seen.equals(model.foundProperty().get())) {
      model.find(seen);
    }
  }

  private void tell() {
    count.setText(
        field.getText().isBlank()
            ? ""
            : texts.say(
                found.isEmpty()
                    ? Msg.topologySearchNone()
                    : at < 0
                        ? Msg.topologySearchFound(found.size())
                        : Msg.topologySearchAt(at + 1, found.size())));
  }
}
