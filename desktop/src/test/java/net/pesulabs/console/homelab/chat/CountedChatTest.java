package net.pesulabs.console.homelab.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Cell;
import org.junit.jupiter.api.Test;

class CountedChatTest {

  private final Cell<Integer> running = new Cell<>(0);
  private final List<Consumer<ReplyEvent>> asked = new ArrayList<>();
  private final ChatServer chat =
      new CountedChat(
          (turns, listener) -> {
            asked.add(listener);
            return () -> {};
          },
          running);

  @Test
  void countsFromTheQuestionToTheEndOnce() {
    List<ReplyEvent> heard = new ArrayList<>();
    chat.ask(List.of(), heard::add);
    chat.ask(List.of(), heard::add);
    assertThat(running.get()).isEqualTo(2);
    asked.getFirst().accept(new ReplyEvent.Text("a"));
    assertThat(running.get()).isEqualTo(2);
    var end = new ReplyEvent.Ended(ReplyEvent.End.STOPPED, null);
    asked.getFirst().accept(end);
    asked.getFirst().accept(end);
    assertThat(running.get()).isEqualTo(1);
    assertThat(heard).hasSize(3);
  }

  @Test
  void aQuestionThatCouldNotBeAskedDoesNotCount() {
    var failing =
        new CountedChat(
            (turns, listener) -> {
              throw new IllegalStateException("no");
            },
            running);
    assertThatThrownBy(() -> failing.ask(List.of(), event -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(running.get()).isZero();
  }
}
