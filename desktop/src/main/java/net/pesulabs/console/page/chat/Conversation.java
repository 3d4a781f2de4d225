package net.pesulabs.console.page.chat;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.homelab.chat.Turn.Role;

/** What of the transcript is sent to the model. */
final class Conversation {

  private Conversation() {}

  /**
   * The transcript as turns. Reasoning is left out, as chat templates want it. Of several answers
   * to one question the last is taken; questions without an answer are joined with the next,
   * because many templates refuse two turns of one side in a row ("Conversation roles must
   * alternate").
   */
  static List<Turn> of(List<Entry> entries) {
    var turns = new ArrayList<Turn>();
    for (Entry entry : entries) {
      switch (entry) {
        case Question question -> {
          if (!turns.isEmpty() && turns.getLast().role() == Role.USER) {
            turns.add(new Turn(Role.USER, turns.removeLast().text() + "\n\n" + question.text()));
          } else {
            turns.add(new Turn(Role.USER, question.text()));
          }
        }
        case Answer answer -> {
          if (!answer.text().isEmpty()) {
            if (turns.getLast().role() == Role.ASSISTANT) {
              turns.removeLast();
            }
            turns.add(new Turn(Role.ASSISTANT, answer.text().toString()));
          }
        }
      }
    }
    return turns;
  }

  /** The turns that lead to the last question, for asking it again. */
  static List<Turn> toLastQuestion(List<Entry> entries) {
    int last = entries.size();
    while (last > 0 && entries.get(last - 1) instanceof Answer) {
      last--;
    }
    return of(entries.subList(0, last));
  }
}
