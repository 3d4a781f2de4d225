package net.pesulabs.console.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The graphics cards and their machine in {@code status}, line by line; what nobody told is left
 * out.
 */
final class GpuText {

  private GpuText() {}

  static List<Localized> lines(GpuNode gpu, List<Finding> found, Instant now) {
    var lines = new ArrayList<Localized>();
    for (Card card : gpu.cards()) {
      lines.add(joined(card(gpu, card, found)));
    }
    if (gpu.cards().isEmpty()) {
      lines.add(Msg.gpuNoCard(gpu.host()));
    }
    List<Localized> machine = machine(gpu.machine(), now);
    if (!machine.isEmpty()) {
      machine.addFirst(Localized.verbatim(gpu.host()));
      lines.add(joined(machine));
    }
    return lines;
  }

  private static List<Localized> card(GpuNode gpu, Card card, List<Finding> found) {
    var words = new ArrayList<Localized>();
    words.add(Localized.verbatim(gpu.host() + " " + card.id()));
    words.add(CardCondition.of(card, GpuHealth.about(gpu, card, found)).title());
    add(words, card.busyPercent(), Quantity::percent);
    Card.Vram vram = card.vram();
    if (vram != null) {
      words.add(
          Msg.gpuStatesVramOf(Quantity.bytes(vram.usedBytes()), Quantity.bytes(vram.totalBytes())));
    }
    Card.Gtt gtt = card.gtt();
    if (gtt != null && gtt.spilledBytes() > 0) {
      words.add(Msg.gpuStatesSpilled(Quantity.bytes(gtt.spilledBytes())));
    }
    Card.Heat heat = card.junction().celsius() != null ? card.junction() : card.edge();
    add(
        words,
        heat.celsius(),
        celsius -> limited(Quantity.celsius(celsius), heat.limitCelsius(), Quantity::celsius));
    add(
        words,
        card.power().watts(),
        watts -> limited(Quantity.watts(watts), card.power().capWatts(), Quantity::watts));
    add(words, card.fan().rpm(), Quantity::rpm);
    return words;
  }

  private static List<Localized> machine(MachineFigures figures, Instant now) {
    var words = new ArrayList<Localized>();
    add(
        words,
        figures.cpuPercent(),
        percent -> Msg.gpuStatesNamed(Msg.gpuStatesProcessor(), Quantity.percent(percent)));
    add(words, figures.load1(), load -> Msg.gpuStatesLoad(Quantity.number(load, 1)));
    MachineFigures.Memory memory = figures.memory();
    if (memory != null) {
      words.add(
          Msg.gpuStatesNamed(
              Msg.gpuStatesMemory(),
              Msg.gpuOf(Quantity.bytes(memory.usedBytes()), Quantity.bytes(memory.totalBytes()))));
    }
    for (MachineFigures.Disk disk : figures.disks()) {
      words.add(
          Msg.gpuStatesNamed(
              Msg.gpuStatesDisk(disk.mount()), Quantity.percent(disk.usedPercent())));
    }
    if (figures.bootedAt() != null) {
      words.add(Msg.gpuStatesUptime(Quantity.roughly(Duration.between(figures.bootedAt(), now))));
    }
    return words;
  }

  private static Localized limited(
      Localized figure, @Nullable Double limit, DoubleFunction<Localized> unit) {
    return limit == null ? figure : Msg.gpuStatesOfLimit(figure, unit.apply(limit));
  }

  private static void add(
      List<Localized> words, @Nullable Double figure, DoubleFunction<Localized> said) {
    if (figure != null) {
      words.add(said.apply(figure));
    }
  }

  private static Localized joined(List<Localized> words) {
    List<Localized> all = List.copyOf(words);
    return (Language language) ->
        String.join(" · ", all.stream().map(each -> each.in(language)).toList());
  }
}
