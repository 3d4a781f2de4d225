package net.pesulabs.console.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.homelab.history.MemoryHistory;
import net.pesulabs.console.homelab.history.Past;
import net.pesulabs.console.homelab.history.Recorder;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.source.history.SqliteHistory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the figures of the house in a file while there is a window; each house by its name. Safe
 * for any thread.
 */
final class HistoryKeeper implements Subscription {

  /** As long as a pretend house's own figures rule over its past. */
  private static final Duration IN_MEMORY = Duration.ofHours(2);

  private final LiveHomelab homelab;
  private final Cell<Settings> settings;
  private final Clock clock;
  private final UnaryOperator<History> over;
  private final Cell<Optional<Message>> problem = new Cell<>(Optional.empty());
  private @Nullable SqliteHistory file;
  private @Nullable Subscription recording;
  private @Nullable Subscription following;
  private boolean pretending;

  /**
   * @param over makes of what is kept here what is to be asked, where others keep more
   */
  HistoryKeeper(
      LiveHomelab homelab, Cell<Settings> settings, Clock clock, UnaryOperator<History> over) {
    this.homelab = homelab;
    this.settings = settings;
    this.clock = clock;
    this.over = over;
  }

  /** Begins to keep, unless the house is a pretend one; returns at once, nothing is opened yet. */
  synchronized void keep(Path path) {
    if (file != null || pretending) {
      return;
    }
    file = SqliteHistory.in(path, clock);
    file.problem().onChange(problem::set);
    following = settings.onChange(chosen -> follow());
    follow();
    recording = Recorder.start(homelab);
  }

  private synchronized void follow() {
    if (file != null) {
      homelab.history().set(over.apply(file.of(settings.get().profile().name())));
    }
  }

  /**
   * From now on nothing goes into the file: the house is a pretend one, and what it tells is kept
   * in memory, after a past that is pretended too.
   */
  synchronized void pretend(Past past) {
    pretending = true;
    close();
    homelab.history().set(over.apply(new MemoryHistory(past, IN_MEMORY)));
    recording = Recorder.start(homelab);
  }

  /** Why figures cannot be kept. */
  Cell<Optional<Message>> problem() {
    return problem;
  }

  @Override
  public synchronized void close() {
    homelab.history().set(History.NONE);
    if (recording != null) {
      recording.close();
      recording = null;
    }
    if (following != null) {
      following.close();
      following = null;
    }
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
