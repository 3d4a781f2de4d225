package net.pesulabs.console.model;

import org.jspecify.annotations.Nullable;

/**
 * A model, as far as its memory goes. Null is what is not known of it.
 *
 * @param name what it calls itself
 * @param architecture llama.cpp's name of its kind
 * @param quantisation such as {@code Q4_K_M}
 * @param parameters how many weights
 * @param trainedContext the longest conversation it was made for, in tokens
 */
public record ModelShape(
    @Nullable String name,
    @Nullable String architecture,
    @Nullable String quantisation,
    @Nullable Long parameters,
    Weights weights,
    Attention attention,
    @Nullable Width width,
    @Nullable Integer trainedContext) {

  /** A model of which a person knows the sizes: all layers alike. */
  public static ModelShape typed(long weightBytes, int layers, Attention.Layer layer) {
    return new ModelShape(
        null,
        null,
        null,
        null,
        new Weights(weightBytes, weightBytes, weightBytes),
        new Attention.Known(java.util.Collections.nCopies(layers, layer), 0),
        null,
        null);
  }
}
