package net.pesulabs.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.ModelServer.Model;
import net.pesulabs.console.homelab.ModelServer.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedShapeTest {

  /** The check values of llama.cpp's own start: a cache of 16 bits for 4096 tokens. */
  @ParameterizedTest
  @CsvSource({
    "8030261248, 4096, 128256, Llama 3.1 8B, 512",
    "14768307200, 5120, 151936, Qwen 3 14B, 640",
    "14770033664, 5120, 152064, Qwen 2.5 14B, 768",
    "30532122624, 2048, 151936, Qwen 3 30B-A3B, 384",
    "3212749888, 3072, 128256, Llama 3.2 3B, 448",
    "630167424, 896, 151936, Qwen 2.5 0.5B, 48"
  })
  void knowsAModelAgainByItsSizes(
      long parameters, int embedding, int vocabulary, String name, long mebibytes) {
    Model model = model(parameters, embedding, vocabulary);
    assertThat(ServedShape.knownAs(model)).contains(name);
    var attention = (Attention.Known) ServedShape.of(model).orElseThrow().attention();
    var settings = new CacheSettings(4096, CacheType.F16, CacheType.F16, 1, true);
    assertThat(KvCache.bytes(attention, settings)).isEqualTo(mebibytes << 20);
  }

  @Test
  void noTwoOfTheTableAreAlike() {
    for (KnownModel known : KnownModel.ALL) {
      Model model =
          model(Math.round(known.billions() * 1e9), known.embedding(), known.vocabulary());
      assertThat(ServedShape.knownAs(model)).contains(known.name());
    }
  }

  @Test
  void anotherSizeIsAnotherModel() {
    Model model = model(9_000_000_000L, 4096, 128_256);
    assertThat(ServedShape.knownAs(model)).isEmpty();
    assertThat(ServedShape.of(model).orElseThrow().attention())
        .isInstanceOf(Attention.NotKnown.class);
  }

  @Test
  void withoutItsWeightsThereIsNoShape() {
    assertThat(ServedShape.of(Model.named("m"))).isEmpty();
  }

  private static Model model(long parameters, int embedding, int vocabulary) {
    return Rows.server(State.READY)
        .name("m")
        .weights(parameters, parameters / 2, null)
        .width(embedding, vocabulary)
        .build()
        .model();
  }
}
