package net.pesulabs.console.source.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantisationTest {

  @ParameterizedTest
  @CsvSource({
    "Q4_K - Medium, Q4_K_M",
    "Q3_K - Large, Q3_K_L",
    "Q2_K - Small, Q2_K_S",
    "(guessed) Q5_K - Medium, Q5_K_M",
    "Q8_0, Q8_0",
    "all F32, F32",
    "BF16, BF16",
    "MXFP4 MoE, MXFP4",
    "IQ4_XS - 4.25 bpw, IQ4_XS",
    "IQ3_S mix - 3.66 bpw, IQ3_M",
    "TQ1_0 - 1.69 bpw ternary, TQ1_0",
    "'unknown, may not work', ",
    "'', ",
    ", "
  })
  void saysItAsItsMakersDo(@Nullable String words, @Nullable String stored) {
    assertThat(Quantisation.ofWords(words)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "/models/Qwen3-14B-Instruct-Q5_K_M.gguf, Q5_K_M",
    "ggml-org/Qwen3-8B-GGUF:Q4_K_M, Q4_K_M",
    "llama-3.1-8b-instruct.q8_0.gguf, Q8_0",
    "gpt-oss-20b-mxfp4.gguf, MXFP4",
    "gemma-3-4b-it-UD-IQ2_XXS-00001-of-00002.gguf, IQ2_XXS",
    "phi-4-f16, F16",
    "Qwen3-14B, ",
    "tiny-chat, ",
    ", "
  })
  void readsItFromANameForWantOfWords(@Nullable String name, @Nullable String stored) {
    assertThat(Quantisation.ofName(name)).isEqualTo(stored);
  }
}
