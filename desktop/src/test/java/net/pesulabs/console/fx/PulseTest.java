package net.pesulabs.console.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Table;
import org.junit.jupiter.api.Test;

class PulseTest {

  private record Row(String uid, int version) {}

  /** Stands for the FX thread: what is handed to it runs when the test says so. */
  private final BlockingQueue<Runnable> hops = new LinkedBlockingQueue<>();

  private final Pulse pulse = new Pulse(hops::add, Duration.ofMillis(1));

  private void hop() throws InterruptedException {
    Runnable hop = hops.poll(10, TimeUnit.SECONDS);
    assertThat(hop).as("a hop to the FX thread").isNotNull();
    hop.run();
  }

  @Test
  void manyChangesOfOneKeyAreOneHopAndTheLastWins() throws Exception {
    var shown = new ArrayList<Integer>();
    for (int i = 0; i < 1_000; i++) {
      int value = i;
      pulse.submit("key", () -> shown.add(value));
    }
    assertThat(hops).hasSize(1);
    hop();
    assertThat(shown).containsExactly(999);
  }

  @Test
  void whatComesDuringTheRestIsShownAfterIt() throws Exception {
    var shown = new ArrayList<String>();
    pulse.submit("a", () -> shown.add("a"));
    hop();
    pulse.submit("b", () -> shown.add("b"));
    hop();
    assertThat(shown).containsExactly("a", "b");
  }

  @Test
  void restsWhenNothingComes() throws Exception {
    pulse.submit("a", () -> {});
    hop();
    // The pulse is at rest once a new change makes it hop at once again.
    await()
        .untilAsserted(() -> {
          assertThat(hops).isEmpty();
          pulse.submit("b", () -> {});
          assertThat(hops).hasSize(1);
        });
  }

  @Test
  void followsACellFromItsValueOn() throws Exception {
    var cell = new Cell<>("old");
    var shown = new ArrayList<String>();
    pulse.follow(cell, shown::add);
    cell.set("newer");
    cell.set("newest");
    hop();
    assertThat(shown).containsExactly("old", "newest");
  }

  @Test
  void showsNothingMoreOnceClosed() throws Exception {
    var cell = new Cell<>("old");
    var shown = new ArrayList<String>();
    var following = pulse.follow(cell, shown::add);
    cell.set("on its way");
    following.close();
    hop();
    cell.set("after");
    assertThat(shown).containsExactly("old");
  }

  @Test
  void gathersTheChangesOfATablePerRow() throws Exception {
    var table = new Table<>(Row::uid);
    table.put(new Row("a", 1));
    var shown = new ArrayList<List<Table.Change<Row>>>();
    pulse.follow(table, shown::add);
    table.put(new Row("a", 2));
    table.put(new Row("b", 1));
    table.put(new Row("a", 3));
    hop();
    assertThat(shown).hasSize(2);
    assertThat(shown.getFirst()).containsExactly(new Table.Change<>("a", null, new Row("a", 1)));
    assertThat(shown.getLast())
        .containsExactlyInAnyOrder(
            new Table.Change<>("a", new Row("a", 1), new Row("a", 3)),
            new Table.Change<>("b", null, new Row("b", 1)));
  }
}
