package net.pesulabs.console.homelab;

import org.jspecify.annotations.Nullable;

/**
 * One graphics card at one moment. A null figure is one that was not told, which is not zero.
 *
 * @param id what the source calls it, such as {@code card1}; one of each among a machine's cards
 * @param name what its maker calls it; most sources do not tell
 * @param busyPercent 0 to 100; null while asleep
 * @param vram its own memory
 * @param gtt system memory it uses; never part of its own memory
 * @param throttle what holds it back, as far as its figures show; null where nothing does, or they
 *     do not show it
 */
public record Card(
    String id,
    @Nullable String name,
    GpuNode.CardState state,
    @Nullable Double busyPercent,
    @Nullable Vram vram,
    @Nullable Gtt gtt,
    Heat edge,
    Heat junction,
    Heat memory,
    Power power,
    Fan fan,
    Clocks clocks,
    @Nullable Throttle throttle) {

  /** The card's own memory; {@code totalBytes} is more than zero. */
  public record Vram(long usedBytes, long totalBytes) {
    public double percent() {
      return 100.0 * usedBytes / totalBytes;
    }
  }

  /**
   * The machine's memory that the card uses, by the graphics translation table.
   *
   * @param spilledBytes what is there for want of room in the card's own memory; 0 where nothing is
   */
  public record Gtt(long usedBytes, @Nullable Long totalBytes, long spilledBytes) {}

  /**
   * A temperature.
   *
   * @param limitCelsius the card's own critical limit
   */
  public record Heat(@Nullable Double celsius, @Nullable Double limitCelsius) {
    public static final Heat UNKNOWN = new Heat(null, null);
  }

  /** What it draws, and what it may. */
  public record Power(@Nullable Double watts, @Nullable Double capWatts) {
    public static final Power UNKNOWN = new Power(null, null);
  }

  /** Turns a minute; 0 is usual while the card is cool. */
  public record Fan(@Nullable Double rpm, @Nullable Double maxRpm) {
    public static final Fan UNKNOWN = new Fan(null, null);
  }

  /** Of the cores and of the memory. */
  public record Clocks(@Nullable Double coreMegahertz, @Nullable Double memoryMegahertz) {
    public static final Clocks UNKNOWN = new Clocks(null, null);
  }

  /** Why a card runs slower than it could. */
  public enum Throttle {
    HEAT,
    POWER
  }

  /** A card that tells how busy and how full it is, and nothing else. */
  public static Card bare(
      String id, GpuNode.CardState state, @Nullable Double busyPercent, @Nullable Vram vram) {
    return new Card(
        id,
        null,
        state,
        busyPercent,
        vram,
        null,
        Heat.UNKNOWN,
        Heat.UNKNOWN,
        Heat.UNKNOWN,
        Power.UNKNOWN,
        Fan.UNKNOWN,
        Clocks.UNKNOWN,
        null);
  }

  public @Nullable Long vramUsedBytes() {
    return vram == null ? null : (Long) vram.usedBytes;
  }

  public @Nullable Long vramTotalBytes() {
    return vram == null ? null : (Long) vram.totalBytes;
  }

  public @Nullable Double vramPercent() {
    return vram == null ? null : (Double) vram.percent();
  }

  public @Nullable Long gttUsedBytes() {
    return gtt == null ? null : (Long) gtt.usedBytes;
  }
}
