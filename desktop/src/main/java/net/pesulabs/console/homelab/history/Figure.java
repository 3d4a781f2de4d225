package net.pesulabs.console.homelab.history;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.ModelServer;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is kept over time, in the unit its id tells. Sizes and limits are not among them:
 * they do not move, and the live picture tells them.
 */
public enum Figure {
  BUSY("busy_percent", card(Card::busyPercent)),
  VRAM_USED("vram_used_bytes", card(card -> toDouble(card.vramUsedBytes()))),
  GTT_USED("gtt_used_bytes", card(card -> toDouble(card.gttUsedBytes()))),
  EDGE("edge_celsius", card(c -> c.edge().celsius())),
  JUNCTION("junction_celsius", card(c -> c.junction().celsius())),
  MEMORY_TEMPERATURE("memory_celsius", card(c -> c.memory().celsius())),
  POWER("power_watts", card(c -> c.power().watts())),
  FAN("fan_rpm", card(c -> c.fan().rpm())),
  CORE_CLOCK("core_mhz", card(c -> c.clocks().coreMegahertz())),
  MEMORY_CLOCK("memory_mhz", card(c -> c.clocks().memoryMegahertz())),
  MACHINE_CPU("machine_cpu_percent", machine(node -> node.machine().cpuPercent())),
  MACHINE_MEMORY_USED("machine_memory_used_bytes", machine(node -> used(node.memory()))),
  MACHINE_RECEIVED(
      "machine_received_bytes_per_second",
      machine(node -> sum(node.machine(), MachineFigures.Link::receivedBytesPerSecond))),
  MACHINE_SENT(
      "machine_sent_bytes_per_second",
      machine(node -> sum(node.machine(), MachineFigures.Link::sentBytesPerSecond))),
  MACHINE_TEMPERATURE("machine_cpu_celsius", machine(node -> processor(node.machine()))),
  TOKENS_PER_SECOND("tokens_per_second", model(ModelServer::tokensPerSecond)),
  SLOTS_BUSY("slots_busy", model(server -> toDouble(server.slotsBusy()))),
  WAITING("waiting", model(server -> toDouble(server.waiting())));

  /** What a figure is told of, and how it is read there. */
  private record Part<T>(Class<T> of, Function<T, @Nullable Double> read) {
    @Nullable Double of(Object whole) {
      return read.apply(of.cast(whole));
    }
  }

  private final String id;
  private final Part<?> part;

  Figure(String id, Part<?> part) {
    this.id = id;
    this.part = part;
  }

  /** The name it is kept under. */
  public String id() {
    return id;
  }

  /**
   * The figure of a card, a machine or a model server; null where that does not tell it.
   *
   * @throws ClassCastException where it is a figure of something else
   */
  public @Nullable Double of(Object whole) {
    return part.of(whole);
  }

  /** The figures of a {@link Card}, {@link GpuNode} or {@link ModelServer}. */
  public static List<Figure> figuresOf(Class<?> whole) {
    return Arrays.stream(values()).filter(figure -> figure.part.of().equals(whole)).toList();
  }

  private static Part<Card> card(Function<Card, @Nullable Double> read) {
    return new Part<>(Card.class, read);
  }

  private static Part<GpuNode> machine(Function<GpuNode, @Nullable Double> read) {
    return new Part<>(GpuNode.class, read);
  }

  private static Part<ModelServer> model(Function<ModelServer, @Nullable Double> read) {
    return new Part<>(ModelServer.class, read);
  }

  private static @Nullable Double used(MachineFigures.@Nullable Memory memory) {
    return memory == null ? null : (Double) (double) memory.usedBytes();
  }

  /** Of all links together; null where none tells. */
  private static @Nullable Double sum(
      MachineFigures machine, Function<MachineFigures.Link, @Nullable Double> part) {
    Double sum = null;
    for (MachineFigures.Link link : machine.links()) {
      Double told = part.apply(link);
      if (told != null) {
        sum = sum == null ? told : (Double) (sum + told);
      }
    }
    return sum;
  }

  /** Of the warmest processor, where there are several. */
  private static @Nullable Double processor(MachineFigures machine) {
    Double warmest = null;
    for (MachineFigures.Temperature each : machine.temperatures()) {
      if (each.processor() && (warmest == null || each.celsius() > warmest)) {
        warmest = each.celsius();
      }
    }
    return warmest;
  }

  private static @Nullable Double toDouble(@Nullable Number number) {
    return number == null ? null : (Double) number.doubleValue();
  }
}
