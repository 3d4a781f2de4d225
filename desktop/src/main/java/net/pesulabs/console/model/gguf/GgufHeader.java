package net.pesulabs.console.model.gguf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The head of a file.
 *
 * @param values by key, in the order of the file
 * @param dataStart where in the file the tensors begin
 */
public record GgufHeader(
    int version, Map<String, Value> values, List<Tensor> tensors, long dataStart) {

  public GgufHeader {
    values = Map.copyOf(values);
    tensors = List.copyOf(tensors);
  }

  public Optional<String> text(String key) {
    return values.get(key) instanceof Value.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  public OptionalLong whole(String key) {
    return values.get(key) instanceof Value.Whole whole
        ? OptionalLong.of(whole.value())
        : OptionalLong.empty();
  }

  /** An array of integers, or one integer as it stands for each of {@code length}. */
  public Optional<List<Long>> wholeOrEach(String key, int length) {
    return switch (values.get(key)) {
      case Value.Whole whole -> Optional.of(java.util.Collections.nCopies(length, whole.value()));
      case Value.Wholes wholes -> Optional.of(wholes.values());
      case null, default -> Optional.empty();
    };
  }

  /** How long an array is. */
  public OptionalLong length(String key) {
    return switch (values.get(key)) {
      case Value.Many many -> OptionalLong.of(many.length());
      case Value.Wholes wholes -> OptionalLong.of(wholes.values().size());
      case null, default -> OptionalLong.empty();
    };
  }
}
