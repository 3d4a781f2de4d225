package net.pesulabs.console.page.gpu.served;

import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
    var course = new SpeedCard(kit, model, timeline);
    VBox.setVgrow(course, Priority.ALWAYS);
    var beside = new VBox(14, new UseCard(kit, model), course);
    return new ServedPane(model, new Columns(NARROWEST, 2, 14, new ModelCard(kit, model), beside));
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
