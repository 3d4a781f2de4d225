package net.pesulabs.console.page.home;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;

/** The first page: the house at a glance. */
public final class HomeView implements Page {

  private final HomeViewModel model;
  private final ScrollPane root;

  private HomeView(HomeViewModel model, Node content) {
    this.model = model;
    this.root = new ScrollPane(content);
    root.getStyleClass().add("home-scroll");
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
  }

  public static HomeView create(PageContext context) {
    var model =
        new HomeViewModel(
            context.homelab(),
            context.health(),
            context.settings(),
            context.pulse(),
            context.now());
    var kit = new CardKit(context.texts(), context.now(), model);
    var cards =
        new CardGrid(
            320,
            3,
            CardGrid.LastRow.FILLED,
            new GpuCard(kit),
            new ModelCard(kit),
            new ClusterCard(kit));
    cards.getChildren().addAll(new MachinesCard(kit), new LatelyCard(kit));
    var content = new VBox(new VerdictPane(kit, context.doors()), new FindingsCard(kit), cards);
    content.getStyleClass().addAll("page", "home");
    return new HomeView(model, content);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
  }
}
