package net.pesulabs.console.page.gpu.fit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which model: a file of this computer, the one the server has loaded, or sizes that are typed. */
final class ModelChooser extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final FitViewModel model;
  private @Nullable File folder;

  ModelChooser(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts();
    this.model = kit.model();
    getStyleClass().add("fit-section");
    var source = model.form().source();
    Node choice =
        new Choices<>(texts, source)
            .offer(FitForm.Source.FILE, Msg.plannerSourceFile())
            .offer(FitForm.Source.LOADED, Msg.plannerSourceLoaded())
            .offer(FitForm.Source.TYPED, Msg.plannerSourceTyped())
            .node();
    Node loaded = loaded();
    Node file = file();
    Node typed = typed();
    Kit.showWhile(loaded, source.map(FitForm.Source.LOADED::equals));
    Kit.showWhile(file, source.map(now -> now != FitForm.Source.TYPED));
    Kit.showWhile(typed, source.map(FitForm.Source.TYPED::equals));
    getChildren().addAll(new HBox(choice), loaded, file, typed);
  }

  /** The loaded one, or another that the server offers. */
  private Node loaded() {
    var offered = new ComboBox<String>();
    offered.promptTextProperty().bind(texts.of(Msg.plannerServedLoaded()));
    offered.setMaxWidth(Double.MAX_VALUE);
    offered.accessibleTextProperty().bind(texts.of(Msg.plannerModelTitle()));
    offered.valueProperty().subscribe(name -> model.form().served().set(name == null ? "" : name));
    model
        .server()
        .subscribe(reading -> {
          List<String> now = model.offered();
          if (!offered.getItems().equals(now)) {
            offered.getItems().setAll(now);
          }
          Kit.showIf(offered, !now.isEmpty());
        });
    Label facts = kit.whileSaid(model.sight().map(sight -> FitWords.served(model.situation())));
    return new VBox(6, offered, facts);
  }

  private Node file() {
    var browse = texts.on(new Button(), Msg.plannerChooseFile());
    browse.setGraphic(new FontIcon(Feather.FILE));
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(event -> browse());
    Label name = texts.on(new Label(), model.file().map(ModelChooser::name));
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    name.setWrapText(true);
    Label facts = kit.whileSaid(model.file().map(ModelChooser::facts));
    facts.getStyleClass().add("muted");
    return new VBox(4, browse, name, facts);
  }

  private static @Nullable Localized name(ChosenFile file) {
    return switch (file) {
      case ChosenFile.None none -> Msg.plannerNoFile();
      case ChosenFile.BeingRead(Path path) -> Localized.verbatim(ChosenFile.name(path));
      case ChosenFile.Read read -> Localized.verbatim(ChosenFile.name(read.path()));
      case ChosenFile.Failed failed -> Localized.verbatim(ChosenFile.name(failed.path()));
    };
  }

  private static @Nullable Localized facts(ChosenFile file) {
    return file instanceof ChosenFile.Read read ? FitWords.model(read.shape()) : null;
  }

  private Node typed() {
    Label help = texts.on(new Label(), Msg.plannerTypedHelp());
    help.setWrapText(true);
    help.setMinWidth(0);
    help.getStyleClass().addAll("small", "form-help");
    return new VBox(
        8,
        new Columns(
            130,
            2,
            12,
            kit.field(Field.WEIGHTS, Msg.plannerWeightsGib(), Quantity.number(4.6, 1)),
            kit.field(Field.LAYERS, Msg.plannerLayers(), Localized.verbatim("32")),
            kit.field(Field.HEADS, Msg.plannerHeads(), Localized.verbatim("8")),
            kit.field(Field.HEAD_LENGTH, Msg.plannerHeadLength(), Localized.verbatim("128"))),
        help);
  }

  private void browse() {
    var chooser = new FileChooser();
    chooser.setTitle(texts.say(Msg.plannerChooseFile()));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.say(Msg.plannerFileKind()), "*.gguf"));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      folder = chosen.getParentFile();
      model.choose(chosen.toPath());
    }
  }
}
