package net.pesulabs.console.page.pods;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** The table of pods. The model sorts it, so that a change of one pod does not sort all. */
final class PodTable extends TableView<PodRow> {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private static final double ROW_HEIGHT = 32;

  private final Texts texts;
  private final ObservableValue<Instant> now;

  PodTable(Texts texts, PodsViewModel model) {
    this.texts = texts;
    this.now = model.now();
    getStyleClass().addAll("pod-table", "dense");
    setFixedCellSize(ROW_HEIGHT); // else each row is laid out to learn its height
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setTableMenuButtonVisible(true);
    accessibleTextProperty().bind(texts.of(Msg.podsTitle()));
    addColumns();
    setItems(model.shown());
    setSortPolicy(table -> {
      model.sortBy(table.getComparator());
      return true;
    });
    followSelection(model);
    model.cluster().subscribe(reading -> pseudoClassStateChanged(STALE, !reading.isLive()));
    texts.languageProperty().subscribe(language -> refresh());
  }

  /**
   * Makes the cells of an empty table's first rows, out of sight and before there is anything to
   * show: to make and style hundreds of them takes longer than the cluster takes to answer.
   */
  void makeCells(ObservableList<PodRow> items) {
    if (items.isEmpty() && getScene() != null && getHeight() > 0) {
      int rows = (int) (getHeight() / ROW_HEIGHT) + 1;
      setItems(FXCollections.observableArrayList(Collections.nCopies(rows, PodRow.blank())));
      applyCss();
      layout();
      setItems(items);
    }
  }

  private void addColumns() {
    var mark =
        column(
            Msg.podsSeverity(),
            36,
            36,
            () -> new PodCell.Mark(texts, now),
            Comparator.comparing((PodRow.Seen seen) -> seen.health().severity()).reversed());
    // Its title is for the menu of columns; over an icon there is no room for it.
    mark.getStyleClass().add("mark-column");
    mark.setMaxWidth(36);
    mark.setResizable(false);
    column(Msg.podsNamespace(), 70, 96, text(Pod::namespace), byText(Pod::namespace));
    column(Msg.podsName(), 130, 230, text(Pod::name), byText(Pod::name));
    column(
        Msg.podsReady(),
        54,
        60,
        () -> new PodCell(texts, now, (seen, instant) -> PodWords.ready(seen.pod())),
        byPod(Comparator.comparingDouble(PodOrder::readiness)));
    column(Msg.podsStatus(), 132, 140, () -> new PodCell.Status(texts, now), byText(Pod::status));
    column(
        Msg.podsRestartsTitle(),
        108,
        120,
        ticking(PodWords::restarts),
        byPod(Comparator.comparingInt(Pod::restarts)));
    column(Msg.podsAge(), 54, 64, ticking(PodWords::age), byPod(PodOrder::byAge));
    column(Msg.podsNode(), 76, 92, words(pod -> PodWords.orNone(pod.node())), byNode());
    var workload =
        column(
            Msg.podsWorkload(),
            90,
            130,
            () ->
                PodCell.whole(
                    texts,
                    now,
                    (seen, instant) -> Localized.verbatim(seen.pod().workload().name()),
                    seen -> PodWords.workload(seen.pod())),
            byWorkload());
    var reason =
        column(
            Msg.podsReason(),
            100,
            240,
            words(PodWords::reason),
            Comparator.comparing(seen -> texts.say(PodWords.reason(seen.pod()))));
    showWhereRoom(reason, 850);
    showWhereRoom(workload, 1150);
  }

  /** The details tell these as well; the person may still ask for them in the menu of columns. */
  private void showWhereRoom(TableColumn<PodRow, PodRow.Seen> column, double width) {
    widthProperty().map(now -> now.doubleValue() >= width).subscribe(column::setVisible);
  }

  private TableColumn<PodRow, PodRow.Seen> column(
      Message title,
      double least,
      double width,
      Supplier<PodCell> cell,
      Comparator<PodRow.Seen> order) {
    var column = new TableColumn<PodRow, PodRow.Seen>();
    column.textProperty().bind(texts.of(title));
    column.setMinWidth(least);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> row.getValue().seenProperty());
    column.setCellFactory(col -> cell.get());
    column.setComparator(order);
    getColumns().add(column);
    return column;
  }

  private Supplier<PodCell> text(Function<Pod, String> text) {
    return words(pod -> Localized.verbatim(text.apply(pod)));
  }

  private Supplier<PodCell> words(Function<Pod, Localized> words) {
    return () ->
        PodCell.whole(
            texts,
            now,
            (seen, instant) -> words.apply(seen.pod()),
            seen -> words.apply(seen.pod()));
  }

  private Supplier<PodCell> ticking(BiFunction<Pod, Instant, Localized> words) {
    return () ->
        new PodCell(texts, now, (seen, instant) -> words.apply(seen.pod(), instant)).ticking();
  }

  private static Comparator<PodRow.Seen> byText(Function<Pod, String> text) {
    return byPod(Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
  }

  private static Comparator<PodRow.Seen> byNode() {
    return byPod(Comparator.comparing(Pod::node, Comparator.nullsLast(Comparator.naturalOrder())));
  }

  private static Comparator<PodRow.Seen> byWorkload() {
    return byPod(
        Comparator.<Pod, String>comparing(pod -> pod.workload().name())
            .thenComparing(pod -> pod.workload().kind()));
  }

  private static Comparator<PodRow.Seen> byPod(Comparator<Pod> order) {
    return (one, other) -> order.compare(one.pod(), other.pod());
  }

  /**
   * The model says which pod is open. The table's own selection is by place, so lines that move
   * under it would select another pod; then it is put back.
   */
  private void followSelection(PodsViewModel model) {
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row != null && !model.isArranging()) {
            model.selectedProperty().set(row);
          }
        });
    model.selectedProperty().subscribe(row -> select(model));
    // After setItems, so that the table has already moved its selection when this runs.
    getItems().addListener((ListChangeListener<PodRow>) change -> select(model));
  }

  private void select(PodsViewModel model) {
    PodRow row = model.selectedProperty().get();
    if (row == null || !getItems().contains(row)) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedItem() != row) {
      getSelectionModel().select(row);
    }
  }
}
