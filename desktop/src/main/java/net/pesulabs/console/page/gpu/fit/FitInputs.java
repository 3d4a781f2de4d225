package net.pesulabs.console.page.gpu.fit;

import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.CacheType;
import net.pesulabs.console.model.KnownCard;
import net.pesulabs.console.model.ModelShape;
import org.jspecify.annotations.Nullable;

/** What is filled in: the model, how it is to be started, and the card. */
final class FitInputs extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final FitViewModel model;

  FitInputs(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts();
    this.model = kit.model();
    getStyleClass().add("fit-inputs");
    getChildren()
        .addAll(
            title(Msg.plannerModelTitle()),
            new ModelChooser(kit),
            title(Msg.plannerStartTitle()),
            settings(),
            title(Msg.plannerCardTitle()),
            card());
  }

  private Label title(Message words) {
    Label title = texts.on(new Label(), words);
    title.getStyleClass().add("block-title");
    return title;
  }

  private Node settings() {
    var shared = texts.on(new CheckBox(), Msg.plannerSharedCache());
    shared.selectedProperty().bindBidirectional(model.form().shared());
    shared.setWrapText(true);
    VBox context = kit.field(Field.CONTEXT, Msg.plannerContext(), Localized.verbatim("16384"));
    Label most = kit.whileSaid(model.sight().map(sight -> trained()));
    most.getStyleClass().add("form-help");
    context.getChildren().add(most);
    var fields =
        new Columns(
            130,
            2,
            12,
            context,
            kit.field(Field.SLOTS, Msg.plannerSlots(), Localized.verbatim("4")),
            types(Msg.plannerKeys(), model.form().keys()),
            types(Msg.plannerValues(), model.form().values()));
    var section = new VBox(fields, shared);
    section.getStyleClass().add("fit-section");
    return section;
  }

  private @Nullable Message trained() {
    if (model.form().source().get() == FitForm.Source.TYPED
        || !(model.file().getValue() instanceof ChosenFile.Read(var path, ModelShape shape))) {
      return null;
    }
    Integer trained = shape.trainedContext();
    if (trained == null) {
      return null;
    }
    boolean beyond = model.form().settings().filter(now -> now.cells() > trained).isPresent();
    var most = Quantity.number(trained, 0);
    return beyond ? Msg.plannerBeyond(most) : Msg.plannerTrained(most);
  }

  private VBox types(Message name, Property<CacheType> chosen) {
    var box = new ComboBox<CacheType>();
    box.getItems().setAll(CacheType.values());
    box.setCellFactory(list -> new TypeCell());
    box.setButtonCell(new TypeCell());
    box.valueProperty().bindBidirectional(chosen);
    return kit.labelled(name, box, box);
  }

  private Node card() {
    Node place =
        new Choices<>(texts, model.form().beside().asObject())
            .offer(false, Msg.plannerInstead())
            .offer(true, Msg.plannerBeside())
            .node();
    VBox others = kit.field(Field.OTHERS, Msg.plannerOthersGib(), Quantity.number(0.8, 1));
    Kit.showWhile(others, model.form().beside().not());
    VBox speed = kit.field(Field.BANDWIDTH, Msg.plannerBandwidth(), Localized.verbatim("624"));
    var keep = texts.on(new Hyperlink(), Msg.plannerKeepSpeed());
    keep.setOnAction(event -> model.rememberSpeed());
    keep.setMinWidth(USE_PREF_SIZE);
    Kit.showWhile(keep, model.speedIsNew());
    var section =
        new VBox(
            new HBox(place),
            new Columns(130, 2, 12, speed, others),
            new FlowPane(8, 4, cards(), keep));
    section.getStyleClass().add("fit-section");
    return section;
  }

  /** Names and speeds are the same in every language. */
  private Node cards() {
    var menu = texts.on(new MenuButton(), Msg.plannerKnownCards());
    model.card().subscribe(reading -> fill(menu));
    return menu;
  }

  private void fill(MenuButton menu) {
    List<KnownCard> known = model.knownCards();
    if (menu.getItems().size() == known.size()) {
      return; // it is asked each second
    }
    menu.getItems()
        .setAll(
            known.stream()
                .map(card -> {
                  var item =
                      new MenuItem(
                          card.name() + " · " + Numbers.typed(card.gigabytesPerSecond()) + " GB/s");
                  item.setOnAction(event -> model.take(card));
                  return item;
                })
                .toList());
  }

  private static final class TypeCell extends ListCell<CacheType> {
    @Override
    protected void updateItem(@Nullable CacheType type, boolean empty) {
      super.updateItem(type, empty);
      setText(type == null || empty ? "" : type.id());
    }
  }
}
