package net.pesulabs.console.source.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.ReplyEvent.End;
import net.pesulabs.console.homelab.chat.ReplyEvent.Ended;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Json;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Against a real llama-server, named by {@code HOMELAB_TEST_LLAMA_URL} and started with {@code
 * --metrics --slots}, that nobody else uses meanwhile and that ends an answer within minutes.
 */
@Tag("llama")
class LlamaServerTest {

  private static final String URL = System.getenv("HOMELAB_TEST_LLAMA_URL");

  private final LiveHomelab homelab = new LiveHomelab();
  private final BlockingQueue<ReplyEvent> events = new LinkedBlockingQueue<>();
  private Subscription source = () -> {};
  private Subscription answer = () -> {};

  @BeforeEach
  void start() {
    assumeTrue(
        URL != null, "HOMELAB_TEST_LLAMA_URL names no llama-server: nothing to test against");
    homelab.attention().lookAt(Source.MODEL);
    source = ModelSource.start(Access.direct(Source.MODEL, URL), homelab, Clock.systemUTC());
    await().until(() -> homelab.model().get().isLive());
  }

  @AfterEach
  void end() {
    source.close();
    answer.close();
  }

  @Test
  void tellsItsModelAndThatItRests() {
    ModelServer model = model();
    assertThat(model.state()).isEqualTo(ModelServer.State.READY);
    assertThat(model.name()).isNotBlank();
    assertThat(model.context()).isPositive();
    assertThat(model.slotsTotal()).isPositive();
    assertThat(model.slotsBusy()).isZero();
  }

  @Test
  void streamsAnAnswerToItsEnd() {
    ask("Say something short.");
    Ended ended = ended();
    assertThat(ended.end()).isIn(End.COMPLETE, End.LENGTH, End.CONTEXT_FULL);
    assertThat(events).hasAtLeastOneElementOfType(ReplyEvent.PromptProgress.class);
    assertThat(events).hasAtLeastOneElementOfType(ReplyEvent.Progress.class);
  }

  @Test
  void closingFreesTheSlot() throws Exception {
    ask("Tell a story without an end.");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> events.stream().anyMatch(ReplyEvent.Text.class::isInstance));
    await()
        .until(() ->
            hasEnded() || (busySlots() == 1 && Integer.valueOf(1).equals(model().slotsBusy())));
    assumeFalse(hasEnded(), "this model is too quick to be stopped; name a slower one");
    answer.close();
    assertThat(ended().end()).isEqualTo(End.STOPPED);
    await().atMost(Duration.ofSeconds(2)).until(() -> busySlots() == 0);
  }

  @Test
  void aPromptThatDoesNotFitIsToldWithItsNumbers() {
    ask("word ".repeat(3 * model().context()));
    Ended ended = ended();
    assertThat(ended.end()).isEqualTo(End.FAILED);
    assertThat(ended.why().key()).isEqualTo("chat-server.too-long");
  }

  private void ask(String text) {
    answer =
        new LlamaChat(Access.direct(Source.MODEL, URL))
            .ask(List.of(new Turn(Turn.Role.USER, text)), events::add);
  }

  private Ended ended() {
    await().atMost(Duration.ofMinutes(5)).until(this::hasEnded);
    return (Ended) events.stream().filter(Ended.class::isInstance).findFirst().orElseThrow();
  }

  private boolean hasEnded() {
    return events.stream().anyMatch(Ended.class::isInstance);
  }

  private ModelServer model() {
    return homelab.model().get().known().orElseThrow();
  }

  /** Asked of the server itself, which the console never does: it would wake a sleeping model. */
  private static long busySlots() throws Exception {
    try (var http = new Http()) {
      String slots = http.get(HttpUrl.get(URL + "/slots")).body();
      return Json.object("{\"slots\":" + slots + "}")
          .orElseThrow()
          .path("slots")
          .findValues("is_processing")
          .stream()
          .filter(busy -> busy.asBoolean())
          .count();
    }
  }
}
