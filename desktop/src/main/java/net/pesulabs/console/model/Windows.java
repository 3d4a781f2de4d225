package net.pesulabs.console.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which layers look back over a window only, as the {@code load_arch_hparams} of llama.cpp's models
 * and {@code load_swa_pattern} find out.
 *
 * @param tokens how far; 0 where none does
 * @param windowed for each layer
 * @param keptLayers how many from the first on keep anything of their own; the rest look into
 *     theirs
 */
record Windows(int tokens, List<Boolean> windowed, int keptLayers) {

  /** Architectures with windows: of how many layers one is whole, where the file does not say. */
  static final Map<String, Integer> USUAL =
      Map.of(
          "cohere2", 4,
          "exaone4", 4,
          "gemma2", 2,
          "gemma3", 6,
          "gemma3n", 5,
          "gemma4", 0,
          "gpt-oss", 2,
          "llama4", 4,
          "olmo2", 4);

  private static final String PATTERN = "attention.sliding_window_pattern";

  /** Empty where the file does not say enough. */
  static Optional<Windows> of(ArchitectureKeys keys, int layers) {
    Integer usual = USUAL.get(keys.architecture());
    OptionalLong told = keys.whole("attention.sliding_window");
    if (usual == null || hasNone(keys.architecture(), layers, told)) {
      return Optional.of(new Windows(0, Collections.nCopies(layers, false), layers));
    }
    long tokens =
        switch (keys.architecture()) {
          case "llama4" -> 8192;
          case "gemma2", "exaone4" -> told.orElse(4096);
          default -> told.orElse(0);
        };
    List<Boolean> pattern = pattern(keys, layers, usual);
    return tokens <= 0 || tokens > CacheSettings.LONGEST_CONTEXT || pattern.size() < layers
        ? Optional.empty()
        : Optional.of(new Windows((int) tokens, pattern, keptLayers(keys, layers)));
  }

  private static boolean hasNone(String architecture, int layers, OptionalLong told) {
    return switch (architecture) {
      case "gemma3", "olmo2" -> told.orElse(0) == 0;
      case "llama4" -> told.isPresent() && told.getAsLong() == 0;
      case "exaone4" -> layers != 64; // the 1.2B has none, and no key that says so
      default -> false;
    };
  }

  /** The file's own list, or the file's or the architecture's period. */
  private static List<Boolean> pattern(ArchitectureKeys keys, int layers, int usual) {
    OptionalLong period = keys.whole(PATTERN);
    Optional<List<Long>> list = keys.each(PATTERN, layers);
    if (period.isEmpty() && list.isPresent()) {
      return list.get().stream().map(flag -> flag != 0).toList();
    }
    if (period.isEmpty() && usual == 0) {
      return List.of(); // Gemma 4 always carries a list
    }
    long every = period.orElse(usual);
    List<Boolean> pattern = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      pattern.add(every == 0 || i % every < every - 1);
    }
    return pattern;
  }

  private static int keptLayers(ArchitectureKeys keys, int layers) {
    return switch (keys.architecture()) {
      case "gemma3n" -> 20;
      case "gemma4" ->
          (int) Math.clamp(layers - keys.whole("attention.shared_kv_layers").orElse(0), 0, layers);
      default -> layers;
    };
  }
}
