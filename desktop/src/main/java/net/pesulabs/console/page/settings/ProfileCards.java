package net.pesulabs.console.page.settings;

import java.io.File;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.Place.Field;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The profile as cards: the house, its machines, and where each system is found. */
final class ProfileCards {

  /** What a text field needs at least, so that no label or address is cut in either language. */
  private static final double FIELD = 230;

  private final SettingsViewModel settings;
  private final ProfileForm form;
  private final Texts texts;

  ProfileCards(SettingsViewModel settings, Texts texts) {
    this.settings = settings;
    this.form = settings.form();
    this.texts = texts;
  }

  List<Node> all() {
    return List.of(
        house(),
        ResponsiveGrid.wholeRow(new MachinesCard(settings, texts).node()),
        cluster(),
        graphicsAndModel(),
        tailnet());
  }

  private Node house() {
    return card(
        Feather.HOME,
        Msg.settingsHouse(),
        Msg.settingsHouseAbout(),
        field(
            Field.NAME,
            Msg.settingsName(),
            form.nameProperty(),
            Msg.settingsNameHelp(),
            Profile.example().name()),
        field(
            Field.LAN,
            Msg.settingsLan(),
            form.lanProperty(),
            Msg.settingsLanHelp(),
            Profile.example().lan()),
        field(
            Field.DOMAIN,
            Msg.reachDomain(),
            form.domainProperty(),
            Msg.reachDomainHelp(),
            Profile.example().domain()));
  }

  private Node cluster() {
    TextField path = text(form.kubeconfigProperty(), Msg.settingsKubeconfigDefault());
    path.getStyleClass().add("mono");
    var browse = texts.on(new Button(), Msg.settingsBrowse());
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(event -> browse(path));
    HBox.setHgrow(path, Priority.ALWAYS);
    var holder = new HBox(8, path, browse);
    TextField context = text(form.contextProperty(), Msg.settingsContextDefault());
    return card(
        Feather.BOX,
        Msg.settingsCluster(),
        Msg.settingsClusterAbout(),
        ResponsiveGrid.wholeRow(
            new FormField(
                    texts, Msg.settingsKubeconfig(), holder, path, Msg.settingsKubeconfigHelp())
                .watching(texts, path, settings.offencesProperty(), Place.of(Field.KUBECONFIG))),
        ResponsiveGrid.wholeRow(
            new FormField(texts, Msg.settingsContext(), context, Msg.settingsContextHelp())),
        also(
            Field.CLUSTER_ALSO,
            Msg.reachClusterAlso(),
            form.clusterAlsoProperty(),
            Msg.reachClusterAlsoHelp(),
            "https://192.168.8.20:6443"));
  }

  private Node graphicsAndModel() {
    return card(
        Feather.CPU,
        Msg.settingsAi(),
        Msg.settingsAiAbout(),
        ResponsiveGrid.wholeRow(
            field(
                Field.GPU_URL,
                Msg.settingsGpuUrl(),
                form.gpuUrlProperty(),
                Msg.settingsGpuUrlHelp(),
                Profile.example().gpuUrl())),
        also(
            Field.GPU_ALSO,
            Msg.reachGpuAlso(),
            form.gpuAlsoProperty(),
            Msg.reachAlsoHelp(),
            "kube://monitoring/node-exporter:9100/metrics"),
        also(
            Field.GPU_PROMETHEUS,
            Msg.gpuSourcesSettings(),
            form.prometheusProperty(),
            Msg.gpuSourcesSettingsHelp(),
            "http://192.168.8.20:9090"),
        new FormField(
            texts,
            Msg.gpuModelSettingCard(),
            text(form.gpuCardProperty(), Localized.verbatim(Profile.example().gpu().card())),
            Msg.gpuModelSettingCardHelp()),
        field(
            Field.GPU_CARD_SPEED,
            Msg.plannerBandwidth(),
            form.gpuSpeedProperty(),
            Msg.gpuModelSettingSpeedHelp(),
            "624"),
        ResponsiveGrid.wholeRow(
            field(
                Field.MODEL_URL,
                Msg.settingsModelUrl(),
                form.modelUrlProperty(),
                Msg.settingsModelUrlHelp(),
                Profile.example().modelUrl())),
        also(
            Field.MODEL_ALSO,
            Msg.reachModelAlso(),
            form.modelAlsoProperty(),
            Msg.reachAlsoHelp(),
            "https://llm." + Profile.example().domain()));
  }

  private Node tailnet() {
    TextField program = text(form.tailscaleProperty(), Msg.settingsTailscaleDefault());
    return ResponsiveGrid.wholeRow(
        card(
            Feather.SHARE_2,
            Msg.settingsTailnet(),
            Msg.settingsTailnetAbout(),
            ResponsiveGrid.wholeRow(
                new FormField(texts, Msg.settingsTailscale(), program, Msg.settingsTailscaleHelp())
                    .watching(
                        texts, program, settings.offencesProperty(), Place.of(Field.TAILSCALE)))));
  }

  private Node card(Ikon icon, Message title, Message about, Node... fields) {
    return new SettingsCard(texts, icon, title, about, new ResponsiveGrid(FIELD, 16, fields));
  }

  private FormField field(
      Field field, Message label, StringProperty value, Message help, String example) {
    TextField control = text(value, Localized.verbatim(example));
    return new FormField(texts, label, control, help)
        .watching(texts, control, settings.offencesProperty(), Place.of(field));
  }

  private Node also(
      Field field, Message label, StringProperty value, Message help, String example) {
    return ResponsiveGrid.wholeRow(field(field, label, value, help, example));
  }

  private TextField text(StringProperty value, Localized prompt) {
    var control = new TextField();
    control.textProperty().bindBidirectional(value);
    control.promptTextProperty().bind(texts.of(prompt));
    return control;
  }

  private void browse(TextField path) {
    var chooser = new FileChooser();
    chooser.setTitle(texts.say(Msg.settingsKubeconfig()));
    File folder = new File(path.getText()).getAbsoluteFile().getParentFile();
    File usual = new File(System.getProperty("user.home"), ".kube");
    chooser.setInitialDirectory(
        !path.getText().isBlank() && folder.isDirectory()
            ? folder
            : usual.isDirectory() ? usual : null);
    File chosen = chooser.showOpenDialog(path.getScene().getWindow());
    if (chosen != null) {
      path.setText(chosen.getPath());
    }
  }
}
