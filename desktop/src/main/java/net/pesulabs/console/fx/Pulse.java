package net.pesulabs.console.fx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;

/**
 * Carries changes onto the FX thread: the first at once, then one hop per interval however many
 * come, the last one of each key winning. Nothing is ever dropped but what a later change of the
 * same key replaces.
 */
public final class Pulse {

  /** About one frame in two; faster than anyone reads. */
  private static final Duration INTERVAL = Duration.ofMillis(33);

  /** Changes of a table in one hop from which on it is a list that grows, and not a life. */
  private static final int BULK = 300;

  /** A list grows as well to the eye four times a second, and each time its rows are laid out. */
  private static final int BULK_INTERVALS = 8;

  private final FxThread fx;
  private final Duration interval;
  private final Map<Object, Runnable> pending = new LinkedHashMap<>();
  private final Map<Object, Runnable> last = new LinkedHashMap<>(); // on the FX thread only
  private boolean flushing;
  private boolean bulk; // on the FX thread only
  private boolean hopping; // on the FX thread only

  public Pulse(FxThread fx) {
    this(fx, INTERVAL);
  }

  Pulse(FxThread fx, Duration interval) {
    this.fx = fx;
    this.interval = interval;
  }

  /** Runs an update on the FX thread, unless a later one of the same key comes first. */
  public void submit(Object key, Runnable update) {
    synchronized (pending) {
      pending.put(key, update);
      if (flushing) {
        return;
      }
      flushing = true;
    }
    fx.later(this::flush);
  }

  /**
   * Shows a cell's value now and at each change.
   *
   * @param show called on the FX thread; called at once, so call this on the FX thread too
   */
  public <T> Subscription follow(Cell<T> cell, Consumer<? super T> show) {
    var follower = new Follower();
    // Subscribe first: a value set in between is then shown twice rather than never.
    Subscription feed =
        cell.onChange(value -> submit(follower, () -> follower.run(() -> show.accept(cell.get()))));
    show.accept(cell.get());
    return follower.closing(feed);
  }

  /**
   * Shows a table's rows and then its changes, gathered per pulse, the last of each uid.
   *
   * @param show called on the FX thread with at least one change; called at once with what is there
   */
  public <T> Subscription follow(Table<T> table, Consumer<List<Table.Change<T>>> show) {
    var follower = new Follower();
    var gathered = new Gathered<T>();
    Subscription feed =
        table.follow(change -> {
          gathered.add(change);
          submit(follower, () -> follower.run(() -> gathered.drainTo(show)));
        });
    gathered.drainTo(show);
    return follower.closing(feed);
  }

  /**
   * Runs an update once all others of the hop under way are through, the last of each key; at once
   * where none is under way. For one who follows several things and draws them together. FX thread
   * only.
   */
  public void afterwards(Object key, Runnable update) {
    if (hopping) {
      last.put(key, update);
    } else {
      update.run();
    }
  }

  private void flush() {
    List<Runnable> updates;
    synchronized (pending) {
      updates = new ArrayList<>(pending.values());
      pending.clear();
    }
    bulk = false;
    hopping = true;
    updates.forEach(Runnable::run);
    hopping = false;
    updates = List.copyOf(last.values());
    last.clear();
    updates.forEach(Runnable::run);
    Duration pause = bulk ? interval.multipliedBy(BULK_INTERVALS) : interval;
    Thread.ofVirtual().name("pulse").start(() -> rest(pause));
  }

  /** Waits out the interval, then either starts the next hop or lets the next change start one. */
  private void rest(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (pending) {
      if (pending.isEmpty()) {
        flushing = false;
        return;
      }
    }
    fx.later(this::flush);
  }

  /** One who follows, and its own key: what was queued before it closed is not shown after. */
  private static final class Follower {
    private boolean closed; // on the FX thread only

    void run(Runnable update) {
      if (!closed) {
        update.run();
      }
    }

    Subscription closing(Subscription feed) {
      return () -> {
        closed = true;
        feed.close();
      };
    }
  }

  /** The changes since the last pulse, one a uid: the oldest before, the newest after. */
  private final class Gathered<T> {
    private final Map<String, Table.Change<T>> changes = new LinkedHashMap<>();

    synchronized void add(Table.Change<T> change) {
      changes.merge(
          change.uid(),
          change,
          (old, next) -> new Table.Change<>(next.uid(), old.before(), next.after()));
    }

    void drainTo(Consumer<List<Table.Change<T>>> show) {
      List<Table.Change<T>> batch;
      synchronized (this) {
        batch = List.copyOf(changes.values());
        changes.clear();
      }
      bulk |= batch.size() > BULK;
      if (!batch.isEmpty()) {
        show.accept(batch);
      }
    }
  }
}
