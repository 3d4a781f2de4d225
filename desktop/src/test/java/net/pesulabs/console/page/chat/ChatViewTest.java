package net.pesulabs.console.page.chat;

import static net.pesulabs.console.fx.UiTest.fromFx;
import static net.pesulabs.console.fx.UiTest.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.UiTest;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.ReplyEvent.End;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.homelab.chat.Turn.Role;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.RecordedDoors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The chat page as somebody uses it: with keyboard and mouse, on a real scene graph. */
class ChatViewTest {

  private static final Clock CLOCK = Clock.fixed(TestModel.AT, ZoneOffset.UTC);

  private final LiveHomelab homelab = TestModel.ready();
  private final ScriptedChat server = new ScriptedChat();
  private final Texts texts = new Texts(Language.ES);
  private ChatView view;
  private final Pulse pulse = new Pulse(new JavaFxThread());
  private FxRobot robot;

  @BeforeEach
  void show() {
    var context =
        new PageContext(
            homelab,
            new HouseHealth(homelab, new Cell<>(Settings.initial()), CLOCK),
            new Cell<>(Settings.initial()),
            server,
            pulse,
            texts,
            new Now(CLOCK),
            CLOCK,
            new RecordedDoors());
    robot =
        UiTest.show(
            () -> {
              view = ChatView.create(context);
              return view.root();
            },
            960,
            640);
    onFx(view::activate);
  }

  @AfterEach
  void clear() {
    onFx(view::deactivate);
    UiTest.clear();
    server.close();
  }

  @Test
  void enterSendsWhatWasTypedAndShiftEnterBeginsALine() {
    robot.clickOn(".composer-text").write("Ñandú ¿qué?");
    robot.press(KeyCode.SHIFT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHIFT);
    robot.write("sí");
    assertThat(draft()).isEqualTo("Ñandú ¿qué?\nsí");
    assertThat(server.asks).isEmpty();

    robot.type(KeyCode.ENTER);
    assertThat(server.last().turns).containsExactly(new Turn(Role.USER, "Ñandú ¿qué?\nsí"));
    assertThat(draft()).isEmpty();
    assertThat(fromFx(view::isBusy)).isTrue();
  }

  @Test
  void stopEndsTheAnswerAndSaysSo() {
    onFx(() -> view.say("Cuenta"));
    server.last().say(new ReplyEvent.Text("uno, dos"));
    UiTest.await("the text on screen", () -> shown("uno, dos"));
    robot.clickOn(".composer-stop");

    assertThat(server.last().closed).isTrue();
    assertThat(fromFx(view::isBusy)).isFalse();
    assertThat(fromFx(() -> shown("uno, dos"))).isTrue();
    assertThat(fromFx(() -> label(Msg.chatEndedStopped().in(Language.ES)))).isPresent();
  }

  @Test
  void aBrokenAnswerOffersToTryAgain() {
    onFx(() -> view.say("Hola"));
    server
        .last()
        .say(new ReplyEvent.Text("Bue"), new ReplyEvent.Ended(End.FAILED, Msg.chatEndedFailed()));
    UiTest.await("the reason", () -> label(Msg.chatEndedFailed().in(Language.ES)).isPresent());
    robot.clickOn(".answer-retry");
    assertThat(server.asks).hasSize(2);
    assertThat(fromFx(() -> shown("Bue"))).isTrue();
  }

