package net.pesulabs.console.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.pesulabs.console.i18n.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufReaderTest {

  private static GgufBytes small() {
    return new GgufBytes()
        .text("general.architecture", "llama")
        .u32("llama.block_count", 2)
        .u64("llama.context_length", 4096)
        .f32("llama.rope.freq_base", 10_000)
        .flag("tokenizer.ggml.add_bos_token", true)
        .u32s("llama.attention.head_count_kv", 2, 4)
        .flags("llama.attention.sliding_window_pattern", true, false)
        .texts("tokenizer.ggml.tokens", 300)
        .tensor("token_embd.weight", GgmlType.Q4_K, 256, 300)
        .tensor("output.weight", GgmlType.F16, 256, 300)
        .tensor("blk.0.attn_norm.weight", GgmlType.F32, 256);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void itReadsWhatAFileSays(int version) throws Exception {
    GgufHeader header = small().version(version).read();
    assertThat(header.version()).isEqualTo(version);
    assertThat(header.text("general.architecture")).contains("llama");
    assertThat(header.whole("llama.block_count")).hasValue(2);
    assertThat(header.whole("llama.context_length")).hasValue(4096);
    assertThat(header.values().get("llama.rope.freq_base")).isEqualTo(new Value.Real(10_000));
    assertThat(header.whole("tokenizer.ggml.add_bos_token")).hasValue(1);
    assertThat(header.wholeOrEach("llama.attention.head_count_kv", 2)).contains(List.of(2L, 4L));
    assertThat(header.wholeOrEach("llama.block_count", 3)).contains(List.of(2L, 2L, 2L));
    assertThat(header.wholeOrEach("llama.attention.sliding_window_pattern", 2))
        .contains(List.of(1L, 0L));
    assertThat(header.length("tokenizer.ggml.tokens")).hasValue(300);
    assertThat(header.tensors())
        .extracting(Tensor::bytes)
        .containsExactly(300L * 144, 300L * 256 * 2, 1024L);
  }

  @Test
  void itReadsNoFurtherThanTheHead() throws Exception {
    byte[] head = small().head();
    long file = small().fileBytes();
    InputStream mined =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream(head),
            new InputStream() {
              @Override
              public int read() {
                throw new UncheckedIOException(new IOException("the weights were read"));
              }
            });
    assertThat(GgufReader.read(mined, file).tensors()).hasSize(3);
  }

  @Test
  void aLongTextIsOnlyMeasured() throws Exception {
    GgufHeader header = small().text("tokenizer.chat_template", "x".repeat(100_000)).read();
    assertThat(header.values().get("tokenizer.chat_template"))
        .isEqualTo(new Value.LongText(100_000));
  }

  @Test
  void whatIsNoGgufIsCalledThat() {
    assertThat(wrong("<html>not found</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo("planner.file-not-gguf");
    assertThat(wrong(new byte[0])).isEqualTo("planner.file-not-gguf");
    assertThat(wrong(new byte[] {'G', 'G'})).isEqualTo("planner.file-not-gguf");
  }

  @Test
  void versionsAndByteOrdersItCannotReadAreNamed() {
    assertThat(wrong(small().version(1).head())).isEqualTo("planner.file-version");
    assertThat(wrong(small().version(4).head())).isEqualTo("planner.file-version");
    assertThat(wrong(small().version(0x03000000).head())).isEqualTo("planner.file-big-endian");
  }

  @Test
  void aHeadThatWasCutAnywhereIsCut() {
    byte[] head = small().head();
    for (int length = 4; length < head.length; length += 7) {
      byte[] part = Arrays.copyOf(head, length);
      assertThat(wrong(part))
          .as("%d of %d bytes", length, head.length)
          .isIn("planner.file-cut", "planner.file-absurd");
      // The same with a length that promises more than comes.
      assertThat(problem(part, small().fileBytes()).text().key()).isEqualTo("planner.file-cut");
    }
  }

  @Test
  void aDownloadThatWasBrokenOffSaysHowMuchIsMissing() {
    GgufProblem problem = problem(small().head(), small().fileBytes() - 1);
    assertThat(problem.text().key()).isEqualTo("planner.file-short");
    assertThat(problem.text().in(Language.EN)).contains("KiB");
  }

  @Test
  void aTypeOfTheFutureIsNamedAndNotGuessed() {
    assertThat(wrong(small().rawTensor("odd", 99, 0, 32).head())).isEqualTo("planner.file-type");
    assertThat(wrong(small().rawTensor("gone", 4, 0, 32).head())).isEqualTo("planner.file-type");
  }

  @Test
  void whatCannotBeTrueIsRefused() {
    assertThat(wrong(small().put("bad", 13, new byte[8]).head())).isEqualTo(ABSURD);
    assertThat(
            wrong(
                small().put("nested", 9, GgufBytes.little(12).putInt(9).putLong(1).array()).head()))
        .isEqualTo(ABSURD);
    assertThat(
            wrong(
                small()
                    .put("long", 9, GgufBytes.little(12).putInt(4).putLong(1L << 40).array())
                    .head()))
        .isEqualTo(ABSURD);
    assertThat(
            wrong(
                small()
                    .put("negative", 9, GgufBytes.little(12).putInt(4).putLong(-1).array())
                    .head()))
        .isEqualTo(ABSURD);
    assertThat(wrong(small().put("text", 8, GgufBytes.little(8).putLong(1L << 50).array()).head()))
        .isEqualTo(ABSURD);
    assertThat(wrong(small().rawTensor("t", 0, 0, 1, 1, 1, 1, 1).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().rawTensor("t", 0, 0, -5).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().rawTensor("t", 0, 0, 1L << 40, 1L << 40).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().rawTensor("t", 12, 0, 255).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().rawTensor("t", 0, 7, 8).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().rawTensor("t", 0, -32, 8).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().rawTensor("t", 0, Long.MAX_VALUE - 31, 8).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().rawTensor("output.weight", 0, 0, 8).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().u32("general.alignment", 24).head())).isEqualTo(ABSURD);
    assertThat(wrong(small().u32("general.alignment", 0).head())).isEqualTo(ABSURD);
  }

  @Test
  void countsOfAHostileFileTakeNoMemory() {
    byte[] head =
        GgufBytes.little(24).putInt(0x46554747).putInt(3).putLong(1L << 60).putLong(3).array();
    assertThat(problem(head, Long.MAX_VALUE).text().key()).isEqualTo(ABSURD);
    head = GgufBytes.little(24).putInt(0x46554747).putInt(3).putLong(3).putLong(-1).array();
    assertThat(problem(head, Long.MAX_VALUE).text().key()).isEqualTo(ABSURD);
  }

  /** Whatever a file holds, the reader reads it or says why not, and does nothing else. */
  @Test
  void noFileMakesItStumble() throws IOException {
    byte[] good = small().head();
    var random = new Random(20261124);
    int read = 0;
    for (int round = 0; round < 30_000; round++) {
      byte[] bytes = good.clone();
      for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
        int at = random.nextInt(bytes.length);
        bytes[at] =
            switch (random.nextInt(4)) {
              case 0 -> 0;
              case 1 -> (byte) 0xff;
              case 2 -> (byte) (bytes[at] ^ (1 << random.nextInt(8)));
              default -> (byte) random.nextInt(256);
            };
      }
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      long length = random.nextBoolean() ? bytes.length : random.nextLong(1L << 50);
      try {
        GgufHeader header = GgufReader.read(new ByteArrayInputStream(bytes), length);
        assertThat(header.tensors())
            .allSatisfy(tensor -> assertThat(tensor.bytes()).isNotNegative());
        read++;
      } catch (GgufProblem expected) {
        assertThat(expected.text().in(Language.ES)).isNotBlank();
      }
    }
    assertThat(read).as("some changes are harmless").isPositive();
  }

  private static final String ABSURD = "planner.file-absurd";

  private static String wrong(byte[] bytes) {
    return problem(bytes, Math.max(bytes.length, 0)).text().key();
  }

  private static GgufProblem problem(byte[] bytes, long fileBytes) {
    return catchThrowableOfType(
        GgufProblem.class, () -> GgufReader.read(new ByteArrayInputStream(bytes), fileBytes));
  }
}
