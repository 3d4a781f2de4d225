package net.pesulabs.console.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a reading was live and when it was not. Safe for any thread. */
final class LiveLog {

  private record Turn(long at, boolean live) {}

  private final List<Turn> turns = new ArrayList<>();

  LiveLog(boolean live) {
    turns.add(new Turn(System.nanoTime(), live));
  }

  synchronized void say(boolean live) {
    if (turns.getLast().live() != live) {
      turns.add(new Turn(System.nanoTime(), live));
    }
  }

  /** How many seconds after a moment it was first not live; null where it always was. */
  synchronized @Nullable Double notLiveAfter(long moment) {
    return turns.stream()
        .filter(turn -> !turn.live() && turn.at() >= moment)
        .findFirst()
        .map(turn -> (turn.at() - moment) / 1e9)
        .orElse(null);
  }

  /** For how many seconds, once it was not live, it was so again before a moment. */
  synchronized double liveAgainBefore(long moment) {
    double seconds = 0;
    boolean lost = false;
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      lost |= !turn.live();
      if (lost && turn.live() && turn.at() < moment) {
        long until = i + 1 < turns.size() ? Math.min(turns.get(i + 1).at(), moment) : moment;
        seconds += (until - turn.at()) / 1e9;
      }
    }
    return seconds;
  }
}
