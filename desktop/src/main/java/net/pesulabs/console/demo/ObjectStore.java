package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the pretend cluster under one version counter, with a bounded history, as etcd
 * keeps them. An object given or taken is never changed afterwards: change a copy. Safe for any
 * thread.
 */
final class ObjectStore {

  /**
   * What names an object.
   *
   * @param namespace empty for a cluster-wide one
   */
  record Key(Resource resource, String namespace, String name) implements Comparable<Key> {

    // By the path, as etcd does, so that the pages of a list go on where the last one ended.
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::resource).thenComparing(Key::path);

    static Key of(Resource resource, ObjectNode object) {
      JsonNode metadata = object.path("metadata");
      return new Key(resource, metadata.path("namespace").asText(), metadata.path("name").asText());
    }

    /** The part of the path that tells objects of a kind apart. */
    String path() {
      return namespace + "/" + name;
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * One step of the history.
   *
   * @param before null for a new object
   * @param after null for a deleted one
   */
  record Change(long version, Key key, @Nullable ObjectNode before, @Nullable ObjectNode after) {}

  /** The history no longer reaches back to the version asked for. */
  static final class Expired extends Exception {
    private static final long serialVersionUID = 1;

    Expired(long asked, long current) {
      super("too old resource version: " + asked + " (" + current + ")");
    }
  }

  private final int historyLimit;
  private final NavigableMap<Key, ObjectNode> objects = new TreeMap<>();
  private final Deque<Change> history = new ArrayDeque<>();
  private long version;
  private long forgotten; // changes up to this version are no longer in the history

  ObjectStore(long firstVersion, int historyLimit) {
    this.version = firstVersion;
    this.forgotten = firstVersion;
    this.historyLimit = historyLimit;
  }

  synchronized long version() {
    return version;
  }

  synchronized Optional<ObjectNode> get(Key key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** The objects of a kind now, in order of namespace and name. */
  synchronized List<ObjectNode> all(Resource resource) {
    return List.copyOf(range(objects, resource).values());
  }

  /** The objects of a kind as they were at a version. */
  synchronized List<ObjectNode> allAt(Resource resource, long at) throws Expired {
    requireRemembered(at);
    NavigableMap<Key, ObjectNode> then = new TreeMap<>(range(objects, resource));
    for (Iterator<Change> back = history.descendingIterator(); back.hasNext(); ) {
      Change change = back.next();
      if (change.version() <= at) {
        break;
      }
      if (change.key().resource() == resource) {
        if (change.before() == null) {
          then.remove(change.key());
        } else {
          then.put(change.key(), change.before());
        }
      }
    }
    return List.copyOf(then.values());
  }

  /** Creates or replaces an object and returns it with its new resourceVersion. */
  synchronized ObjectNode put(Resource resource, ObjectNode object) {
    Key key = Key.of(resource, object);
    ObjectNode stamped = stamp(object);
    ObjectNode before = objects.put(key, stamped);
    remember(new Change(version, key, before, stamped));
    return stamped;
  }

  /**
   * Replaces an object by what {@code change} makes of a copy of it; an equal result changes
   * nothing. Empty where there is no such object.
   */
  synchronized Optional<ObjectNode> update(Key key, UnaryOperator<ObjectNode> change) {
    ObjectNode before = objects.get(key);
    if (before == null) {
      return Optional.empty();
    }
    ObjectNode after = change.apply(before.deepCopy());
    return Optional.of(after.equals(before) ? before : put(key.resource(), after));
  }

  synchronized Optional<ObjectNode> remove(Key key) {
    ObjectNode before = objects.remove(key);
    if (before == null) {
      return Optional.empty();
    }
    ObjectNode last = stamp(before);
    remember(new Change(version, key, last, null));
    return Optional.of(last);
  }

  /** The changes after a version, oldest first; none for a version still to come. */
  synchronized List<Change> since(long seen) throws Expired {
    requireRemembered(seen);
    return history.stream().filter(change -> change.version() > seen).toList();
  }

  /** Waits until there is something after a version, or for the time; may return early. */
  @SuppressWarnings("WaitNotInLoop") // the callers look again, and wake() means just that
  synchronized void await(long seen, Duration atMost) throws InterruptedException {
    if (version <= seen && atMost.isPositive()) {
      wait(Math.max(1, atMost.toMillis()));
    }
  }

  /** Makes whoever waits look around. */
  synchronized void wake() {
    notifyAll();
  }

  /** Drops the history: whoever wants to go on from an earlier version must list again. */
  synchronized void forget() {
    history.clear();
    forgotten = version;
  }

  private void requireRemembered(long asked) throws Expired {
    if (asked < forgotten) {
      throw new Expired(asked, version);
    }
  }

  private ObjectNode stamp(ObjectNode object) {
    ObjectNode stamped = object.deepCopy();
    stamped.withObject("/metadata").put("resourceVersion", Long.toString(++version));
    return stamped;
  }

  private void remember(Change change) {
    history.addLast(change);
    if (history.size() > historyLimit) {
      forgotten = history.removeFirst().version();
    }
    notifyAll();
  }

  private static NavigableMap<Key, ObjectNode> range(
      NavigableMap<Key, ObjectNode> all, Resource resource) {
    return all.subMap(new Key(resource, "", ""), true, new Key(resource, "\uffff", "\uffff"), true);
  }
}
