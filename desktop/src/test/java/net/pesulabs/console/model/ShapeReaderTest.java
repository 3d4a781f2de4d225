package net.pesulabs.console.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.pesulabs.console.model.gguf.GgmlType;
import net.pesulabs.console.model.gguf.GgufBytes;
import net.pesulabs.console.model.gguf.GgufProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeReaderTest {

  /** Parameters and bytes as llama-server printed and gguf-py counted them. */
  @ParameterizedTest
  @CsvSource({
    "cohere2, 4535552, 18142208, 32768",
    "gemma2, 4408576, 17634304, 32768",
    "gemma3, 5853440, 23413760, 32768",
    "gemma4, 3885376, 15541504, 32768",
    "gpt-oss, 4506952, 18027808, 32768",
    "llama-gqa, 2384128, 9536512, 32768",
    "olmo2, 4616960, 18467840, 32768",
    "qwen2, 1827712, 7310848, 32768",
    "qwen3, 5400576, 21602304, 32768",
  })
  void aModelIsReadFromItsHead(String name, long parameters, long bytes, int context)
      throws Exception {
    ModelShape shape = Heads.shape(name);
    assertThat(shape.parameters()).isEqualTo(parameters);
    assertThat(shape.weights().inFile()).isEqualTo(bytes);
    assertThat(shape.trainedContext()).isEqualTo(context);
    assertThat(shape.quantisation()).isEqualTo("F32");
    long feedForward = name.equals("gpt-oss") ? 2 * 128 : 512; // two of its experts at a time
    assertThat(shape.width()).isEqualTo(new Width(256, feedForward, 300));
  }

  @Test
  void theTableOfWordsStaysInMainMemoryUnlessItIsTheOutputToo() throws Exception {
    long words = 300L * 256 * 4;
    Weights own = Heads.shape("qwen3").weights();
    assertThat(own.onCard()).isEqualTo(own.inFile() - words);
    Weights tied = Heads.shape("gemma3").weights();
    assertThat(tied.onCard()).isEqualTo(tied.inFile());
    assertThat(tied.perToken()).isEqualTo(tied.inFile());
  }

  @Test
  void theHeadsOfAFileAreItsOwn() throws Exception {
    var qwen3 = (Attention.Known) Heads.shape("qwen3").attention();
    assertThat(qwen3.layers()).hasSize(5).containsOnly(new Attention.Layer(2, 128, 128, false));
    var llama = (Attention.Known) Heads.shape("llama-gqa").attention();
    assertThat(llama.layers()).hasSize(4).containsOnly(new Attention.Layer(2, 32, 32, false));
    var gemma3 = (Attention.Known) Heads.shape("gemma3").attention();
    assertThat(gemma3.window()).isEqualTo(1024);
    assertThat(gemma3.layers())
        .extracting(Attention.Layer::windowed)
        .containsExactly(true, true, true, true, true, false, true, true);
  }

  @Test
  void ofAMixtureOnlyTheExpertsAtWorkAreRead() throws Exception {
    ModelShape shape =
        read(
            model("qwen3moe")
                .u32("qwen3moe.expert_count", 8)
                .u32("qwen3moe.expert_used_count", 2)
                .u32("qwen3moe.expert_feed_forward_length", 64)
                .tensor("output.weight", GgmlType.F16, 64, 10)
                .tensor("blk.0.ffn_gate_exps.weight", GgmlType.Q4_K, 256, 64, 8)
                .tensor("blk.0.ffn_gate_shexp.weight", GgmlType.F16, 64, 64));
    long experts = 256L * 64 * 8 / 256 * 144;
    long rest = 64 * 10 * 2 + 64 * 64 * 2;
    assertThat(shape.weights())
        .isEqualTo(new Weights(experts + rest + WORDS, experts + rest, experts / 4 + rest));
    assertThat(shape.attention()).isInstanceOf(Attention.Known.class);
  }

  @Test
  void soItIsInAFileThatLlamaServerLoads() throws Exception {
    Weights weights = Heads.shape("gpt-oss").weights();
    long experts = 9_486_336;
    assertThat(weights.perToken()).isEqualTo(weights.onCard() - experts / 2);
  }

  @Test
  void headsMayDifferFromLayerToLayer() throws Exception {
    var known =
        (Attention.Known)
            read(model("llama").u32s("llama.attention.head_count_kv", 1, 4)).attention();
    assertThat(known.layers()).extracting(Attention.Layer::heads).containsExactly(1, 4);
  }

  @Test
  void withoutKvHeadsThereIsOneForEachHead() throws Exception {
    var known = (Attention.Known) read(model("llama")).attention();
    assertThat(known.layers()).containsOnly(new Attention.Layer(4, 16, 16, false)).hasSize(2);
  }

  /** Mistral 7B and Phi 3 carry a window that llama.cpp leaves unused. */
  @ParameterizedTest
  @ValueSource(strings = {"llama", "phi3", "qwen2"})
  void aWindowThatLlamaCppDoesNotUseIsNone(String name) throws Exception {
    var known =
        (Attention.Known)
            read(model(name).u32(name + ".attention.sliding_window", 512)).attention();
    assertThat(known.window()).isZero();
    assertThat(known.layers()).noneMatch(Attention.Layer::windowed);
  }

  @Test
  void aPatternOfTheFileGoesBeforeTheUsualOne() throws Exception {
    var listed =
        (Attention.Known)
            read(model("gemma4")
                    .u32("gemma4.attention.sliding_window", 512)
                    .u32("gemma4.attention.key_length", 32)
                    .u32("gemma4.attention.key_length_swa", 8)
                    .u32("gemma4.attention.shared_kv_layers", 0)
                    .flags("gemma4.attention.sliding_window_pattern", true, false))
                .attention();
    assertThat(listed.layers())
        .containsExactly(
            new Attention.Layer(4, 8, 16, true), new Attention.Layer(4, 32, 16, false));
    var shared =
        (Attention.Known)
            read(model("gemma4")
                    .u32("gemma4.attention.sliding_window", 512)
                    .u32("gemma4.attention.shared_kv_layers", 1)
                    .flags("gemma4.attention.sliding_window_pattern", true, false))
                .attention();
    assertThat(shared.layers()).hasSize(1);
    assertThat(read(model("gemma4").u32("gemma4.attention.sliding_window", 512)).attention())
        .isInstanceOf(Attention.NotKnown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "deepseek2, attention.kv_lora_rank, planner.why-latent",
    "minicpm3, attention.kv_lora_rank, planner.why-latent",
    "mamba, ssm.state_size, planner.why-recurrent",
    "qwen3next, ssm.inner_size, planner.why-recurrent",
    "rwkv7, wkv.head_size, planner.why-recurrent",
    "lfm2, shortconv.l_cache, planner.why-recurrent",
    "glm4moe, nextn_predict_layers, planner.why-unknown",
    "glm4, nextn_predict_layers, planner.why-unknown",
    "of-next-year, vocab_size, planner.why-unknown",
  })
  void whatItDoesNotKnowItRefuses(String name, String key, String why) throws Exception {
    ModelShape shape = read(model(name).u32(name + "." + key, 16));
    assertThat(shape.attention())
        .isInstanceOfSatisfying(
            Attention.NotKnown.class, unknown -> assertThat(unknown.why().key()).isEqualTo(why));
    assertThat(shape.weights().inFile()).isEqualTo(WORDS);
  }

  @Test
  void aFileThatLacksItsSizesIsIncomplete() throws Exception {
    var bare = new GgufBytes().text("general.architecture", "llama").tensor("t", GgmlType.F32, 8);
    assertThat(read(bare).attention())
        .isInstanceOfSatisfying(
            Attention.NotKnown.class,
            unknown -> assertThat(unknown.why().key()).isEqualTo("planner.why-incomplete"));
    assertThat(read(model("llama").u32("llama.block_count", 100_000)).attention())
        .isInstanceOf(Attention.NotKnown.class);
    assertThat(read(model("llama").u32s("llama.attention.head_count_kv", 1)).attention())
        .isInstanceOf(Attention.NotKnown.class);
  }

  @Test
  void whatIsNoLanguageModelIsCalledByItsName() {
    assertThat(wrong(model("clip"))).isEqualTo("planner.file-vision");
    assertThat(wrong(model("llama").text("general.type", "adapter")))
        .isEqualTo("planner.file-adapter");
    assertThat(wrong(new GgufBytes().text("general.architecture", "llama")))
        .isEqualTo("planner.file-no-model");
    assertThat(wrong(new GgufBytes().tensor("t", GgmlType.F32, 8)))
        .isEqualTo("planner.file-no-model");
  }

  private static final long WORDS = 64 * 10 * 2;

  /** Two layers of four heads of sixteen. */
  private static GgufBytes model(String name) {
    return new GgufBytes()
        .text("general.architecture", name)
        .u32(name + ".block_count", 2)
        .u32(name + ".embedding_length", 64)
        .u32(name + ".attention.head_count", 4)
        .tensor("token_embd.weight", GgmlType.F16, 64, 10);
  }

  private static ModelShape read(GgufBytes bytes) throws Exception {
    return ShapeReader.read(List.of(bytes.read()));
  }

  private static String wrong(GgufBytes bytes) {
    return catchThrowableOfType(GgufProblem.class, () -> read(bytes)).text().key();
  }
}
