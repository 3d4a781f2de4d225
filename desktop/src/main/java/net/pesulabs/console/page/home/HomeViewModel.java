package net.pesulabs.console.page.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.health.Happening;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Message;

/** What the home page says. FX thread only. */
final class HomeViewModel {

  /** So many troubles at once; the rest on demand, for what each means is not cheap to tell. */
  private static final int FEW = 6;

  private final LiveHomelab homelab;
  private final HouseHealth health;
  private final Cell<Settings> settings;
  private final Pulse pulse;
  private final Now clock;

  private final Subscriptions open = new Subscriptions();
  private final Census census = new Census();
  private final ReadOnlyObjectWrapper<Sight> sight;
  private final ReadOnlyObjectWrapper<Verdict> verdict;
  private final BooleanProperty showsAll = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper further = new ReadOnlyIntegerWrapper();
  private List<Concern> concerns = List.of();
  private final ReadOnlyObjectWrapper<List<Trouble>> troubles =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Happening>> lately =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Reading<Counts>> counts;
  private final ReadOnlyObjectWrapper<List<MachineRow>> machines;
  private final ReadOnlyObjectWrapper<Instant> now;

  HomeViewModel(
      LiveHomelab homelab, HouseHealth health, Cell<Settings> settings, Pulse pulse, Now clock) {
    this.homelab = homelab;
    this.health = health;
    this.settings = settings;
    this.pulse = pulse;
    this.clock = clock;
    Sight first = look();
    sight = new ReadOnlyObjectWrapper<>(first);
    verdict = new ReadOnlyObjectWrapper<>(Verdict.of(List.of(), this::headline, first));
    counts = new ReadOnlyObjectWrapper<>(counts(first));
    machines = new ReadOnlyObjectWrapper<>(MachineRow.of(first, List.of()));
    now = new ReadOnlyObjectWrapper<>(clock.get());
    showsAll.subscribe(this::refreshFindings);
  }

  ReadOnlyObjectProperty<Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** What wants care, the worst first: the first few, or all of it. */
  ReadOnlyObjectProperty<List<Trouble>> troublesProperty() {
    return troubles.getReadOnlyProperty();
  }

  BooleanProperty showsAllProperty() {
    return showsAll;
  }

  /** How many there are beyond the first few. */
  ReadOnlyIntegerProperty furtherProperty() {
    return further.getReadOnlyProperty();
  }

  /** The last changes of the house, the newest first. */
  ReadOnlyObjectProperty<List<Happening>> latelyProperty() {
    return lately.getReadOnlyProperty();
  }

  /** The readings of the four sources, and which house they are of. */
  ReadOnlyObjectProperty<Sight> sightProperty() {
    return sight.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reading<Counts>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<MachineRow>> machinesProperty() {
    return machines.getReadOnlyProperty();
  }

  /** The time ages are told against; it stands still while nobody looks. */
  ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** How a graphics card is, with what was found of it. */
  Message word(GpuNode node, Card card) {
    return CardCondition.of(card, GpuHealth.about(node, card, health.hardware())).title();
  }

  void activate() {
    for (Source source : Source.values()) {
      open.add(homelab.attention().lookAt(source));
    }
    open.add(clock.property().subscribe(this::tick)::unsubscribe);
    open.add(pulse.follow(settings, changed -> refresh()));
    open.add(pulse.follow(homelab.tailnet(), changed -> refresh()));
    open.add(pulse.follow(homelab.cluster(), changed -> refresh()));
    open.add(pulse.follow(homelab.gpu(), changed -> refresh()));
    open.add(pulse.follow(homelab.model(), changed -> refresh()));
    open.add(pulse.follow(homelab.router(), changed -> refresh()));
    open.add(pulse.follow(homelab.ways(), changes -> refresh()));
    open.add(
        pulse.follow(
            homelab.nodes(),
            changes -> {
              census.nodes(changes);
              refresh();
            }));
    open.add(
        pulse.follow(
            homelab.pods(),
            changes -> {
              census.pods(changes, now.get());
              counts.set(counts(sight.get()));
            }));
    open.add(pulse.follow(health.concerns(), changes -> refreshFindings()));
    open.add(pulse.follow(health.lately(), changes -> refreshLately()));
    refreshFindings();
    refreshLately();
  }

  void deactivate() {
    open.close();
    // The tables tell everything anew when the page is opened again.
    census.clear();
  }

  private void tick(Instant instant) {
    now.set(instant);
    census.tick(instant);
    counts.set(counts(sight.get()));
  }

  private void refresh() {
    Sight seen = look();
    sight.set(seen);
    counts.set(counts(seen));
    machines.set(MachineRow.of(seen, homelab.nodes().all()));
    verdict.set(Verdict.of(concerns, this::headline, seen));
  }

  private void refreshFindings() {
    concerns = health.sorted();
    further.set(Math.max(0, concerns.size() - FEW));
    long shown = showsAll.get() ? concerns.size() : FEW;
    troubles.set(concerns.stream().limit(shown).map(this::trouble).toList());
    verdict.set(Verdict.of(concerns, this::headline, sight.get()));
  }

  private Trouble trouble(Concern concern) {
    return new Trouble(concern, health.meaning(concern).orElse(null));
  }

  private Message headline(Concern concern) {
    return trouble(concern).headline();
  }

  private void refreshLately() {
    lately.set(
        health.lately().all().stream()
            .sorted(Comparator.comparing(Happening::at).reversed().thenComparing(Happening::id))
            .toList());
  }

  private Sight look() {
    return new Sight(
        settings.get().profile(),
        homelab.tailnet().get(),
        homelab.cluster().get(),
        homelab.gpu().get(),
        homelab.model().get(),
        homelab.router().get(),
        homelab.ways().all().stream().filter(Way::inUse).toList());
  }

  /** Half a first list would count too few, so it is not counted at all. */
  private Reading<Counts> counts(Sight seen) {
    return seen.cluster()
        .map(cluster -> cluster.complete() ? census.counts(!cluster.hides(Kind.NODES)) : null);
  }
}