  @Test
  void theAnswerCanBeCopied() {
    onFx(() -> view.say("Hola"));
    server.last().say(new ReplyEvent.Text("Buenas.\n"), new ReplyEvent.Ended(End.COMPLETE, null));
    UiTest.await("the end", () -> !view.isBusy());
    robot.clickOn(".answer-copy");
    assertThat(fromFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("Buenas.\n");
  }

  @Test
  void reasoningStaysFoldedUntilOpenedAndThenGrows() {
    onFx(() -> view.say("Piensa"));
    server.last().say(new ReplyEvent.Thought("Primero "));
    UiTest.await("the fold", () -> view.root().lookup(".reasoning-toggle").isVisible());
    assertThat(fromFx(() -> shown("Primero "))).isFalse();
    robot.clickOn(".reasoning-toggle");
    server.last().say(new ReplyEvent.Thought("esto"));
    UiTest.await("the reasoning", () -> shown("Primero esto"));
  }

  @Test
  void theLanguageChangesWhileTheTextStays() {
    onFx(() -> view.say("Hola"));
    server.last().say(new ReplyEvent.Text("Buenas"), new ReplyEvent.Progress(3, 41.25, 1312));
    UiTest.await("the count", () -> label("41,2 tokens/s · 3 tokens").isPresent());
    assertThat(fromFx(() -> button(".composer-stop").getText())).isEqualTo("Detener");

    onFx(() -> texts.languageProperty().set(Language.EN));
    assertThat(fromFx(() -> button(".composer-stop").getText())).isEqualTo("Stop");
    assertThat(fromFx(() -> label("41.2 tokens/s · 3 tokens"))).isPresent();
    assertThat(fromFx(() -> label("1,312 of 8,192 tokens"))).isPresent();
    assertThat(fromFx(() -> shown("Buenas"))).isTrue();
  }

  @Test
  void oneMayTypeButNotSendWhileTheModelDoesNotAnswer() {
    TestModel.lose(homelab);
    UiTest.await("the note", () -> label(Msg.chatNoteUnreachable().in(Language.ES)).isPresent());
    robot.clickOn(".composer-text").write("luego").type(KeyCode.ENTER);
    assertThat(draft()).isEqualTo("luego");
    assertThat(server.asks).isEmpty();
    assertThat(fromFx(() -> button(".composer-send").isDisabled())).isTrue();
  }

  @Test
  void anIdeaFillsTheComposer() {
    robot.clickOn(Msg.chatIdeaDinner().in(Language.ES));
    assertThat(draft()).isEqualTo(Msg.chatIdeaDinner().in(Language.ES));
    assertThat(server.asks).isEmpty();
  }

  @Test
  void nothingIsFollowedAfterThePageIsLeft() {
    onFx(view::deactivate);
    assertThat(homelab.attention().isOn(Source.MODEL)).isFalse();
    TestModel.lose(homelab);
    UiTest.awaitHops(pulse);
    assertThat(fromFx(() -> label(Msg.chatModelUnreachable().in(Language.ES)))).isEmpty();
  }

  @Test
  void aFloodOfPiecesEndsOnScreenExactlyAsItWasSaid() {
    onFx(() -> view.say("Mucho"));
    var expected = new StringBuilder();
    var pieces = new ReplyEvent[20_000];
    for (int i = 0; i < pieces.length; i++) {
      String piece = i % 25 == 0 ? "fin " + i + ".\n" : "ñu ";
      expected.append(piece);
      pieces[i] = new ReplyEvent.Text(piece);
    }
    server.last().say(pieces);
    server.last().say(new ReplyEvent.Ended(End.COMPLETE, null));
    UiTest.await("the end", () -> !view.isBusy());
    assertThat(fromFx(() -> shown(expected.toString()))).isTrue();
  }

  private String draft() {
    return fromFx(() -> ((TextArea) view.root().lookup(".composer-text")).getText());
  }

  private boolean shown(String text) {
    return view.root().lookupAll(".selectable-text").stream()
        .anyMatch(node -> node.isVisible() && ((SelectableText) node).text().equals(text));
  }

  private Optional<Node> label(String text) {
    return view.root().lookupAll(".label").stream()
        .filter(node -> node instanceof Label label && text.equals(label.getText()))
        .filter(Node::isVisible)
        .findFirst();
  }

  private Button button(String style) {
    return (Button) view.root().lookup(style);
  }
}
