package net.pesulabs.console.page.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.homelab.chat.Turn.Role;
import org.junit.jupiter.api.Test;

class ConversationTest {

  @Test
  void sidesAlternateWhateverWentWrong() {
    var entries =
        List.<Entry>of(
            new Question("a"),
            answer(""),
            new Question("b"),
            answer("half"),
            answer("whole"),
            new Question("c"));

    assertThat(Conversation.of(entries))
        .containsExactly(
            new Turn(Role.USER, "a\n\nb"),
            new Turn(Role.ASSISTANT, "whole"),
            new Turn(Role.USER, "c"));
  }

  @Test
  void reasoningIsNotSentBack() {
    var answer = new Answer();
    answer.add(new ReplyBuffer.Batch("secret thought", "said", null, null, null), Instant.EPOCH);
    assertThat(Conversation.of(List.of(new Question("a"), answer)))
        .containsExactly(new Turn(Role.USER, "a"), new Turn(Role.ASSISTANT, "said"));
  }

  @Test
  void askingAgainLeavesOutTheLastAnswers() {
    var entries = List.<Entry>of(new Question("a"), answer("x"), answer("y"));
    assertThat(Conversation.toLastQuestion(entries)).containsExactly(new Turn(Role.USER, "a"));
  }

  private static Answer answer(String text) {
    var answer = new Answer();
    answer.add(new ReplyBuffer.Batch("", text, null, null, null), Instant.EPOCH);
    return answer;
  }
}
