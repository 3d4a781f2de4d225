package net.pesulabs.console.page.settings;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import net.pesulabs.console.homelab.Profile.Gateway;

/** What the router tells, as it is being edited. FX thread only. */
final class RouterForm {

  private final StringProperty exporterUrl = new SimpleStringProperty("");
  private final StringProperty ubusUrl = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private Gateway filled = Gateway.SILENT;

  StringProperty exporterUrlProperty() {
    return exporterUrl;
  }

  StringProperty ubusUrlProperty() {
    return ubusUrl;
  }

  StringProperty userProperty() {
    return user;
  }

  List<StringProperty> parts() {
    return List.of(exporterUrl, ubusUrl, user);
  }

  void fill(Gateway gateway) {
    filled = gateway;
    exporterUrl.set(gateway.exporterUrl());
    ubusUrl.set(gateway.ubusUrl());
    user.set(gateway.user());
  }

  Gateway toGateway() {
    return new Gateway(
        exporterUrl.get().strip(),
        ubusUrl.get().strip(),
        user.get().strip(),
        filled.door(),
        filled.dns());
  }
}
