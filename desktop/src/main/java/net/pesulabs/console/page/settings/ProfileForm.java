package net.pesulabs.console.page.settings;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.ClusterAccess;
import net.pesulabs.console.homelab.Profile.Endpoint;

/** A profile as it is being edited. FX thread only. */
final class ProfileForm {

  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty lan = new SimpleStringProperty("");
  private final StringProperty kubeconfig = new SimpleStringProperty("");
  private final StringProperty context = new SimpleStringProperty("");
  private final StringProperty gpuUrl = new SimpleStringProperty("");
  private final StringProperty modelUrl = new SimpleStringProperty("");
  private final StringProperty tailscale = new SimpleStringProperty("");
  private final RouterForm router = new RouterForm();
  private final ObservableList<MachineForm> machines =
      FXCollections.observableArrayList(MachineForm::parts);
  private Profile filled;
  private boolean filling;

  ProfileForm(Profile profile) {
    filled = profile;
    fill(profile);
  }

  StringProperty nameProperty() {
    return name;
  }

  StringProperty lanProperty() {
    return lan;
  }

  StringProperty kubeconfigProperty() {
    return kubeconfig;
  }

  StringProperty contextProperty() {
    return context;
  }

  StringProperty gpuUrlProperty() {
    return gpuUrl;
  }

  StringProperty modelUrlProperty() {
    return modelUrl;
  }

  StringProperty tailscaleProperty() {
    return tailscale;
  }

  RouterForm router() {
    return router;
  }

  ObservableList<MachineForm> machines() {
    return machines;
  }

  /** Puts a profile's values into the fields, as one change. */
  void fill(Profile profile) {
    filled = profile;
    filling = true;
    name.set(profile.name());
    lan.set(profile.lan());
    kubeconfig.set(profile.kubeconfig());
    context.set(profile.context());
    gpuUrl.set(profile.gpuUrl());
    modelUrl.set(profile.modelUrl());
    tailscale.set(profile.tailscale());
    router.fill(profile.gateway());
    machines.setAll(profile.machines().stream().map(MachineForm::new).toList());
    filling = false;
  }

  /** Hears each edit by hand; not what {@link #fill} does. */
  void onEdit(Runnable edited) {
    Runnable heard =
        () -> {
          if (!filling) {
            edited.run();
          }
        };
    List.of(name, lan, kubeconfig, context, gpuUrl, modelUrl, tailscale)
        .forEach(field -> field.addListener((all, before, after) -> heard.run()));
    router.parts().forEach(field -> field.addListener((all, before, after) -> heard.run()));
    machines.addListener((ListChangeListener<MachineForm>) change -> heard.run());
  }

  Profile toProfile() {
    return new Profile(
        name.get().strip(),
        lan.get().strip(),
        filled.domain(),
        machines.stream().map(MachineForm::toMachine).toList(),
        new ClusterAccess(kubeconfig.get().strip(), context.get().strip(), filled.cluster().also()),
        new Endpoint(gpuUrl.get().strip(), filled.gpu().also()),
        new Endpoint(modelUrl.get().strip(), filled.model().also()),
        router.toGateway(),
        tailscale.get().strip());
  }
}
