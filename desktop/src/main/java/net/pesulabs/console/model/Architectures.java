package net.pesulabs.console.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.pesulabs.console.i18n.Msg;

/**
 * What each architecture keeps of a conversation, by what llama.cpp allocates for it: {@code
 * llama_model::create_memory}, {@code load_hparams}, and the {@code load_arch_hparams} of each
 * model, as of v0.5.0. One that is not named here is not guessed at.
 */
final class Architectures {

  /** {@code LLAMA_MAX_LAYERS}. */
  private static final long MOST_LAYERS = 512;

  private static final long MOST_HEADS = 65_536;

  /**
   * Those with one {@code llama_kv_cache} over all layers. Some carry a window in their file that
   * llama.cpp does not use: Mistral 7B under {@code llama}, Phi 3 (its pull request 13676).
   */
  private static final Set<String> PLAIN =
      Set.of(
          "apertus",
          "arcee",
          "arctic",
          "baichuan",
          "bailingmoe",
          "bloom",
          "chameleon",
          "chatglm",
          "codeshell",
          "command-r",
          "dbrx",
          "deepseek",
          "dots1",
          "ernie4_5",
          "ernie4_5-moe",
          "exaone",
          "falcon",
          "gemma",
          "glm4",
          "gpt2",
          "gptneox",
          "granite",
          "granitemoe",
          "grok",
          "hunyuan-dense",
          "hunyuan-moe",
          "internlm2",
          "jais",
          "llama",
          "minicpm",
          "minimax-m2",
          "mistral3",
          "mpt",
          "nemotron",
          "olmo",
          "olmoe",
          "orion",
          "phi2",
          "phi3",
          "phimoe",
          "plamo",
          "qwen",
          "qwen2",
          "qwen2moe",
          "qwen2vl",
          "qwen3",
          "qwen3moe",
          "qwen3vl",
          "qwen3vlmoe",
          "refact",
          "seed_oss",
          "smollm3",
          "stablelm",
          "starcoder",
          "starcoder2",
          "xverse");

  private Architectures() {}

  static Attention attention(ArchitectureKeys keys) {
    String architecture = keys.architecture();
    if (keys.hasAny("attention.kv_lora_rank")) {
      return new Attention.NotKnown(Msg.plannerWhyLatent(architecture));
    }
    if (keys.hasAny("ssm.")
        || keys.hasAny("wkv.")
        || keys.hasAny("shortconv.")
        || keys.hasAny("attention.recurrent_layers")) {
      return new Attention.NotKnown(Msg.plannerWhyRecurrent(architecture));
    }
    // Extra layers that guess ahead: whether they are loaded is up to how the server is started.
    boolean guessesAhead = keys.whole("nextn_predict_layers").orElse(0) > 0;
    if (guessesAhead
        || !(PLAIN.contains(architecture) || Windows.USUAL.containsKey(architecture))) {
      return new Attention.NotKnown(Msg.plannerWhyUnknown(architecture));
    }
    return known(keys)
        .<Attention>map(known -> known)
        .orElseGet(() -> new Attention.NotKnown(Msg.plannerWhyIncomplete()));
  }

  /** Empty where the file lacks a key without which its model could not be run. */
  private static Optional<Attention> known(ArchitectureKeys keys) {
    int layers = (int) inside(keys.whole("block_count"), MOST_LAYERS);
    List<Long> queries = keys.each("attention.head_count", layers).orElse(List.of());
    List<Long> heads = keys.each("attention.head_count_kv", layers).orElse(queries);
    Windows windows = Windows.of(keys, layers).orElse(null);
    if (layers == 0 || windows == null || queries.isEmpty() || heads.size() < layers) {
      return Optional.empty();
    }
    long even =
        queries.getFirst() > 0 ? keys.whole("embedding_length").orElse(0) / queries.getFirst() : 0;
    OptionalLong anyKey = keys.whole("attention.key_length");
    OptionalLong anyValue = keys.whole("attention.value_length");
    long key = inside(OptionalLong.of(anyKey.orElse(even)), MOST_HEADS);
    long value = inside(OptionalLong.of(anyValue.orElse(even)), MOST_HEADS);
    long windowedKey = inside(or(keys.whole("attention.key_length_swa"), key), MOST_HEADS);
    long windowedValue = inside(or(keys.whole("attention.value_length_swa"), value), MOST_HEADS);
    if (key == 0 || value == 0 || windowedKey == 0 || windowedValue == 0) {
      return Optional.empty();
    }
    List<Attention.Layer> kept = new ArrayList<>();
    for (int i = 0; i < Math.min(layers, windows.keptLayers()); i++) {
      boolean windowed = windows.windowed().get(i);
      long count = heads.get(i);
      if (count < 0 || count > MOST_HEADS) {
        return Optional.empty();
      }
      kept.add(
          new Attention.Layer(
              (int) count,
              (int) (windowed ? windowedKey : key),
              (int) (windowed ? windowedValue : value),
              windowed));
    }
    return Optional.of(new Attention.Known(kept, windows.tokens()));
  }

  private static OptionalLong or(OptionalLong value, long otherwise) {
    return value.isPresent() ? value : OptionalLong.of(otherwise);
  }

  /** The value where it can be true, else 0. */
  private static long inside(OptionalLong value, long most) {
    long known = value.orElse(0);
    return known > 0 && known <= most ? known : 0;
  }
}
