package net.pesulabs.console.page.gpu.fit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
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
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.model.CacheSettings;
import net.pesulabs.console.model.Calibration;
import net.pesulabs.console.model.KnownCard;
import net.pesulabs.console.model.LoadWatch;
import net.pesulabs.console.model.gguf.GgufProblem;
import net.pesulabs.console.model.running.Bandwidth;
import net.pesulabs.console.page.MainCard;
import org.jspecify.annotations.Nullable;

/** The planner: a model, settings and a card, and whether they go together. FX thread only. */
final class FitViewModel {

  private final LiveHomelab homelab;
  private final Cell<Settings> settings;
  private final Pulse pulse;
  private final Now clock;
  private final HeaderReader reader;
  private final Executor background;
  private final Subscriptions open = new Subscriptions();
  private final FitForm form = new FitForm();
  private final LoadWatch loads = new LoadWatch();
  private final ObjectProperty<ChosenFile> file = new SimpleObjectProperty<>(new ChosenFile.None());
  private final ObjectProperty<Reading<Card>> card;
  private final ObjectProperty<Reading<ModelServer>> server;
  private final ReadOnlyObjectWrapper<Map<Field, Message>> offences;
  private final ReadOnlyObjectWrapper<Sight> sight;
  private final ReadOnlyObjectWrapper<Calibration> calibration =
      new ReadOnlyObjectWrapper<>(Calibration.NONE);
  private final ReadOnlyObjectWrapper<Optional<Calibration.Sample>> offer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty speedIsNew = new SimpleBooleanProperty();
  private String host = "";
  private String filled = ""; // the speed as it was last filled in
  private boolean placed;

  /**
   * The planner over the house.
   *
   * @param background where files are read
   */
  FitViewModel(
      LiveHomelab homelab,
      Cell<Settings> settings,
      Pulse pulse,
      Now clock,
      HeaderReader reader,
      Executor background) {
    this.homelab = homelab;
    this.settings = settings;
    this.pulse = pulse;
    this.clock = clock;
    this.reader = reader;
    this.background = background;
    card = new SimpleObjectProperty<>(Reading.awaited(Source.GPU));
    server = new SimpleObjectProperty<>(Reading.awaited(Source.MODEL));
    offences = new ReadOnlyObjectWrapper<>(Map.of());
    sight = new ReadOnlyObjectWrapper<>(new Sight.Asking(Msg.plannerAskFile()));
    InvalidationListener changed = any -> judge();
    form.all().forEach(each -> each.addListener(changed));
    form.source().addListener(any -> takeLoaded());
    form.served().addListener(any -> takeLoaded());
    file.addListener(changed);
    judge();
  }

  /** Follows the card and the model server; it asks nothing of them itself. */
  void activate() {
    deactivate();
    open.add(
        pulse.follow(
            homelab.gpu(),
            reading -> {
              card.set(reading.map(node -> MainCard.of(node).orElse(null)));
              host = reading.known().map(GpuNode::host).orElse(host);
              look();
            }));
    open.add(pulse.follow(homelab.loads(), loads -> judge()));
    open.add(pulse.follow(settings, chosen -> judge()));
    open.add(
        pulse.follow(
            homelab.model(),
            reading -> {
              server.set(reading);
              look();
            }));
  }

  void deactivate() {
    open.close();
  }

  /** Reads a file's head, and only that, on another thread. The last choice wins. */
  void choose(Path path) {
    var started = new ChosenFile.BeingRead(path);
    form.source().set(FitForm.Source.FILE);
    file.set(started);
    background.execute(() -> {
      ChosenFile read = read(path);
      pulse.submit(
          started,
          () -> {
            if (file.get() == started) {
              file.set(read);
            }
          });
    });
  }

  private ChosenFile read(Path path) {
    try {
      return new ChosenFile.Read(path, reader.read(path));
    } catch (GgufProblem e) {
      return new ChosenFile.Failed(path, e.text());
    }
  }

  /** Takes the measure that is offered: later plans are corrected by it. */
  void adopt() {
    Optional<CacheSettings> now = form.settings();
    String of = cardKey();
    if (offer.get().isPresent() && now.isPresent() && of != null) {
      Calibration.Sample sample = offer.get().get();
      homelab.loads().update(loads -> Measures.with(loads, sample, now.get(), of));
    }
    judge();
  }

