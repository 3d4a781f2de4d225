package net.pesulabs.console.homelab;

import org.jspecify.annotations.Nullable;

/**
 * One graphics card at one moment. A null figure is one the card did not report, which is not zero.
 *
 * @param id the DRM name, such as {@code card1}
 * @param busyPercent 0 to 100; null while asleep
 * @param gttUsedBytes system memory the card uses; never part of its own memory
 * @param junctionLimitCelsius the card's own critical limit of the junction
 */
public record Card(
    String id,
    GpuNode.CardState state,
    @Nullable Double busyPercent,
    long vramUsedBytes,
    long vramTotalBytes,
    @Nullable Long gttUsedBytes,
    @Nullable Long gttTotalBytes,
    @Nullable Double edgeCelsius,
    @Nullable Double junctionCelsius,
    @Nullable Double memoryCelsius,
    @Nullable Double junctionLimitCelsius,
    @Nullable Double powerWatts,
    @Nullable Double powerCapWatts,
    @Nullable Double fanRpm,
    @Nullable Double fanMaxRpm,
    @Nullable Double coreMegahertz,
    @Nullable Double memoryMegahertz) {

  public double vramPercent() {
    return 100.0 * vramUsedBytes / vramTotalBytes;
  }
}
