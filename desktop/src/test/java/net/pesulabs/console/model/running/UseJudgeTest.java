package net.pesulabs.console.model.running;

import static net.pesulabs.console.model.running.CardUse.Who.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.homelab.ModelServer.State;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.model.running.CardUse.Basis;
import net.pesulabs.console.model.running.CardUse.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UseJudgeTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final long GIB = 1L << 30;
  private static final long TOTAL = 16 * GIB;

  static Stream<Arguments> cases() {
    ModelServer rests = llama().work(0, 0).build();
    ModelServer writes = llama().work(2, 0).build();
    ModelServer untold = llama().switchedOff().build();
    ModelServer loading = Rows.server(State.LOADING).build();
    ModelServer sleeps = Rows.server(State.SLEEPING).build();
    return Stream.of(
        Arguments.of(CardState.IDLE, rests, 0, NOBODY),
        Arguments.of(CardState.ASLEEP, sleeps, 0, NOBODY),
        Arguments.of(CardState.IDLE, null, 0, NOBODY),
        Arguments.of(CardState.PHANTOM_BUSY, rests, 0, NOBODY_THOUGH_BUSY),
        Arguments.of(CardState.BUSY, writes, 0, OTHERS_BY_MODEL),
        Arguments.of(CardState.BUSY, writes, 1, CHAT_AND_OTHERS),
        Arguments.of(CardState.BUSY, writes, 2, THIS_CHAT),
        Arguments.of(CardState.BUSY, writes, 3, THIS_CHAT), // one of them still waits
        Arguments.of(CardState.BUSY, rests, 0, ANOTHER_PROGRAM),
        Arguments.of(CardState.BUSY, sleeps, 0, ANOTHER_PROGRAM),
        Arguments.of(CardState.BUSY, untold, 0, SOMEBODY),
        Arguments.of(CardState.BUSY, null, 0, SOMEBODY),
        Arguments.of(CardState.BUSY, loading, 0, LOADING),
        Arguments.of(CardState.IDLE, loading, 0, LOADING),
        Arguments.of(CardState.IDLE, writes, 0, MODEL_WITHOUT_CARD),
        Arguments.of(null, writes, 1, CARD_UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void concludesWhoItIs(
      @Nullable CardState card, @Nullable ModelServer server, int own, Who expected) {
    CardUse use = UseJudge.of(gpu(card, 6 * GIB), model(server), own, null, List.of());
    assertThat(use.who()).isEqualTo(expected);
    assertThat(use.own()).isLessThanOrEqualTo(use.answers());
  }

  @Test
  void whatIsOldIsNotNow() {
    Reading<ModelServer> old = model(llama().work(2, 0).build()).lost(Msg.tailnetHealthStopped());
    assertThat(UseJudge.of(gpu(CardState.BUSY, GIB), old, 0, null, List.of()).who())
        .isEqualTo(SOMEBODY);
    Reading<GpuNode> stale = gpu(CardState.BUSY, GIB).lost(Msg.tailnetHealthStopped());
    CardUse use = UseJudge.of(stale, model(null), 0, null, List.of());
    assertThat(use.who()).isEqualTo(CARD_UNKNOWN);
    assertThat(use.memory()).isNull();
  }

  @Test
  void anotherModelOfARouterThatWorksIsTheModelToo() {
    Offer busy = new Offer(ModelServer.Model.named("b"), Offer.Status.LOADED, 1, null);
    ModelServer server = llama().work(0, 0).offers(busy).build();
    assertThat(UseJudge.of(gpu(CardState.BUSY, GIB), model(server), 0, null, List.of()).who())
        .isEqualTo(OTHERS_BY_MODEL);
  }

  @Test
  void aWorkingCardSpeaksForAll() {
    var two =
        new GpuNode(
            "n",
            List.of(
                Rows.card("card0", CardState.IDLE, 0.0, 0, GIB),
                Rows.card("card1", CardState.BUSY, 90.0, 2 * GIB, TOTAL)));
    var reading = new Reading.Live<>(two, origin(Source.GPU), NOW);
    CardUse use = UseJudge.of(reading, model(llama().work(0, 0).build()), 0, null, List.of());
    assertThat(use.who()).isEqualTo(ANOTHER_PROGRAM);
    assertThat(use.memory().total()).as("of the bigger card").isEqualTo(TOTAL);
  }

  @Test
  void theModelsShareIsWhatWasSeenElseComputedElseItsWeights() {
    // 128 KiB a token: 16384 tokens twice are 4 GiB
    long weights = 4_912_898_304L;
    assertThat(memory(llama(), 10 * GIB, 8 * GIB))
        .isEqualTo(new CardUse.Memory(TOTAL, 10 * GIB, 8 * GIB, 2 * GIB, Basis.SEEN));
    assertThat(memory(llama(), 10 * GIB, null).model()).isEqualTo(weights + 4 * GIB);
    assertThat(memory(llama(), 10 * GIB, null).basis()).isEqualTo(Basis.COMPUTED);
    assertThat(memory(llama(), 7 * GIB, null).model())
        .as("the conversations share one context")
        .isEqualTo(weights + 2 * GIB);
    assertThat(memory(llama(), 5 * GIB, null))
        .isEqualTo(new CardUse.Memory(TOTAL, 5 * GIB, weights, null, Basis.WEIGHTS));
    assertThat(memory(llama(), 2 * GIB, null).basis())
        .as("not all of it is on the card")
        .isEqualTo(Basis.UNKNOWN);
    assertThat(memory(llama().width(64, 100), 10 * GIB, null).basis()).isEqualTo(Basis.WEIGHTS);
    assertThat(memory(Rows.server(State.READY), 10 * GIB, null).basis()).isEqualTo(Basis.UNKNOWN);
    assertThat(memory(Rows.server(State.SLEEPING), 3 * GIB, null))
        .isEqualTo(new CardUse.Memory(TOTAL, 3 * GIB, 0L, 3 * GIB, Basis.NO_MODEL));
  }

  @Test
  void podsWithACardOfTheirOwnAreNamedAndNotCounted() {
    CardUse use =
        UseJudge.of(
            gpu(CardState.IDLE, GIB), model(llama().work(0, 0).build()), 0, null, List.of("a/b"));
    assertThat(use.who()).isEqualTo(NOBODY);
    assertThat(use.mayUse()).containsExactly("a/b");
  }

  private static CardUse.Memory memory(Rows.Server server, long used, @Nullable Long grown) {
    CardUse.Memory memory =
        UseJudge.of(gpu(CardState.IDLE, used), model(server.build()), 0, grown, List.of()).memory();
    assertThat(memory).isNotNull();
    return memory;
  }

  private static Rows.Server llama() {
    return Rows.server(State.READY)
        .name("llama")
        .context(16_384, 2)
        .weights(8_030_261_248L, 4_912_898_304L, "Q4_K_M")
        .width(4096, 128_256);
  }

  private static Reading<GpuNode> gpu(@Nullable CardState state, long used) {
    if (state == null) {
      return Reading.awaited(Source.GPU);
    }
    var node = new GpuNode("n", List.of(Rows.card("card1", state, 50.0, used, TOTAL)));
    return new Reading.Live<>(node, origin(Source.GPU), NOW);
  }

  private static Reading<ModelServer> model(@Nullable ModelServer server) {
    return server == null
        ? Reading.awaited(Source.MODEL)
        : new Reading.Live<>(server, origin(Source.MODEL), NOW);
  }

  private static Origin origin(Source source) {
    return new Origin(source, Route.LAN, "");
  }
}