  /** Takes a known card for the one that is there, now and later. */
  void take(KnownCard known) {
    form.text(Field.BANDWIDTH).set(Numbers.typed(known.gigabytesPerSecond()));
    remember(known.name(), "");
  }

  /** Keeps the typed speed in the settings. */
  void rememberSpeed() {
    if (form.bandwidth().isPresent()) {
      remember(settings.get().profile().gpu().card(), form.text(Field.BANDWIDTH).get().strip());
    }
  }

  private void remember(String card, String speed) {
    settings.update(
        now -> now.withProfile(now.profile().withGpu(now.profile().gpu().withCard(card, speed))));
    judge();
  }

  /** Whether a speed is typed that the settings do not know. */
  ObservableValue<Boolean> speedIsNew() {
    return speedIsNew;
  }

  /** Fills in the speed that is known of the card, until somebody types another. */
  private void fillSpeed() {
    Optional<Bandwidth> known =
        Bandwidth.of(settings.get().profile().gpu(), card.get().known().orElse(null));
    String text = known.map(k -> Numbers.typed(k.bytesPerSecond() / 1e9)).orElse("");
    StringProperty field = form.text(Field.BANDWIDTH);
    if (field.get().equals(filled)) {
      filled = text;
      field.set(text);
    }
    speedIsNew.set(form.bandwidth().isPresent() && !field.get().equals(text));
  }

  private @Nullable String cardKey() {
    Long total = card.get().map(Card::vramTotalBytes).known().orElse(null);
    return total == null ? null : Measures.card(host, total);
  }

  /** Of a model that is loaded the server tells the context too. */
  private void takeLoaded() {
    Integer context = situation().served().context();
    if (form.source().get() == FitForm.Source.LOADED && context != null) {
      form.text(Field.CONTEXT).set(context.toString());
    }
  }

  private void look() {
    Reading<ModelServer> told = server.get();
    boolean ready =
        told instanceof Reading.Live<ModelServer> live
            && live.value().state() == ModelServer.State.READY;
    if (!placed && told.known().isPresent()) {
      // Two models seldom stand side by side; where none is loaded all that is used stays.
      placed = true;
      form.beside().set(told.known().orElseThrow().state() == ModelServer.State.SLEEPING);
    }
    Long used = card.get() instanceof Reading.Live<Card> live ? live.value().vramUsedBytes() : null;
    loads.see(ready ? serverName() : null, told.isLive(), used, clock.get());
    judge();
  }

  private void judge() {
    fillSpeed();
    String of = cardKey();
    calibration.set(of == null ? Calibration.NONE : Measures.of(homelab.loads().get(), of));
    offences.set(form.offences());
    Situation now = situation();
    sight.set(now.sight());
    offer.set(now.sample().filter(sample -> !calibration.get().samples().contains(sample)));
  }

  /** All that the plan is made of now. */
  Situation situation() {
    return new Situation(
        form, file.get(), card.get(), server.get(), loads.last(), calibration.get());
  }

  private @Nullable String serverName() {
    return server.get().known().map(ModelServer::name).orElse(null);
  }

  FitForm form() {
    return form;
  }

  ObservableValue<ChosenFile> file() {
    return file;
  }

  ObservableValue<Reading<Card>> card() {
    return card;
  }

  ObservableValue<Reading<ModelServer>> server() {
    return server;
  }

  /** Models that the server offers; empty for a server with one. */
  List<String> offered() {
    return server.get().known().map(ModelServer::offers).orElse(List.of()).stream()
        .map(offer -> offer.model().name())
        .filter(Objects::nonNull)
        .toList();
  }

  ReadOnlyObjectProperty<Map<Field, Message>> offences() {
    return offences.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Sight> sight() {
    return sight.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Calibration> calibration() {
    return calibration.getReadOnlyProperty();
  }

  /** A measure of the chosen model that could be taken. */
  ReadOnlyObjectProperty<Optional<Calibration.Sample>> offer() {
    return offer.getReadOnlyProperty();
  }

  /** When others were seen alone on the card; empty where a load was not seen. */
  Optional<Instant> aloneAt() {
    return loads.last().map(LoadWatch.Load::at);
  }

  /** Cards to choose the speed from: of the memory there is, where that is known. */
  List<KnownCard> knownCards() {
    List<KnownCard> fitting =
        card.get().map(Card::vramTotalBytes).known().map(KnownCard::of).orElse(List.of());
    return fitting.isEmpty() ? KnownCard.ALL : fitting;
  }
}
