package net.pesulabs.console.model;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.model.gguf.Tensor;

/**
 * How much a model's weights take.
 *
 * @param inFile all of them
 * @param onCard those that a card holds with every layer on it
 * @param perToken those read for each token; of a mixture only its active experts
 */
public record Weights(long inFile, long onCard, long perToken) {

  /**
   * What llama.cpp keeps in main memory even then, since of a table of words it reads but a row:
   * the tensors that llama-arch.cpp calls {@code LLM_TENSOR_LAYER_INPUT}, and its log the buffer of
   * the CPU, even with all layers "offloaded".
   */
  private static final List<String> INPUTS =
      List.of("token_embd.", "position_embd.", "per_layer_token_embd.");

  private static final Pattern EXPERTS = Pattern.compile("blk\\.(\\d{1,4})\\..*_exps\\..*");

  /**
   * Adds up tensors.
   *
   * @param activePart of layer: how many of the experts work at a token, from 0 to 1
   * @throws ArithmeticException where they are more than a long holds
   */
  static Weights of(List<Tensor> tensors, IntToDoubleFunction activePart) {
    // Without an output of its own a model answers by its table of words, which is then on the card
    // too.
    boolean tied = tensors.stream().noneMatch(tensor -> tensor.name().equals("output.weight"));
    long all = 0;
    long card = 0;
    double read = 0;
    for (Tensor tensor : tensors) {
      long bytes = tensor.bytes();
      all = Math.addExact(all, bytes);
      if (isInput(tensor.name()) && !(tied && tensor.name().equals("token_embd.weight"))) {
        continue;
      }
      card += bytes;
      Matcher experts = EXPERTS.matcher(tensor.name());
      read +=
          experts.matches()
              ? bytes * activePart.applyAsDouble(Integer.parseInt(experts.group(1)))
              : bytes;
    }
    return new Weights(all, card, Math.round(read));
  }

  private static boolean isInput(String name) {
    return INPUTS.stream().anyMatch(name::startsWith);
  }
}
