package net.pesulabs.console.page.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.ReplyEvent.End;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.homelab.chat.Turn.Role;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conversation's state machine, with no toolkit: one thread stands in for FX. */
class ChatViewModelTest {

  private final ExecutorService fx = Executors.newSingleThreadExecutor();
  private final LiveHomelab homelab = TestModel.ready();
  private final ScriptedChat server = new ScriptedChat();
  private final ChatViewModel chat =
      new ChatViewModel(
          server, homelab, new Pulse(fx::execute), Clock.fixed(TestModel.AT, ZoneOffset.UTC));

  @BeforeEach
  void open() {
    onFx(chat::activate);
  }

  @AfterEach
  void close() {
    server.close();
    fx.shutdownNow();
  }

  @Test
  void aQuestionIsSentAndItsAnswerGrowsThroughItsStates() {
    say("¿Qué hora es?");

    assertThat(server.last().turns).containsExactly(new Turn(Role.USER, "¿Qué hora es?"));
    assertThat(state()).isEqualTo(new ChatState.Waiting(null));
    assertThat(ask(() -> chat.draftProperty().get())).isEmpty();

    server.last().say(new ReplyEvent.PromptProgress(0.5));
    awaitState(new ChatState.Waiting(0.5));
    server.last().say(new ReplyEvent.Thought("Mirar "), new ReplyEvent.Thought("el reloj"));
    awaitState(new ChatState.Thinking());
    server.last().say(new ReplyEvent.Text("Las "), new ReplyEvent.Progress(1, 40, 12));
    awaitState(new ChatState.Answering());
    server.last().say(new ReplyEvent.Text("diez."), new ReplyEvent.Progress(2, 41.5, 13));
    server.last().say(new ReplyEvent.Ended(End.COMPLETE, null));
    awaitState(new ChatState.Idle());

    assertThat(text(answer())).isEqualTo("Las diez.");
    assertThat(ask(() -> answer().thoughts().toString())).isEqualTo("Mirar el reloj");
    assertThat(ask(() -> answer().progressProperty().get()))
        .isEqualTo(new ReplyEvent.Progress(2, 41.5, 13));
    assertThat(ask(() -> chat.contextUsedProperty().get())).isEqualTo(13);
    assertThat(ask(() -> chat.canRetry(answer()))).isFalse();
  }

  @Test
  void theNextQuestionCarriesWhatWasSaid() {
    say("Uno");
    server.last().say(new ReplyEvent.Text("1"), new ReplyEvent.Ended(End.COMPLETE, null));
    awaitState(new ChatState.Idle());
    say("Dos");

    assertThat(server.last().turns)
        .containsExactly(
            new Turn(Role.USER, "Uno"), new Turn(Role.ASSISTANT, "1"), new Turn(Role.USER, "Dos"));
  }

  @Test
  void stoppingKeepsTheTextFreesTheServerAndIgnoresWhatComesLate() {
    say("Cuenta hasta cien");
    server.last().say(new ReplyEvent.Text("uno dos "));
    awaitState(new ChatState.Answering());
    server.last().say(new ReplyEvent.Text("tres "));
    onFx(chat::stop);

    assertThat(server.last().closed).isTrue();
    assertThat(state()).isEqualTo(new ChatState.Idle());
    Answer stopped = answer();
    server.last().say(new ReplyEvent.Text("cuatro"), new ReplyEvent.Ended(End.FAILED, null));
    say("¿Sigues?"); // its hop to the FX thread comes after that of the late events
    server.last().say(new ReplyEvent.Text("Sí."));
    await().untilAsserted(() -> assertThat(text(answer())).isEqualTo("Sí."));

    assertThat(text(stopped)).isEqualTo("uno dos tres ");
    assertThat(ask(() -> stopped.endedProperty().get().end())).isEqualTo(End.STOPPED);
    assertThat(state()).isEqualTo(new ChatState.Answering());
  }

  @Test
  void aBrokenAnswerKeepsItsTextAndReasonAndTheQuestionCanBeAskedAgain() {
    say("Cuéntame un cuento");
    server
        .last()
        .say(
            new ReplyEvent.Text("Érase una"),
            new ReplyEvent.Ended(End.FAILED, Msg.chatEndedFailed()));
    awaitState(new ChatState.Idle());
    Answer broken = answer();
    assertThat(text(broken)).isEqualTo("Érase una");
    assertThat(ask(() -> broken.endedProperty().get().why())).isEqualTo(Msg.chatEndedFailed());
    assertThat(ask(() -> chat.canRetry(broken))).isTrue();

    onFx(chat::retry);
    assertThat(server.last().turns).containsExactly(new Turn(Role.USER, "Cuéntame un cuento"));
    server.last().say(new ReplyEvent.Text("Fin."), new ReplyEvent.Ended(End.COMPLETE, null));
    awaitState(new ChatState.Idle());
    assertThat(ask(() -> chat.entries().size())).isEqualTo(3);
    assertThat(text(broken)).isEqualTo("Érase una");

    say("Otro");
    assertThat(server.last().turns)
        .extracting(Turn::text)
        .containsExactly("Cuéntame un cuento", "Fin.", "Otro");
  }

  @Test
  void anAnswerThatSaidNothingIsReplacedByTheRetry() {
    say("Hola");
    server.last().say(new ReplyEvent.Ended(End.FAILED, Msg.chatEndedFailed()));
    awaitState(new ChatState.Idle());
    onFx(chat::retry);

    assertThat(server.asks).hasSize(2);
    assertThat(ask(() -> chat.entries().size())).isEqualTo(2);
    assertThat(state()).isEqualTo(new ChatState.Waiting(null));
  }

