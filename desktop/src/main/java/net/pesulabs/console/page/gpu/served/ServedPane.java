package net.pesulabs.console.page.gpu.served;

import javafx.scene.layout.Region;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.page.PageContext;

/** The model server, and who uses the card: two parts of the page. FX thread only. */
public final class ServedPane {

  private static final double NARROWEST = 360;

  private final ServedViewModel model;
  private final Region served;
  private final Region use;

  private ServedPane(ServedViewModel model, Region served, Region use) {
    this.model = model;
    this.served = served;
    this.use = use;
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
    var served =
        new Columns(
            NARROWEST, 2, 14, new ModelCard(kit, model), new SpeedCard(kit, model, timeline));
    return new ServedPane(model, served, new UseCard(kit, model));
  }

  /** What is loaded, its work and its speed. */
  public Region served() {
    return served;
  }

  /** Who uses the card now, and its memory. */
  public Region use() {
    return use;
  }

  public void activate() {
    model.activate();
  }

  public void deactivate() {
    model.deactivate();
  }
}
