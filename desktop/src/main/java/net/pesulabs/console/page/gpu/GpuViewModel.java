package net.pesulabs.console.page.gpu;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.page.MainCard;
import org.jspecify.annotations.Nullable;

/**
 * The graphics cards, their machine and the model server, as the page shows them. FX thread only.
 */
final class GpuViewModel {

  private final LiveHomelab homelab;
  private final Supplier<List<Finding>> health;
  private final Cell<Settings> settings;
  private final Pulse pulse;
  private final Now clock;
  private final Subscriptions open = new Subscriptions();
  private final ObjectProperty<Reading<GpuNode>> gpu;
  private final ObjectProperty<Reading<ModelServer>> model;
  private final ObjectProperty<Instant> now;
  private final ObjectProperty<List<Finding>> found = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Profile> profile;
  private final ReadOnlyObjectWrapper<GpuStatus> status;
  private final ObservableList<String> cards = FXCollections.observableArrayList();
  private String host = "";

  /**
   * A model that follows nothing until it is activated.
   *
   * @param health what is found of the hardware now
   */
  GpuViewModel(
      LiveHomelab homelab,
      Supplier<List<Finding>> health,
      Cell<Settings> settings,
      Pulse pulse,
      Now clock) {
    this.homelab = homelab;
    this.health = health;
    this.settings = settings;
    this.pulse = pulse;
    this.clock = clock;
    gpu = new SimpleObjectProperty<>(homelab.gpu().get());
    model = new SimpleObjectProperty<>(homelab.model().get());
    now = new SimpleObjectProperty<>(clock.get());
    profile = new SimpleObjectProperty<>(settings.get().profile());
    status = new ReadOnlyObjectWrapper<>(GpuStatus.of(gpu.get(), List.of(), clock.get()));
  }

  void activate() {
    deactivate();
    open.add(homelab.attention().lookAt(Source.GPU));
    open.add(homelab.attention().lookAt(Source.MODEL));
    open.add(pulse.follow(settings, chosen -> profile.set(chosen.profile())));
    open.add(pulse.follow(homelab.model(), model::set));
    open.add(pulse.follow(homelab.gpu(), this::show));
    open.add(clock.property().subscribe(this::tick)::unsubscribe);
  }

  void deactivate() {
    open.close();
  }

  private void show(Reading<GpuNode> reading) {
    reading.known().ifPresent(this::setCards);
    gpu.set(reading);
    judge();
  }

  private void setCards(GpuNode node) {
    List<String> ids = node.cards().stream().sorted(MainCard.FIRST).map(Card::id).toList();
    if (!cards.equals(ids) || !host.equals(node.host())) {
      host = node.host();
      cards.setAll(ids);
    }
  }

  private void tick(Instant instant) {
    now.set(instant);
    judge();
  }

  private void judge() {
    List<Finding> next = health.get();
    if (!next.equals(found.get())) {
      found.set(next);
    }
    status.set(GpuStatus.of(gpu.get(), next, now.get()));
  }

  ObservableValue<Reading<GpuNode>> gpu() {
    return gpu;
  }

  ObservableValue<Reading<MachineFigures>> machine() {
    return gpu.map(reading -> reading.map(GpuNode::machine));
  }

  ObservableValue<Reading<ModelServer>> model() {
    return model;
  }

  /** The time, while the page is open. */
  ObservableValue<Instant> now() {
    return now;
  }

  ReadOnlyObjectProperty<GpuStatus> status() {
    return status.getReadOnlyProperty();
  }

  /** What was found of the cards and of their machine, the worst first. */
  ObservableValue<List<Finding>> found() {
    return found;
  }

  /** The machine the cards are in; empty while none is known. */
  String host() {
    return host;
  }

  /** The name of the machine, also while it is silent: then as the settings have it. */
  String machineName() {
    return gpu.get()
        .known()
        .map(GpuNode::host)
        .or(() ->
            new Whereabouts(profile.get())
                .serving(profile.get().gpuUrl(), Profile.Role.COMPUTE)
                .map(Profile.Machine::name))
        .orElseGet(() -> profile.get().name());
  }

  /** The cards there are, by their ids; the one that matters most first. */
  ObservableList<String> cards() {
    return cards;
  }

  ObservableValue<Reading<Card>> card(String id) {
    return gpu.map(reading -> reading.map(node -> find(node.cards(), id)));
  }

  /** The name of a card as its maker calls it; the settings may name the first one. Or its id. */
  String nameOf(String id) {
    String told =
        gpu.get().known().map(node -> find(node.cards(), id)).map(Card::name).orElse(null);
    String chosen = profile.get().gpu().card();
    boolean main = !cards.isEmpty() && cards.getFirst().equals(id);
    return Objects.requireNonNullElse(told, main && !chosen.isEmpty() ? chosen : id);
  }

  private static @Nullable Card find(List<Card> cards, String id) {
    return cards.stream().filter(card -> card.id().equals(id)).findFirst().orElse(null);
  }
}
