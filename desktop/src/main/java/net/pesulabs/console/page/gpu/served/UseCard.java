package net.pesulabs.console.page.gpu.served;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.running.CardUse;
import net.pesulabs.console.page.gpu.fit.StackedBar;
import org.jspecify.annotations.Nullable;

/** Who uses the card now, and whose its memory is. */
final class UseCard extends VBox {

  private record Part(String style, Message name, long bytes) {}

  private final Kit kit;
  private final StackedBar bar = new StackedBar();
  private final VBox rows = new VBox();
  private final VBox memory = new VBox(bar, rows);
  private CardUse.@Nullable Memory shown;

  UseCard(Kit kit, ServedViewModel model) {
    this.kit = kit;
    getStyleClass().addAll("card", "served-card");
    memory.getStyleClass().add("fit-legend");
    rows.getStyleClass().add("fit-rows");
    Label who = kit.whileSaid(model.use().map(UseWords::who));
    who.getStyleClass().add("strong");
    getChildren()
        .addAll(
            kit.title(Msg.gpuModelUseTitle()),
            who,
            memory,
            Kit.quiet(kit.whileSaid(model.use().map(UseWords::basis))),
            Kit.quiet(kit.whileSaid(model.use().map(UseWords::mayUse))));
    model.use().subscribe(use -> show(use.memory()));
  }

  private void show(CardUse.@Nullable Memory now) {
    memory.setVisible(now != null);
    memory.setManaged(now != null);
    if (now == null || now.equals(shown)) {
      return;
    }
    shown = now;
    List<Part> parts = parts(now);
    bar.show(
        parts.stream().map(part -> new StackedBar.Portion(part.style(), part.bytes())).toList(),
        now.total());
    rows.getChildren().setAll(parts.stream().map(this::row).toList());
  }

  private static List<Part> parts(CardUse.Memory memory) {
    List<Part> parts = new ArrayList<>();
    long counted = 0;
    if (memory.model() != null && memory.model() > 0) {
      parts.add(new Part("fit-weights", Msg.gpuModelShareModel(), memory.model()));
      counted += memory.model();
    }
    if (memory.others() != null) {
      parts.add(new Part("fit-others", Msg.plannerPartOthers(), memory.others()));
    } else {
      // What is left is the model's or others', and which nobody can say.
      parts.add(new Part("fit-unclear", Msg.gpuModelShareUsed(), memory.used() - counted));
    }
    parts.add(
        new Part("fit-free", Msg.gpuModelShareFree(), Math.max(0, memory.total() - memory.used())));
    return parts;
  }

  private Node row(Part part) {
    var swatch = new Region();
    swatch.getStyleClass().addAll("fit-swatch", "fit-part", part.style());
    Label name = kit.texts().on(new Label(), part.name());
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label value = kit.texts().on(new Label(), Quantity.bytes(part.bytes()));
    value.getStyleClass().add("fact-value");
    value.setMinWidth(USE_PREF_SIZE);
    name.setLabelFor(value);
    var line = new HBox(swatch, name, value);
    line.getStyleClass().add("fit-row");
    return line;
  }
}
