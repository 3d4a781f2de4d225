package net.pesulabs.console.page.gpu;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.Meter;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.MachineHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.MachineFigures.Disk;
import net.pesulabs.console.homelab.MachineFigures.Link;
import net.pesulabs.console.homelab.MachineFigures.Memory;
import net.pesulabs.console.homelab.MachineFigures.Temperature;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** The machine the cards are in: what else it does, and what room it has. */
final class MachineSection extends VBox {

  /** The hottest parts say enough. */
  private static final int MOST_TEMPERATURES = 4;

  private static final double NARROWEST = 210;

  private final Texts texts;
  private final Now now;
  private final Figures<MachineFigures> machine;

  MachineSection(Texts texts, Now now, GpuViewModel model) {
    this.texts = texts;
    this.now = now;
    this.machine = new Figures<>(texts, now, model.machine());
    getStyleClass().addAll("card", "gpu-machine");
    Label title = texts.on(new Label(), Msg.gpuStatesMachine());
    title.getStyleClass().add("block-title");
    var head = new HBox(title, spring(), uptime(model));
    head.getStyleClass().add("machine-head");
    var parts =
        new Columns(
            NARROWEST,
            3,
            24,
            part(processor(), memory()),
            part(disks(), links()),
            part(temperatures()));
    parts.getStyleClass().add("machine-parts");
    getChildren().addAll(head, parts);
    visibleProperty().bind(model.gpu().map(reading -> reading.known().isPresent()));
    managedProperty().bind(visibleProperty());
  }

