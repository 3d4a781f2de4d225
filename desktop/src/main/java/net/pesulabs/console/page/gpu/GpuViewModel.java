package net.pesulabs.console.page.gpu;

import java.time.Instant;
import java.util.List;
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
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import org.jspecify.annotations.Nullable;

/** The graphics cards and the model server, as the page shows them. FX thread only. */
final class GpuViewModel {

  private final LiveHomelab homelab;
  private final Pulse pulse;
  private final Now clock;
  private final Subscriptions open = new Subscriptions();
  private final ObjectProperty<Reading<GpuNode>> gpu;
  private final ObjectProperty<Reading<ModelServer>> model;
  private final ObjectProperty<Instant> now;
  private final ReadOnlyObjectWrapper<GpuStatus> status;
  private final ObservableList<String> cards = FXCollections.observableArrayList();
  private String host = "";

  GpuViewModel(LiveHomelab homelab, Pulse pulse, Now clock) {
    this.homelab = homelab;
    this.pulse = pulse;
    this.clock = clock;
    gpu = new SimpleObjectProperty<>(homelab.gpu().get());
    model = new SimpleObjectProperty<>(homelab.model().get());
    now = new SimpleObjectProperty<>(clock.get());
    status = new ReadOnlyObjectWrapper<>(GpuStatus.of(gpu.get(), clock.get()));
  }

  void activate() {
    deactivate();
    open.add(homelab.attention().lookAt(Source.GPU));
    open.add(homelab.attention().lookAt(Source.MODEL));
    open.add(pulse.follow(homelab.model(), model::set));
    open.add(pulse.follow(homelab.gpu(), this::show));
    open.add(clock.property().subscribe(this::tick)::unsubscribe);
  }

  void deactivate() {
    open.close();
  }

  private void show(Reading<GpuNode> reading) {
    gpu.set(reading);
    status.set(GpuStatus.of(reading, now.get()));
    reading.known().ifPresent(this::setCards);
  }

  private void setCards(GpuNode node) {
    List<String> ids = node.cards().stream().map(Card::id).toList();
    if (!cards.equals(ids) || !host.equals(node.host())) {
      host = node.host();
      cards.setAll(ids);
    }
  }

  private void tick(Instant instant) {
    now.set(instant);
    status.set(GpuStatus.of(gpu.get(), instant));
  }

  ObservableValue<Reading<GpuNode>> gpu() {
    return gpu;
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

  /** The machine the cards are in; empty while none is known. */
  String host() {
    return host;
  }

  /** The cards there are, by their ids. */
  ObservableList<String> cards() {
    return cards;
  }

  ObservableValue<Reading<Card>> card(String id) {
    return gpu.map(reading -> reading.map(node -> find(node.cards(), id)));
  }

  private static @Nullable Card find(List<Card> cards, String id) {
    return cards.stream().filter(card -> card.id().equals(id)).findFirst().orElse(null);
  }
}
