package net.pesulabs.console.page.settings;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Profile.Gateway;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.settings.Place.Field;
import org.kordamp.ikonli.feather.Feather;

/** What the router may tell beyond being there, and how to have it tell that. */
final class RouterCard {

  private static final double FIELD = 230;

  private final SettingsViewModel settings;
  private final RouterForm form;
  private final SecretModel password;
  private final Texts texts;

  RouterCard(SettingsViewModel settings, SecretModel password, Texts texts) {
    this.settings = settings;
    this.form = settings.form().router();
    this.password = password;
    this.texts = texts;
    form.ubusUrlProperty().subscribe(this::turn);
    form.userProperty().subscribe(this::turn);
    turn(); // for what is in the form already
  }

  /** The password is of this user at this address, as they are typed. */
  private void turn() {
    Gateway gateway = form.toGateway();
    boolean whole = !gateway.ubusUrl().isEmpty() && !gateway.user().isEmpty();
    password.about(whole ? Secrets.ofRouter(gateway) : null);
  }

  Node node() {
    return ResponsiveGrid.wholeRow(
        new SettingsCard(
            texts,
            Feather.WIFI,
            Msg.gatewaySettingsTitle(),
            Msg.gatewaySettingsAbout(),
            new ResponsiveGrid(
                FIELD,
                16,
                field(
                    Field.ROUTER_EXPORTER,
                    Msg.gatewaySettingsExporter(),
                    form.exporterUrlProperty(),
                    Msg.gatewaySettingsExporterHelp(),
                    "http://192.168.8.1:9100/metrics"),
                field(
                    Field.ROUTER_UBUS,
                    Msg.gatewaySettingsUbus(),
                    form.ubusUrlProperty(),
                    Msg.gatewaySettingsUbusHelp(),
                    "http://192.168.8.1:8080/ubus"),
                field(
                    Field.ROUTER_USER,
                    Msg.gatewaySettingsUser(),
                    form.userProperty(),
                    Msg.gatewaySettingsUserHelp(),
                    "console"),
                new SecretField(texts, Msg.gatewaySettingsPassword(), password)),
            new Recipe(
                texts,
                Msg.gatewaySettingsExporterHow(),
                Msg.gatewaySettingsExporterHowAbout(),
                "router-exporter.sh"),
            new Recipe(
                texts,
                Msg.gatewaySettingsUserHow(),
                Msg.gatewaySettingsUserHowAbout(),
                "router-user.sh")));
  }

  private FormField field(
      Field field, Message label, StringProperty value, Message help, String example) {
    var control = new TextField();
    control.textProperty().bindBidirectional(value);
    control.setPromptText(example);
    return new FormField(texts, label, control, help)
        .watching(texts, control, settings.offencesProperty(), Place.of(field));
  }
}
