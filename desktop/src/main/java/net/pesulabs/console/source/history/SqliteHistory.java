package net.pesulabs.console.source.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.homelab.history.Trace;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history of all houses in one file. One virtual thread writes, some seconds at a time; the
 * file is opened when there is first something to write or to read. Trouble with it is told by
 * {@link #problem()} and never thrown. Safe for any thread.
 */
public final class SqliteHistory implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteHistory.class);

  /** What a power failure may cost. */
  private static final Duration GATHER = Duration.ofSeconds(5);

  /**
   * What tests have less of.
   *
   * @param mostPages of the file; see {@link Database#MOST_PAGES}
   * @param retry how long until a file that could not be written is tried again
   */
  record Limits(long mostPages, Duration retry) {
    static final Limits USUAL = new Limits(Database.MOST_PAGES, Duration.ofSeconds(60));
  }

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Half an hour of fourteen figures a second, for a file that takes nothing just now. */
  private static final int MOST_PENDING = 25_000;

  private final Path file;
  private final Clock clock;
  private final Limits limits;
  private final Cell<Optional<Message>> problem = new Cell<>(Optional.empty());
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantLock reading = new ReentrantLock();
  private final Thread thread;
  private List<Point> pending = new ArrayList<>(); // by lock, as all below
  private long appended;
  private long settled; // appended points that are written, or that cannot be just now
  private boolean opened;
  private boolean wanted;
  private boolean closed;
  private @Nullable BucketWriter writer; // the writing thread's, as the pruner
  private @Nullable Pruner pruner;
  private @Nullable BucketReader reader; // by reading

  private SqliteHistory(Path file, Clock clock, Limits limits) {
    this.file = file;
    this.clock = clock;
    this.limits = limits;
    this.thread = Thread.ofVirtual().name("history").unstarted(this::run);
  }

  /** The history in a file, which need not exist; returns at once. */
  public static SqliteHistory in(Path file, Clock clock) {
    return in(file, clock, Limits.USUAL);
  }

  static SqliteHistory in(Path file, Clock clock, Limits limits) {
    var history = new SqliteHistory(file, clock, limits);
    history.thread.start();
    return history;
  }

  /** What is wrong with the file; empty while all is well. */
  public Cell<Optional<Message>> problem() {
    return problem;
  }

  /** The history of one house, apart from that of all others. */
  public History of(String house) {
    return new History() {
      @Override
      public void append(Series series, Instant at, double value) {
        if (Double.isFinite(value)) {
          add(new Point(house, series, at, value));
        }
      }

      @Override
      public void silence(Series series, Instant from) {
        add(new Point(house, series, from, Double.NaN));
      }

      @Override
      public Buckets query(Series series, Instant from, Instant to, int most) {
        return ask(house, series, from, to, most);
      }
    };
  }

  private void add(Point point) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      if (pending.size() >= MOST_PENDING) {
        pending.removeFirst();
      }
      pending.add(point);
      appended++;
      if (pending.size() == 1) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private Buckets ask(String house, Series series, Instant from, Instant to, int most) {
    if (awaitWritten()) {
      reading.lock();
      try {
        if (reader == null) {
          reader = new BucketReader(Database.read(file));
        }
        return reader.query(house, series, from, to, most, clock.instant());
      } catch (SQLException e) {
        LOG.warn("history cannot be read from {}", file, e); // the writer will find out what it is
        closeReader();
      } finally {
        reading.unlock();
      }
    }
    return fromMemory(house, series, from, to, most);
  }

  /** What waits to be written: all there is while the file cannot be opened. */
  private Buckets fromMemory(String house, Series series, Instant from, Instant to, int most) {
    List<Point> waiting;
    lock.lock();
    try {
      waiting = List.copyOf(pending);
    } finally {
      lock.unlock();
    }
    var trace = new Trace(Buckets.none(from, to, most));
    for (Point point : waiting) {
      boolean asked = point.house().equals(house) && point.series().equals(series);
      if (asked && !point.at().isBefore(from) && point.at().isBefore(to)) {
        if (point.isSilence()) {
          trace.end();
        } else {
          trace.add(point.at(), point.value());
        }
      }
    }
    return new Buckets(trace.width(), trace.buckets());
  }

  /** Until what was appended before is in the file; whether there is a file to read. */
  private boolean awaitWritten() {
    lock.lock();
    try {
      long target = appended;
      wanted = true;
      changed.signalAll();
      long left = PATIENCE.toNanos();
      while (!closed && (wanted && !opened || settled < target) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return opened && !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitWork()) {
        boolean fine = work();
        if (!fine) {
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed, with a disk that does not answer
    }
    work();
    closeWriter();
  }

  /** Until some seconds after the first point, or until somebody asks; false once closed. */
  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && !wanted && pending.isEmpty()) {
        changed.await();
      }
      long left = GATHER.toNanos();
      while (!closed && !wanted && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Opens the file unless it is open, and writes what is pending; false where it cannot. */
  private boolean work() {
    List<Point> batch;
    long upTo;
    lock.lock();
    try {
      batch = pending;
      pending = new ArrayList<>();
      upTo = appended;
      if (closed && batch.isEmpty()) {
        return true;
      }
    } finally {
      lock.unlock();
    }
    boolean fine = write(batch);
    lock.lock();
    try {
      if (!fine) {
        batch.addAll(pending);
        int excess = Math.max(0, batch.size() - MOST_PENDING);
        pending = new ArrayList<>(batch.subList(excess, batch.size()));
      }
      opened = writer != null;
      wanted = false;
      settled = upTo;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return fine;
  }

  private boolean write(List<Point> batch) {
    Optional<Message> trouble = Optional.empty();
    for (int attempt = 1; true; attempt++) {
      try {
        BucketWriter open = open();
        if (!batch.isEmpty()) {
          open.write(batch);
        }
        if (pruner != null) {
          pruner.step(clock.instant());
        }
        if (trouble.isPresent() || attempt == 1) {
          tell(trouble);
        }
        return true;
      } catch (Schema.NewerException e) {
        return fail(Msg.historyNewer(file.toString()), e);
      } catch (IOException e) {
        return fail(Msg.historyUnwritable(file.toString()), e);
      } catch (SQLException e) {
        Trouble kind = Trouble.of(e);
        if (attempt > 1) {
          return fail(kind.text(file), e);
        } else if (kind == Trouble.DAMAGED) {
          closeWriter();
          try {
            Path aside = Trouble.setAside(file, clock.instant());
            LOG.warn("history set aside as {}", aside, e);
            trouble = Optional.of(Msg.historyDamaged(aside.toString()));
          } catch (IOException stays) {
            stays.addSuppressed(e);
            return fail(Msg.historyUnwritable(file.toString()), stays);
          }
        } else if (kind != Trouble.FULL || !madeRoom()) {
          return fail(kind.text(file), e);
        }
      }
    }
  }

  /** The file is as large as it may be, or the disk is full: the oldest goes first. */
  private boolean madeRoom() {
    try {
      if (pruner != null) {
        pruner.makeRoom();
        return true;
      }
    } catch (SQLException e) {
      LOG.debug("no room to be made", e); // told by the one who asks
    }
    return false;
  }

  private BucketWriter open() throws SQLException, Schema.NewerException, IOException {
    if (writer == null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var connection = Database.write(file, Schema.STEPS, limits.mostPages());
      writer = new BucketWriter(connection);
      pruner = new Pruner(connection, limits.mostPages());
    }
    return writer;
  }

  private boolean fail(Message why, Exception e) {
    LOG.warn("history cannot be written to {}", file, e);
    closeWriter();
    tell(Optional.of(why));
    return false;
  }

  /** That a file was set aside stays told. */
  private void tell(Optional<Message> trouble) {
    problem.set(trouble);
  }

  private void pause() throws InterruptedException {
    lock.lock();
    try {
      long left = limits.retry().toNanos();
      while (!closed && left > 0) {
        // Whoever asks meanwhile gets what there is, at once.
        settled = appended;
        changed.signalAll();
        left = Math.min(left, changed.awaitNanos(left));
      }
    } finally {
      lock.unlock();
    }
  }

  private void closeWriter() {
    reading.lock();
    try {
      closeReader();
      if (writer != null) {
        writer.close();
      }
    } catch (SQLException e) {
      LOG.warn("history does not close: {}", file, e);
    } finally {
      writer = null;
      pruner = null;
      reading.unlock();
    }
  }

  private void closeReader() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (SQLException e) {
      LOG.warn("history does not close: {}", file, e);
    } finally {
      reader = null;
    }
  }

  /** Writes what is pending, and closes the file; waits a few seconds for it at most. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
