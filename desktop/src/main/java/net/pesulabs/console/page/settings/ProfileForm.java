package net.pesulabs.console.page.settings;

import java.util.Arrays;
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
  private final StringProperty domain = new SimpleStringProperty("");
  private final StringProperty kubeconfig = new SimpleStringProperty("");
  private final StringProperty context = new SimpleStringProperty("");
  private final StringProperty clusterAlso = new SimpleStringProperty("");
  private final StringProperty gpuUrl = new SimpleStringProperty("");
  private final StringProperty gpuAlso = new SimpleStringProperty("");
  private final StringProperty prometheus = new SimpleStringProperty("");
  private final StringProperty gpuCard = new SimpleStringProperty("");
  private final StringProperty gpuSpeed = new SimpleStringProperty("");
  private final StringProperty modelUrl = new SimpleStringProperty("");
  private final StringProperty modelAlso = new SimpleStringProperty("");
  private final StringProperty tailscale = new SimpleStringProperty("");
  private final RouterForm router = new RouterForm();
  private final ObservableList<MachineForm> machines =
      FXCollections.observableArrayList(MachineForm::parts);
  private Profile.Gpu gpu = Profile.Gpu.at("");
  private boolean filling;

  ProfileForm(Profile profile) {
    fill(profile);
  }

  StringProperty nameProperty() {
    return name;
  }

  StringProperty lanProperty() {
    return lan;
  }

  StringProperty domainProperty() {
    return domain;
  }

  /** The cluster's further addresses, with spaces between; as of the other two systems. */
  StringProperty clusterAlsoProperty() {
    return clusterAlso;
  }

  StringProperty gpuAlsoProperty() {
    return gpuAlso;
  }

  /** A Prometheus that keeps the card's figures; empty for none. */
  StringProperty prometheusProperty() {
    return prometheus;
  }

  StringProperty modelAlsoProperty() {
    return modelAlso;
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

  /** What the card is called. */
  StringProperty gpuCardProperty() {
    return gpuCard;
  }

  /** How fast its memory is, in gigabytes a second. */
  StringProperty gpuSpeedProperty() {
    return gpuSpeed;
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
    filling = true;
    name.set(profile.name());
    lan.set(profile.lan());
    domain.set(profile.domain());
    kubeconfig.set(profile.kubeconfig());
    context.set(profile.context());
    clusterAlso.set(String.join(" ", profile.cluster().also()));
    gpu = profile.gpu();
    gpuUrl.set(profile.gpuUrl());
    gpuAlso.set(String.join(" ", profile.gpu().exporter().also()));
    prometheus.set(profile.gpu().prometheus().url());
    gpuCard.set(gpu.card());
    gpuSpeed.set(gpu.gigabytesPerSecond());
    modelUrl.set(profile.modelUrl());
    modelAlso.set(String.join(" ", profile.model().also()));
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
    List.of(
            name,
            lan,
            domain,
            kubeconfig,
            context,
            clusterAlso,
            gpuUrl,
            gpuAlso,
            prometheus,
            gpuCard,
            gpuSpeed,
            modelUrl,
            modelAlso,
            tailscale)
        .forEach(field -> field.addListener((all, before, after) -> heard.run()));
    router.parts().forEach(field -> field.addListener((all, before, after) -> heard.run()));
    machines.addListener((ListChangeListener<MachineForm>) change -> heard.run());
  }

  Profile toProfile() {
    return new Profile(
        name.get().strip(),
        lan.get().strip(),
        domain.get().strip(),
        machines.stream().map(MachineForm::toMachine).toList(),
        new ClusterAccess(kubeconfig.get().strip(), context.get().strip(), words(clusterAlso)),
        gpu.withExporter(new Endpoint(gpuUrl.get().strip(), words(gpuAlso)))
            .withPrometheus(new Endpoint(prometheus.get().strip(), gpu.prometheus().also()))
            .withCard(gpuCard.get().strip(), gpuSpeed.get().strip()),
        new Endpoint(modelUrl.get().strip(), words(modelAlso)),
        router.toGateway(),
        tailscale.get().strip());
  }

  private static List<String> words(StringProperty text) {
    return Arrays.stream(text.get().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
