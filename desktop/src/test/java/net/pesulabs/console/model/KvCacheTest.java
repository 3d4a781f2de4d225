package net.pesulabs.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class KvCacheTest {

  /** Each figure to the hundredth of a MiB that llama-server prints. */
  @ParameterizedTest(name = "{0}, {1} tokens, {2} slots, shared {3}, {4}/{5}")
  @CsvFileSource(resources = "/captures/gguf/kv-cache.csv")
  void itIsWhatLlamaServerAllocates(
      String model,
      int context,
      int slots,
      boolean shared,
      String k,
      String v,
      int cells,
      String all,
      String keys,
      String values,
      @Nullable Integer windowCells,
      @Nullable String windowAll,
      @Nullable String windowKeys,
      @Nullable String windowValues)
      throws Exception {
    var attention = (Attention.Known) Heads.shape(model).attention();
    var settings = new CacheSettings(context, type(k), type(v), slots, shared);
    assertThat(settings.cells()).isEqualTo(cells);
    var whole = only(attention, false);
    assertThat(mib(KvCache.bytes(whole, settings))).isEqualTo(all);
    assertThat(mib(KvCache.bytes(part(whole, true), settings))).isEqualTo(keys);
    assertThat(mib(KvCache.bytes(part(whole, false), settings))).isEqualTo(values);
    var windowed = only(attention, true);
    if (windowCells == null) {
      assertThat(windowed.layers()).isEmpty();
    } else {
      assertThat(settings.windowCells(attention.window())).isEqualTo(windowCells);
      assertThat(mib(KvCache.bytes(windowed, settings))).isEqualTo(windowAll);
      assertThat(mib(KvCache.bytes(part(windowed, true), settings))).isEqualTo(windowKeys);
      assertThat(mib(KvCache.bytes(part(windowed, false), settings))).isEqualTo(windowValues);
    }
    assertThat(KvCache.bytes(attention, settings))
        .isEqualTo(KvCache.bytes(whole, settings) + KvCache.bytes(windowed, settings));
  }

  /** Of models whose logs were published: llama.cpp's issue 11337 has the Qwen 2.5 32B. */
  @ParameterizedTest
  @CsvSource({
    "48, 4, 128, 4096, f16, 384",
    "40, 64, 128, 4096, f16, 5120",
    "32, 8, 128, 32768, f16, 4096",
    "32, 8, 128, 32768, q8_0, 2176",
    "32, 8, 128, 32768, q4_0, 1152",
    "64, 8, 128, 32768, q8_0, 4352",
    "40, 8, 128, 4096, f16, 640",
  })
  void itIsWhatOthersSaw(int layers, int heads, int length, int context, String type, long mib) {
    var attention = alike(layers, new Attention.Layer(heads, length, length, false));
    var settings = new CacheSettings(context, type(type), type(type), 1, true);
    assertThat(KvCache.bytes(attention, settings)).isEqualTo(mib << 20);
  }

  @Test
  void aWindowIsReadNoFurtherThanItReaches() {
    var layer = new Attention.Layer(2, 64, 64, true);
    var attention = new Attention.Known(List.of(layer, new Attention.Layer(2, 64, 64, false)), 100);
    var settings = new CacheSettings(4096, CacheType.F16, CacheType.F16, 1, true);
    assertThat(KvCache.bytesRead(attention, settings, 50)).isEqualTo(50 * 2 * 512);
    assertThat(KvCache.bytesRead(attention, settings, 1000)).isEqualTo((1000 + 100) * 512);
  }

  @Test
  void aHeadMustBeMadeOfWholeBlocks() {
    var odd = alike(2, new Attention.Layer(1, 80, 80, false));
    assertThat(KvCache.isPossible(odd, settings(CacheType.F16, CacheType.BF16))).isTrue();
    assertThat(KvCache.isPossible(odd, settings(CacheType.Q8_0, CacheType.F16))).isFalse();
    assertThat(KvCache.isPossible(odd, settings(CacheType.F16, CacheType.IQ4_NL))).isFalse();
  }

  @Test
  void layersMayDiffer() {
    var attention =
        new Attention.Known(
            List.of(
                new Attention.Layer(8, 128, 128, false), new Attention.Layer(0, 128, 64, false)),
            0);
    assertThat(KvCache.bytes(attention, settings(CacheType.F16, CacheType.F16)))
        .isEqualTo(256L * 8 * 128 * 2 * 2);
  }

  static Attention.Known alike(int layers, Attention.Layer layer) {
    return new Attention.Known(java.util.Collections.nCopies(layers, layer), 0);
  }

  private static CacheSettings settings(CacheType k, CacheType v) {
    return new CacheSettings(256, k, v, 1, true);
  }

  private static CacheType type(String id) {
    return Stream.of(CacheType.values()).filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private static Attention.Known only(Attention.Known attention, boolean windowed) {
    return new Attention.Known(
        attention.layers().stream().filter(layer -> layer.windowed() == windowed).toList(),
        attention.window());
  }

  /** The same with the keys alone, or the values alone. */
  private static Attention.Known part(Attention.Known attention, boolean keys) {
    return new Attention.Known(
        attention.layers().stream()
            .map(layer ->
                new Attention.Layer(
                    layer.heads(),
                    keys ? layer.keyLength() : 0,
                    keys ? 0 : layer.valueLength(),
                    layer.windowed()))
            .toList(),
        attention.window());
  }

  /** As C prints it: a tie goes to the even digit. */
  private static String mib(long bytes) {
    return BigDecimal.valueOf(bytes)
        .divide(BigDecimal.valueOf(1 << 20))
        .setScale(2, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