  private Label uptime(GpuViewModel model) {
    var uptime = new Label();
    uptime.getStyleClass().addAll("muted", "small");
    uptime
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model
                        .machine()
                        .getValue()
                        .map(MachineFigures::bootedAt)
                        .known()
                        .map(at -> Duration.between(at, model.now().getValue()))
                        .map(on -> texts.say(Msg.gpuStatesUptime(Quantity.roughly(on))))
                        .orElse(""),
                model.machine(),
                model.now(),
                texts.languageProperty()));
    return uptime;
  }

  private Node processor() {
    return gauge(
        texts.on(new Label(), Msg.gpuStatesProcessor()),
        machine.part(MachineFigures::cpuPercent),
        Quantity::percent,
        machine.part(MachineFigures::cpuPercent),
        new ReadingLabel<>(texts, now, machine.part(MachineSection::load), words -> words));
  }

  private static @Nullable Localized load(MachineFigures figures) {
    Double load = figures.load1();
    Integer cpus = figures.cpus();
    return load == null
        ? null
        : cpus == null
            ? Msg.gpuStatesLoad(Quantity.number(load, 1))
            : Msg.gpuStatesLoadOf(Quantity.number(load, 1), cpus);
  }

  private Node memory() {
    return gauge(
        texts.on(new Label(), Msg.gpuStatesMemory()),
        machine.part(MachineFigures::memory),
        memory ->
            Msg.gpuOf(Quantity.bytes(memory.usedBytes()), Quantity.bytes(memory.totalBytes())),
        machine.part(m -> percent(m.memory())),
        new ReadingLabel<>(
            texts,
            now,
            machine.part(MachineFigures::memory),
            memory -> Msg.gpuStatesFree(Quantity.bytes(memory.availableBytes()))));
  }

  private static @Nullable Double percent(@Nullable Memory memory) {
    return memory == null ? null : (Double) (100.0 * memory.usedBytes() / memory.totalBytes());
  }

  private Node disks() {
    return new KeyedRows(
        keys(MachineFigures::disks, Disk::mount),
        none(Msg.gpuStatesNoDisks()),
        mount -> {
          Function<MachineFigures, @Nullable Disk> disk =
              m -> find(m.disks(), each -> each.mount().equals(mount));
          Label name = texts.on(new Label(), Msg.gpuStatesDisk(mount));
          warn(name, machine.part(disk).map(r -> r.map(MachineHealth::of)));
          return gauge(
              name,
              machine.part(disk),
              each -> Quantity.percent(each.usedPercent()),
              machine.part(disk).map(r -> r.map(Disk::usedPercent)),
              new ReadingLabel<>(
                  texts,
                  now,
                  machine.part(disk),
                  each ->
                      Msg.gpuStatesFreeOf(
                          Quantity.bytes(each.availableBytes()),
                          Quantity.bytes(each.totalBytes()))));
        });
  }

  private Node links() {
    return new KeyedRows(
        keys(MachineFigures::links, Link::device),
        none(Msg.gpuStatesNoLinks()),
        device ->
            row(
                texts.on(new Label(), Msg.gpuStatesLink(device)),
                new ReadingLabel<>(
                    texts,
                    now,
                    machine.part(m -> rates(find(m.links(), each -> each.device().equals(device)))),
                    words -> words)));
  }

  private static @Nullable Localized rates(@Nullable Link link) {
    if (link == null) {
      return null;
    }
    Double in = link.receivedBytesPerSecond();
    Double out = link.sentBytesPerSecond();
    return in == null || out == null
        ? null
        : Msg.gpuStatesRates(Quantity.bytes(Math.round(in)), Quantity.bytes(Math.round(out)));
  }

  private Node temperatures() {
    return new KeyedRows(
        machine
            .reading()
            .map(reading -> reading.known().map(m -> warmest(m.temperatures())).orElse(List.of())),
        none(Msg.gpuStatesNoTemperatures()),
        part -> {
          Function<MachineFigures, @Nullable Temperature> warmth =
              m -> find(m.temperatures(), each -> each.part().equals(part));
          Label name =
              part.equals(processorOf(machine.reading().getValue()))
                  ? texts.on(new Label(), Msg.gpuStatesProcessor())
                  : new Label(part);
          name.setTooltip(new Tooltip(part));
          warn(name, machine.part(warmth).map(r -> r.map(MachineHealth::of)));
          return row(
              name, new ReadingLabel<>(texts, now, machine.part(warmth), MachineSection::warmth));
        });
  }

  /** The part that stands for the processor: the first of those that are its own. */
  private static @Nullable String processorOf(Reading<MachineFigures> reading) {
    return reading
        .known()
        .flatMap(m -> warmest(m.temperatures()).stream().findFirst())
        .filter(part ->
            reading.known().orElseThrow().temperatures().stream()
                .anyMatch(each -> each.part().equals(part) && each.processor()))
        .orElse(null);
  }

  private static Localized warmth(Temperature temperature) {
    Double limit = temperature.limitCelsius();
    return limit == null
        ? Quantity.celsius(temperature.celsius())
        : Msg.gpuOf(Quantity.celsius(temperature.celsius()), Quantity.celsius(limit));
  }

  /** The processor's first, then by name, so that rows do not change places as they warm up. */
  private static List<String> warmest(List<Temperature> all) {
    return all.stream()
        .sorted(
            Comparator.comparing(Temperature::processor)
                .reversed()
                .thenComparing(Temperature::part))
        .limit(MOST_TEMPERATURES)
        .map(Temperature::part)
        .toList();
  }

  private <E> ObservableValue<List<String>> keys(
      Function<MachineFigures, List<E>> part, Function<E, String> key) {
    return machine
        .reading()
        .map(reading ->
            reading.known().map(m -> part.apply(m).stream().map(key).toList()).orElse(List.of()));
  }

  private static <E> @Nullable E find(List<E> all, java.util.function.Predicate<E> which) {
    return all.stream().filter(which).findFirst().orElse(null);
  }

  /** A name and its figure over a bar, and what belongs to it beneath. */
  private <T> Node gauge(
      Label name,
      ObservableValue<Reading<T>> figure,
      Function<T, Localized> words,
      ObservableValue<Reading<Double>> percent,
      Label beneath) {
    beneath.getStyleClass().addAll("muted", "small");
    var gauge =
        new VBox(
            row(name, new ReadingLabel<>(texts, now, figure, words)), new Meter(percent), beneath);
    gauge.getStyleClass().add("machine-gauge");
    return gauge;
  }

  private static HBox row(Label name, Label figure) {
    name.getStyleClass().add("machine-name");
    name.setMinWidth(0);
    figure.getStyleClass().add("machine-figure");
    figure.setMinWidth(USE_PREF_SIZE);
    name.setLabelFor(figure);
    var row = new HBox(name, spring(), figure);
    row.getStyleClass().add("machine-row");
    return row;
  }

  /** A shape before the name where its figure wants care. */
  private static void warn(Label name, ObservableValue<Reading<Severity>> severity) {
    var icon = new SeverityIcon(Severity.WARNING);
    severity.subscribe(reading -> {
      Severity now = reading.isLive() ? reading.known().orElse(Severity.FINE) : Severity.FINE;
      icon.show(now);
      name.setGraphic(now.wantsCare() ? icon : null);
    });
  }

  private Label none(Message words) {
    Label label = texts.on(new Label(), words);
    label.getStyleClass().addAll("muted", "small");
    label.setWrapText(true);
    return label;
  }

  private static VBox part(Node... nodes) {
    var part = new VBox(nodes);
    part.getStyleClass().add("machine-part");
    return part;
  }

  private static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }
}
