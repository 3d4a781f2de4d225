package net.pesulabs.console.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.homelab.ModelServer.Model;
import org.jspecify.annotations.Nullable;

/**
 * The layers of models that families run, from the {@code config.json} that their makers publish: a
 * server tells a model's size and widths, and nothing of its layers. A model is known again by its
 * widths and its number of weights together, which no two of these share.
 *
 * @param billions of weights; a table of words that serves both ends is counted once
 * @param tied whether it does
 * @param heads of keys and values, a layer
 * @param activeBillions of weights at work on one token; of a mixture only some
 * @param window how far most layers look back; 0 where all look back to the beginning
 * @param period of how many layers one does so anyway
 */
record KnownModel(
    String name,
    int embedding,
    int vocabulary,
    double billions,
    boolean tied,
    int layers,
    int heads,
    int headLength,
    double activeBillions,
    int window,
    int period) {

  private static final double SAME = 0.012;

  static final List<KnownModel> ALL =
      List.of(
          whole("Llama 3.2 1B", 2048, 128_256, 1.236, true, 16, 8, 64),
          whole("Llama 3.2 3B", 3072, 128_256, 3.213, true, 28, 8, 128),
          whole("Llama 3.1 8B", 4096, 128_256, 8.030, false, 32, 8, 128),
          whole("Llama 3.3 70B", 8192, 128_256, 70.554, false, 80, 8, 128),
          whole("Qwen 2.5 0.5B", 896, 151_936, 0.494, true, 24, 2, 64),
          whole("Qwen 2.5 1.5B", 1536, 151_936, 1.544, true, 28, 2, 128),
          whole("Qwen 2.5 3B", 2048, 151_936, 3.086, true, 36, 2, 128),
          whole("Qwen 2.5 7B", 3584, 152_064, 7.616, false, 28, 4, 128),
          whole("Qwen 2.5 14B", 5120, 152_064, 14.770, false, 48, 8, 128),
          whole("Qwen 2.5 32B", 5120, 152_064, 32.764, false, 64, 8, 128),
          whole("Qwen 3 0.6B", 1024, 151_936, 0.596, true, 28, 8, 128),
          whole("Qwen 3 1.7B", 2048, 151_936, 1.721, true, 28, 8, 128),
          whole("Qwen 3 4B", 2560, 151_936, 4.022, true, 36, 8, 128),
          whole("Qwen 3 8B", 4096, 151_936, 8.191, false, 36, 8, 128),
          whole("Qwen 3 14B", 5120, 151_936, 14.768, false, 40, 8, 128),
          whole("Qwen 3 32B", 5120, 151_936, 32.762, false, 64, 8, 128),
          mixture("Qwen 3 30B-A3B", 2048, 151_936, 30.532, 48, 4, 128, 3.345, 0, 1),
          whole("Mistral 7B v0.1", 4096, 32_000, 7.242, false, 32, 8, 128),
          whole("Mistral 7B v0.3", 4096, 32_768, 7.248, false, 32, 8, 128),
          whole("Mistral Nemo 12B", 5120, 131_072, 12.248, false, 40, 8, 128),
          whole("Mistral Small 24B", 5120, 131_072, 23.572, false, 40, 8, 128),
          whole("Phi 4 14B", 5120, 100_352, 14.660, false, 40, 10, 128),
          mixture("gpt-oss 20B", 2880, 201_088, 20.915, 24, 8, 64, 3.61, 128, 2));

  private static KnownModel whole(
      String name,
      int embedding,
      int vocabulary,
      double billions,
      boolean tied,
      int layers,
      int heads,
      int headLength) {
    return new KnownModel(
        name, embedding, vocabulary, billions, tied, layers, heads, headLength, billions, 0, 1);
  }

  private static KnownModel mixture(
      String name,
      int embedding,
      int vocabulary,
      double billions,
      int layers,
      int heads,
      int headLength,
      double activeBillions,
      int window,
      int period) {
    return new KnownModel(
        name,
        embedding,
        vocabulary,
        billions,
        false,
        layers,
        heads,
        headLength,
        activeBillions,
        window,
        period);
  }

  /** The one that a server tells of; empty for a model that is not in the list. */
  static Optional<KnownModel> of(Model model) {
    return ALL.stream().filter(known -> known.is(model)).findFirst();
  }

  private boolean is(Model model) {
    Integer width = model.embedding();
    Integer words = model.vocabulary();
    Long told = model.parameters();
    return width != null
        && words != null
        && told != null
        && width == embedding
        && words == vocabulary
        && (isAbout(told, billions) || (tied && isAbout(told, billions + tableBillions())));
  }

  private static boolean isAbout(long told, double billions) {
    return Math.abs(told / 1e9 - billions) <= SAME * billions;
  }

  /** Whether the file that a server tells of has but one table of words. */
  boolean sharesItsTable(@Nullable Long told) {
    return tied && told != null && isAbout(told, billions);
  }

  private double tableBillions() {
    return embedding * (double) vocabulary / 1e9;
  }

  Attention.Known attention() {
    List<Attention.Layer> each = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      boolean windowed = window > 0 && i % period < period - 1;
      each.add(new Attention.Layer(heads, headLength, headLength, windowed));
    }
    return new Attention.Known(each, window);
  }
}
