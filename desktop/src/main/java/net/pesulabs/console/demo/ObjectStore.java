package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  record Change(long version, Key key, @Nullable Stored before, @Nullable Stored after) {}

  /** An object and what names it. */
  record Placed(Key key, Stored object) {}

  private record Moment(Resource resource, long version) {}

  /** The history no longer reaches back to the version asked for. */
  static final class Expired extends Exception {
    private static final long serialVersionUID = 1;

    Expired(long asked, long current) {
      super("too old resource version: " + asked + " (" + current + ")");
    }
  }

  /** Lists whose next pages may still be asked for. */
  private static final int SNAPSHOTS = 8;

  private final int historyLimit;
  private final NavigableMap<Key, Stored> objects = new TreeMap<>();

  /** What only the API shows: none of those who walk over all objects meet it. */
  private final NavigableMap<Key, Stored> crowd = new TreeMap<>();

  private final Map<Moment, List<Placed>> snapshots =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Moment, List<Placed>> eldest) {
          return size() > SNAPSHOTS;
        }
      };
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
    return Optional.ofNullable(homeOf(key).get(key)).map(Stored::tree);
  }

  /** The objects of a kind now, in order of namespace and name; without the crowd. */
  synchronized List<ObjectNode> all(Resource resource) {
    return range(objects, resource).values().stream().map(Stored::tree).toList();
  }

  /** The objects of a kind as they were at a version, in order, with the crowd. */
  synchronized List<Placed> allAt(Resource resource, long at) throws Expired {
    requireRemembered(at);
    var moment = new Moment(resource, at);
    List<Placed> known = snapshots.get(moment);
    if (known == null) {
      known = at >= version ? merged(resource) : undone(resource, at);
      snapshots.put(moment, known);
    }
    return known;
  }

  /** Two ordered rows in one: sorting twenty thousand anew would be most of a list's cost. */
  private List<Placed> merged(Resource resource) {
    var one = range(objects, resource).entrySet().iterator();
    var other = range(crowd, resource).entrySet().iterator();
    var all = new ArrayList<Placed>();
    Placed left = next(one);
    Placed right = next(other);
    while (left != null && right != null) {
      if (left.key().compareTo(right.key()) < 0) {
        all.add(left);
        left = next(one);
      } else {
        all.add(right);
        right = next(other);
      }
    }
    for (; left != null; left = next(one)) {
      all.add(left);
    }
    for (; right != null; right = next(other)) {
      all.add(right);
    }
    return all;
  }

  private static @Nullable Placed next(Iterator<Map.Entry<Key, Stored>> entries) {
    if (!entries.hasNext()) {
      return null;
    }
    Map.Entry<Key, Stored> entry = entries.next();
    return new Placed(entry.getKey(), entry.getValue());
  }

  private List<Placed> undone(Resource resource, long at) {
    NavigableMap<Key, Stored> then = new TreeMap<>();
    merged(resource).forEach(placed -> then.put(placed.key(), placed.object()));
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
    var all = new ArrayList<Placed>(then.size());
    then.forEach((key, object) -> all.add(new Placed(key, object)));
    return all;
  }

  /** Creates or replaces an object and returns it with its new resourceVersion. */
  synchronized ObjectNode put(Resource resource, ObjectNode object) {
    return place(objects, Key.of(resource, object), new Stored.Tree(object)).tree();
  }

  /** Creates or replaces an object of the crowd. */
  synchronized Stored putInCrowd(Key key, Stored object) {
    return place(crowd, key, object);
  }

  /**
   * Replaces an object by what {@code change} makes of a copy of it; an equal result changes
   * nothing. Empty where there is no such object.
   */
  synchronized Optional<ObjectNode> update(Key key, UnaryOperator<ObjectNode> change) {
    Stored before = homeOf(key).get(key);
    if (before == null) {
      return Optional.empty();
    }
    ObjectNode after = change.apply(before.tree().deepCopy());
    return Optional.of(
        after.equals(before.tree())
            ? before.tree()
            : place(homeOf(key), key, new Stored.Tree(after)).tree());
  }

  synchronized Optional<ObjectNode> remove(Key key) {
    Stored before = homeOf(key).remove(key);
    if (before == null) {
      return Optional.empty();
    }
    Stored last = before.at(++version);
    remember(new Change(version, key, last, null));
    return Optional.of(last.tree());
  }

  private Stored place(NavigableMap<Key, Stored> home, Key key, Stored object) {
    Stored stamped = object.at(++version);
    Stored before = home.put(key, stamped);
    remember(new Change(version, key, before, stamped));
    return stamped;
  }

  private NavigableMap<Key, Stored> homeOf(Key key) {
    return objects.containsKey(key) ? objects : crowd;
  }

  /** The changes after a version, oldest first; none for a version still to come. */
  synchronized List<Change> since(long seen) throws Expired {
    requireRemembered(seen);
    var later = new ArrayList<Change>();
    for (Iterator<Change> back = history.descendingIterator(); back.hasNext(); ) {
      Change change = back.next();
      if (change.version() <= seen) {
        break;
      }
      later.add(change);
    }
    return later.reversed();
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
    snapshots.clear();
    forgotten = version;
  }

  /** Loses every version and counts anew from here, as after etcd was set up again. */
  synchronized void restart(long firstVersion) {
    version = firstVersion;
    objects.replaceAll((key, object) -> object.at(++version));
    crowd.replaceAll((key, object) -> object.at(++version));
    forget();
    notifyAll();
  }

  private void requireRemembered(long asked) throws Expired {
    if (asked < forgotten) {
      throw new Expired(asked, version);
    }
  }

  private void remember(Change change) {
    history.addLast(change);
    if (history.size() > historyLimit) {
      forgotten = history.removeFirst().version();
    }
    notifyAll();
  }

  private static NavigableMap<Key, Stored> range(NavigableMap<Key, Stored> all, Resource resource) {
    return all.subMap(new Key(resource, "", ""), true, new Key(resource, "\uffff", "\uffff"), true);
  }
}
