package net.pesulabs.console.app;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the window: the rail of pages, the top bar with its lamps, and one page. FX thread
 * only.
 */
final class Shell implements Subscription {

  private final BorderPane root = new BorderPane();
  private final VBox notices = new VBox();
  private final Pages pages;
  private final ReadOnlyObjectWrapper<PageId> current = new ReadOnlyObjectWrapper<>();
  private final Subscriptions open = new Subscriptions();
  private @Nullable Page shown;

  Shell(Session session, PageContext context, Pages pages) {
    this.pages = pages;
    var topBar = new TopBar(session, context, this::show, currentProperty(), open);
    var rail = new Rail(session, context, current.getReadOnlyProperty(), this::show);
    root.getStyleClass().add("shell");
    root.setLeft(rail.root());
    root.setTop(new VBox(topBar.root(), notices));
  }

  BorderPane root() {
    return root;
  }

  ReadOnlyObjectProperty<PageId> currentProperty() {
    return current.getReadOnlyProperty();
  }

  void show(PageId id) {
    if (id == current.get()) {
      return;
    }
    Page page = pages.get(id);
    if (shown != null) {
      shown.deactivate();
    }
    shown = page;
    root.setCenter(page.root());
    page.activate();
    current.set(id);
  }

  /**
   * What is shown before there is a house to show: the pages and lamps come with the first page.
   */
  void welcome(Node node) {
    root.setCenter(node);
  }

  /** Adds a line under the top bar that stays until it is closed. */
  void notice(Notice notice) {
    notices.getChildren().add(notice.root(() -> notices.getChildren().remove(notice.root())));
  }

  @Override
  public void close() {
    if (shown != null) {
      shown.deactivate();
      shown = null;
    }
    open.close();
  }
}