  @Test
  void twentyThousandPiecesArriveWholeInOrderAndInFewUpdates() {
    say("Mucho");
    var updates = new AtomicInteger();
    onFx(() -> answer().text().follow(piece -> updates.incrementAndGet()));
    var expected = new StringBuilder();
    var pieces = new ReplyEvent[20_000];
    for (int i = 0; i < pieces.length; i++) {
      String piece = i + (i % 7 == 0 ? " ñandú🦤\n" : " ¿qué? ");
      expected.append(piece);
      pieces[i] = new ReplyEvent.Text(piece);
    }
    server.last().say(pieces);
    server.last().say(new ReplyEvent.Ended(End.COMPLETE, null));
    awaitState(new ChatState.Idle());

    assertThat(text(answer())).isEqualTo(expected.toString());
    assertThat(updates.get()).isLessThan(pieces.length / 10);
  }

  @Test
  void nothingIsSentWhileTheModelDoesNotAnswerAndTheDraftStays() {
    TestModel.lose(homelab);
    await().until(() -> !ask(() -> chat.canAsk().getValue()));
    say("¿Estás?");
    assertThat(server.asks).isEmpty();
    assertThat(ask(() -> chat.draftProperty().get())).isEqualTo("¿Estás?");
    assertThat(ask(() -> chat.note().getValue())).isEqualTo(Msg.chatNoteUnreachable());

    TestModel.set(homelab, ModelServer.State.LOADING, 0);
    await().until(() -> ask(() -> chat.note().getValue()).equals(Msg.chatNoteLoading()));
    assertThat(ask(() -> chat.canAsk().getValue())).isFalse();

    TestModel.set(homelab, ModelServer.State.READY, 0);
    await().until(() -> ask(() -> chat.canAsk().getValue()));
    onFx(chat::send);
    assertThat(server.asks).hasSize(1);
  }

  @Test
  void oneQuestionAtATime() {
    say("Uno");
    say("Dos");
    assertThat(server.asks).hasSize(1);
    assertThat(ask(() -> chat.draftProperty().get())).isEqualTo("Dos");
  }

  @Test
  void theQueueAndTheReadingAreSaid() {
    say("Uno");
    assertThat(ask(() -> chat.doing().getValue())).isEqualTo(Msg.chatWaiting());
    TestModel.set(homelab, ModelServer.State.READY, 2);
    await().until(() -> Msg.chatQueued(2).equals(ask(() -> chat.doing().getValue())));
    server.last().say(new ReplyEvent.Thought("hm"));
    await().until(() -> Msg.chatThinking().equals(ask(() -> chat.doing().getValue())));
    server.last().say(new ReplyEvent.Text("Ya"));
    await().until(() -> ask(() -> chat.doing().getValue()) == null);
  }

  @Test
  void leavingThePageStopsLookingButNotTheAnswer() {
    assertThat(homelab.attention().isOn(Source.MODEL)).isTrue();
    say("Largo");
    onFx(chat::deactivate);
    assertThat(homelab.attention().isOn(Source.MODEL)).isFalse();
    TestModel.lose(homelab);

    server.last().say(new ReplyEvent.Text("Sigo"), new ReplyEvent.Ended(End.COMPLETE, null));
    awaitState(new ChatState.Idle());
    assertThat(server.last().closed).isFalse();
    assertThat(text(answer())).isEqualTo("Sigo");
    assertThat(ask(() -> chat.modelProperty().get().isLive())).isTrue(); // as it was when left
    onFx(chat::activate);
    assertThat(ask(() -> chat.modelProperty().get().isLive())).isFalse();
  }

  @Test
  void aNewConversationStopsTheOldOneWhichCanBeHadBack() {
    say("Viejo");
    server.last().say(new ReplyEvent.Text("Respuesta"), new ReplyEvent.Progress(3, 40, 70));
    awaitState(new ChatState.Answering());
    onFx(chat::startAnew);
    assertThat(server.last().closed).isTrue();
    assertThat(ask(() -> chat.entries().size())).isZero();
    assertThat(ask(() -> chat.contextUsedProperty().get())).isNull();

    onFx(chat::bringBack);
    assertThat(text(answer())).isEqualTo("Respuesta");
    assertThat(ask(() -> chat.contextUsedProperty().get())).isEqualTo(70);

    onFx(chat::startAnew);
    say("Nuevo");
    assertThat(server.last().turns).containsExactly(new Turn(Role.USER, "Nuevo"));
    assertThat(ask(() -> chat.setAside().isEmpty())).isTrue();
  }

  private void say(String text) {
    onFx(() -> {
      chat.draftProperty().set(text);
      chat.send();
    });
  }

  private ChatState state() {
    return ask(() -> chat.stateProperty().get());
  }

  private void awaitState(ChatState expected) {
    await().untilAsserted(() -> assertThat(state()).isEqualTo(expected));
  }

  private Answer answer() {
    // Called on either thread: entries change on the FX thread only, in steps a test waits for.
    return (Answer) chat.entries().getLast();
  }

  private String text(Answer answer) {
    return ask(() -> answer.text().toString());
  }

  private void onFx(Runnable task) {
    ask(() -> {
      task.run();
      return true;
    });
  }

  private <T> T ask(Callable<T> question) {
    try {
      return fx.submit(question).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
