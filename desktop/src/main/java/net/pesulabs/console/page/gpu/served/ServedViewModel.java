package net.pesulabs.console.page.gpu.served;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.model.LoadWatch;
import net.pesulabs.console.model.running.CardUse;
import net.pesulabs.console.model.running.Pace;
import net.pesulabs.console.model.running.PaceJudge;
import net.pesulabs.console.model.running.UseJudge;
import net.pesulabs.console.page.MainCard;
import org.jspecify.annotations.Nullable;

/** The model server, its pace, and who uses the card. FX thread only. */
final class ServedViewModel {

  private final LiveHomelab homelab;
  private final Cell<Settings> settings;
  private final Pulse pulse;
  private final Now now;
  private final Subscriptions open = new Subscriptions();
  private final LoadWatch loads = new LoadWatch();
  private final Map<String, Pod> wanting = new TreeMap<>(); // pods a card is set apart for, by uid
  private final ObjectProperty<Reading<ModelServer>> server;
  private final ReadOnlyObjectWrapper<CardUse> use;
  private final ReadOnlyObjectWrapper<@Nullable Pace> pace = new ReadOnlyObjectWrapper<>();

  ServedViewModel(LiveHomelab homelab, Cell<Settings> settings, Pulse pulse, Now now) {
    this.homelab = homelab;
    this.settings = settings;
    this.pulse = pulse;
    this.now = now;
    server = new SimpleObjectProperty<>(homelab.model().get());
    use = new ReadOnlyObjectWrapper<>(concludeUse());
  }

  void activate() {
    deactivate();
    open.add(pulse.follow(homelab.model(), this::show));
    open.add(pulse.follow(homelab.gpu(), reading -> pulse.afterwards(this, this::conclude)));
    open.add(pulse.follow(homelab.ownAnswers(), own -> pulse.afterwards(this, this::conclude)));
    open.add(pulse.follow(settings, chosen -> pulse.afterwards(this, this::conclude)));
    open.add(pulse.follow(homelab.pods(), this::showPods));
  }

  void deactivate() {
    open.close();
    wanting.clear();
  }

  private void show(Reading<ModelServer> reading) {
    server.set(reading);
    pulse.afterwards(this, this::conclude);
  }

  private void showPods(List<Table.Change<Pod>> changes) {
    boolean any = false;
    for (Table.Change<Pod> change : changes) {
      boolean wants = change.after() != null && wantsCard(change.after());
      Pod before = wants ? wanting.put(change.uid(), change.after()) : wanting.remove(change.uid());
      any |= wants || before != null;
    }
    if (any) {
      pulse.afterwards(this, this::conclude);
    }
  }

  private static boolean wantsCard(Pod pod) {
    return pod.phase().equals("Running")
        && pod.containers().stream().anyMatch(each -> each.gpus() > 0);
  }

  private void conclude() {
    Reading<ModelServer> told = server.get();
    ModelServer known = told instanceof Reading.Live<ModelServer> live ? live.value() : null;
    Card card =
        homelab.gpu().get() instanceof Reading.Live<GpuNode> live
            ? MainCard.of(live.value()).orElse(null)
            : null;
    boolean ready = known != null && known.state() == ModelServer.State.READY;
    loads.see(
        ready && known != null ? known.name() : null,
        told.isLive(),
        card == null ? null : card.vramUsedBytes(),
        now.get());
    pace.set(known == null ? null : PaceJudge.of(known, card, settings.get().profile().gpu()));
    use.set(concludeUse());
  }

  private CardUse concludeUse() {
    return UseJudge.of(
        homelab.gpu().get(), homelab.model().get(), homelab.ownAnswers().get(), grown(), pods());
  }

  /** By how much the card's memory grew when the model was loaded, where somebody looked. */
  private @Nullable Long grown() {
    String name = server.get().known().map(ModelServer::name).orElse(null);
    return loads
        .last()
        .filter(load -> load.model().equals(name))
        .map(LoadWatch.Load::grown)
        .orElse(null);
  }

  /** Those on the machine with the card; all of them where no node has its name. */
  private List<String> pods() {
    String host = homelab.gpu().get().known().map(GpuNode::host).orElse("");
    boolean isNode = homelab.nodes().all().stream().anyMatch(n -> host.equals(n.name()));
    return wanting.values().stream()
        .filter(pod -> !isNode || host.equals(pod.node()))
        .map(pod -> pod.namespace() + "/" + pod.workload().name())
        .distinct()
        .sorted()
        .toList();
  }

  ObservableValue<Reading<ModelServer>> server() {
    return server;
  }

  /** Null while the server is not heard. */
  ReadOnlyObjectProperty<@Nullable Pace> pace() {
    return pace.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<CardUse> use() {
    return use.getReadOnlyProperty();
  }
}
