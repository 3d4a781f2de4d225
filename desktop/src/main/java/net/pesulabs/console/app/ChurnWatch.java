package net.pesulabs.console.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Pod;
import org.jspecify.annotations.Nullable;

/**
 * How long each change takes from the table of facts to the end of the frame in which its line
 * shows it, and how far frames are apart. Times in milliseconds.
 */
final class ChurnWatch {

  private record Waiting(String uid, @Nullable Pod after, long since) {}

  private final BenchWindow window;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Double> latencies = new ArrayList<>();
  private final List<Double> frames = new ArrayList<>();
  private final Runnable afterLayout = this::laidOut;
  private final AnimationTimer timer =
      new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
          long real = System.nanoTime();
          if (last != 0) {
            frames.add((real - last) / 1e6);
          }
          last = real;
        }
      };
  private volatile boolean measuring;
  private boolean counting;
  private long counted;

  ChurnWatch(BenchWindow window) {
    this.window = window;
  }

  /** FX thread only. */
  void start() {
    window.scene().addPostLayoutPulseListener(afterLayout);
    timer.start();
    measuring = true;
  }

  /** FX thread only. */
  void stop() {
    measuring = false;
    timer.stop();
    window.scene().removePostLayoutPulseListener(afterLayout);
  }

  /** Hears a change on the thread of the source that writes it. */
  void received(Table.Change<Pod> change) {
    long now = System.nanoTime();
    synchronized (waiting) {
      counted += counting ? 1 : 0;
      if (measuring) {
        waiting.add(new Waiting(change.uid(), change.after(), now));
      }
    }
  }

  private void laidOut() {
    List<Waiting> shown = takeShown();
    if (!shown.isEmpty()) {
      // Runs when this pulse has handed its frame to the renderer and let go of the thread.
      window
          .fx()
          .later(() -> {
            long end = System.nanoTime();
            shown.forEach(each -> latencies.add((end - each.since()) / 1e6));
          });
    }
  }

  /** What the lines show by now, or showed before something newer of the same pod. */
  private List<Waiting> takeShown() {
    var shown = new ArrayList<Waiting>();
    synchronized (waiting) {
      Set<String> reached = new HashSet<>();
      for (Iterator<Waiting> newest = waiting.descendingIterator(); newest.hasNext(); ) {
        Waiting each = newest.next();
        if (reached.contains(each.uid()) || isShown(each)) {
          reached.add(each.uid());
          shown.add(each);
          newest.remove();
        }
      }
    }
    return shown;
  }

  private boolean isShown(Waiting each) {
    @Nullable Pod line = window.pods().line(each.uid()).orElse(null);
    return each.after() == null ? line == null : each.after().equals(line);
  }

  /** Counts from now on: what was heard before was the first list. */
  void count() {
    synchronized (waiting) {
      counting = true;
    }
  }

  /** How many changes the source has written since then. */
  long counted() {
    synchronized (waiting) {
      return counted;
    }
  }

  /** How many of those it measured no frame has shown. */
  int notShown() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  /** FX thread only. */
  List<Double> latencies() {
    return List.copyOf(latencies);
  }

  /** From the start of each frame to the start of the next. FX thread only. */
  List<Double> frames() {
    return List.copyOf(frames);
  }
}
