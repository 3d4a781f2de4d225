package net.pesulabs.console.page.pods;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.StaleNotice;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import org.jspecify.annotations.Nullable;

/** The pods page: all of them in a table, and the one that is opened beside or under it. */
public final class PodsView implements Page {

  /** From this width on the details stand beside the table and not under it. */
  private static final double WIDE = 1500;

  private final PodsViewModel model;
  private final Pulse pulse;
  private final PodTable table;
  private final PodDetails details;
  private final SplitPane split;
  private final VBox root;
  private net.pesulabs.console.homelab.Subscription following = () -> {};

  private PodsView(Texts texts, PodsViewModel model, HouseHealth health, Pulse pulse) {
    this.model = model;
    this.pulse = pulse;
    table = new PodTable(texts, model);
    table.setPlaceholder(new PodsPlaceholder(texts, model));
    details =
        new PodDetails(
            texts,
            ZoneId.systemDefault(),
            pod -> advice(health, pod),
            () -> model.selectedProperty().set(null));
    var card = new StackPane(table);
    card.getStyleClass().addAll("card", "pods-card");
    split = new SplitPane(card);
    split.getStyleClass().add("pods-split");
    VBox.setVgrow(split, Priority.ALWAYS);
    var toolbar = new PodsToolbar(texts, model);
    root =
        new VBox(
            toolbar,
            new StaleNotice(texts, model.now(), model.cluster(), Msg::podsStaleNotice),
            split);
    root.getStyleClass().addAll("page", "pods-page");
    PodsKeys.install(root, model, table, toolbar.filter());
    model.selectedProperty().subscribe(this::open);
    root.widthProperty()
        .map(width -> width.doubleValue() >= WIDE)
        .subscribe(
            wide -> split.setOrientation(wide ? Orientation.HORIZONTAL : Orientation.VERTICAL));
  }

  /** The page, which follows nothing until it is activated. */
  public static PodsView create(PageContext context) {
    var model = new PodsViewModel(context.homelab(), context.pulse(), context.now());
    return new PodsView(context.texts(), model, context.health(), context.pulse());
  }

  private void open(@Nullable PodRow row) {
    following.close();
    if (row == null) {
      split.getItems().remove(details);
      following = () -> {};
      return;
    }
    javafx.util.Subscription seen = row.seenProperty().subscribe(details::show);
    following = seen::unsubscribe;
    if (!split.getItems().contains(details)) {
      split.getItems().add(details);
      split.setDividerPositions(split.getOrientation() == Orientation.VERTICAL ? 0.5 : 0.66);
    }
  }

  private static Optional<Message> advice(HouseHealth health, Pod pod) {
    return health.about(pod).map(Finding::advice);
  }

  /** Shows the pods that hold these words, as if somebody had typed them. */
  public void filter(String words) {
    model.problemsOnlyProperty().set(false);
    model.textProperty().set(words);
  }

  /** The pods as their lines tell them now, in the order of the table. */
  public List<Pod> lines() {
    return model.shown().stream().map(PodRow::pod).toList();
  }

  /** A pod as its line tells it now; empty where it has none. */
  public Optional<Pod> line(String uid) {
    return model.line(uid).map(PodRow::pod);
  }

  /** Whether lines have been laid out to be drawn. */
  public boolean hasLinesLaidOut() {
    return table.lookupAll(".table-row-cell").stream()
        .anyMatch(node ->
            node instanceof TableRow<?> row && row.getItem() != null && row.getHeight() > 0);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
    pulse.submit(this, () -> table.makeCells(model.shown()));
  }

  @Override
  public void deactivate() {
    model.deactivate();
  }
}
