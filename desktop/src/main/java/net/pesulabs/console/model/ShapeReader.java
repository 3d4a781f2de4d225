package net.pesulabs.console.model;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.model.gguf.GgufHeader;
import net.pesulabs.console.model.gguf.GgufProblem;
import net.pesulabs.console.model.gguf.Tensor;
import org.jspecify.annotations.Nullable;

/** From the head of a file, or of its parts, to what matters for memory. */
public final class ShapeReader {

  private ShapeReader() {}

  /**
   * The model of these heads.
   *
   * @param heads the first one carries the keys, as llama.cpp's gguf-split writes them
   * @throws GgufProblem where they hold no language model
   */
  public static ModelShape read(List<GgufHeader> heads) throws GgufProblem {
    GgufHeader head = heads.getFirst();
    String architecture =
        head.text("general.architecture")
            .orElseThrow(() -> new GgufProblem(Msg.plannerFileNoModel()));
    checkThatItIsAModel(head, architecture);
    List<Tensor> tensors = heads.stream().flatMap(each -> each.tensors().stream()).toList();
    var keys = new ArchitectureKeys(head, architecture);
    try {
      return new ModelShape(
          head.text("general.name").filter(name -> !name.isBlank()).orElse(null),
          architecture,
          quantisation(head),
          tensors.stream().mapToLong(Tensor::elements).reduce(0, Math::addExact),
          Weights.of(tensors, layer -> activePart(keys, layer)),
          Architectures.attention(keys),
          width(keys, tensors),
          trainedContext(keys));
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new GgufProblem(Msg.plannerFileAbsurd(), e);
    }
  }

  private static void checkThatItIsAModel(GgufHeader head, String architecture) throws GgufProblem {
    String type = head.text("general.type").orElse("model");
    if (architecture.equals("clip") || type.equals("mmproj")) {
      throw new GgufProblem(Msg.plannerFileVision());
    }
    if (type.equals("adapter")) {
      throw new GgufProblem(Msg.plannerFileAdapter());
    }
    if (head.tensors().isEmpty() && head.whole("split.count").orElse(1) <= 1) {
      throw new GgufProblem(Msg.plannerFileNoModel());
    }
  }

  private static @Nullable String quantisation(GgufHeader head) {
    OptionalLong type = head.whole("general.file_type");
    return type.isEmpty() ? null : FileType.name(type.getAsLong()).orElse(null);
  }

  private static @Nullable Integer trainedContext(ArchitectureKeys keys) {
    long context = keys.whole("context_length").orElse(0);
    return context > 0 && context <= Integer.MAX_VALUE ? (int) context : null;
  }

  private static double activePart(ArchitectureKeys keys, int layer) {
    long all = keys.whole("expert_count").orElse(0);
    List<Long> used = keys.each("expert_used_count", layer + 1).orElse(List.of());
    long active = layer < used.size() ? used.get(layer) : 0;
    return all <= 0 || active <= 0 ? 1 : Math.min(1, (double) active / all);
  }

  private static @Nullable Width width(ArchitectureKeys keys, List<Tensor> tensors) {
    OptionalLong embedding = keys.whole("embedding_length");
    long vocabulary =
        Stream.of(keys.head().length("tokenizer.ggml.tokens"), keys.whole("vocab_size"))
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .findFirst()
            .orElse(0);
    long feedForward = Math.max(dense(keys), experts(keys));
    // Without these no estimate is better than the one by experience.
    return embedding.isEmpty() || feedForward <= 0 || vocabulary <= 0 || tensors.isEmpty()
        ? null
        : new Width(embedding.getAsLong(), feedForward, vocabulary);
  }

  private static long dense(ArchitectureKeys keys) {
    int layers = (int) Math.clamp(keys.whole("block_count").orElse(1), 1, 1024);
    List<Long> each = keys.each("feed_forward_length", layers).orElse(List.of());
    return each.isEmpty() ? 0 : Collections.max(each);
  }

  private static long experts(ArchitectureKeys keys) {
    long length = keys.whole("expert_feed_forward_length").orElse(0);
    List<Long> used = keys.each("expert_used_count", 1).orElse(List.of());
    return used.isEmpty() ? 0 : Math.multiplyExact(length, Collections.max(used));
  }
}
