package net.pesulabs.console.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.pesulabs.console.model.gguf.GgufHeader;
import net.pesulabs.console.model.gguf.GgufProblem;
import net.pesulabs.console.model.gguf.GgufReader;

/**
 * Heads of small models with random weights, as llama.cpp's own gguf-py wrote them and its server
 * loaded them; with the lengths of the whole files.
 */
public final class Heads {

  public static final Map<String, Long> FILES =
      Map.of(
          "cohere2", 18_151_360L,
          "gemma2", 17_643_616L,
          "gemma3", 23_425_248L,
          "gemma4", 15_551_904L,
          "gpt-oss", 18_040_352L,
          "llama-gqa", 9_543_936L,
          "olmo2", 18_478_432L,
          "qwen2", 7_318_176L,
          "qwen3", 21_610_880L);

  private Heads() {}

  public static GgufHeader header(String name) throws GgufProblem {
    try (InputStream in =
        Objects.requireNonNull(
            Heads.class.getResourceAsStream("/captures/gguf/" + name + ".head"))) {
      return GgufReader.read(in, Objects.requireNonNull(FILES.get(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ModelShape shape(String name) throws GgufProblem {
    return ShapeReader.read(List.of(header(name)));
  }
}
