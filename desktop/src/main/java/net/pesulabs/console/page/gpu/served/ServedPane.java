package net.pesulabs.console.page.gpu.served;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.page.PageContext;

/** The model server and who uses the card, side by side where there is room. FX thread only. */
public final class ServedPane {

  private static final double NARROWEST = 360;

  private final ServedViewModel model;
  private final Columns root;

  private ServedPane(ServedViewModel model, Columns root) {
    this.model = model;
    this.root = root;
  }

  /**
   * The pane, which follows nothing until it is activated.
   *
   * @param timeline of the page's charts
   */
  public static ServedPane create(PageContext context, Timeline timeline) {
    var model =
        new ServedViewModel(context.homelab(), context.settings(), context.pulse(), context.now());
    var kit = new Kit(context.texts(), context.now(), model.server());
    Node served = new ModelCard(kit, model, timeline);
    Node use = new UseCard(kit, model);
    return new ServedPane(model, new Columns(NARROWEST, 2, 14, served, use));
  }

  public Region root() {
    return root;
  }

  public void activate() {
    model.activate();
  }

  public void deactivate() {
    model.deactivate();
  }
}
