package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * One watch: a JSON document a line, for as long as the client asked and stays. Bookmarks come
 * about once a minute, and once more before the end.
 */
final class WatchStream {

  /** Why a watch ends before its time. */
  enum Cut {
    NO,
    /** As after a compaction of etcd: the client must list again. */
    HISTORY_GONE,
    /** As when the server lets go of the connection. */
    CLOSED
  }

  /** Asked between events; may change at any moment. */
  interface Control {
    Cut cut() throws InterruptedException;
  }

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final byte[] END = {'}', '\n'};

  private final ObjectStore store;
  private final Resource resource;
  private final Selector selector;
  private final View view;
  private final Clock clock;
  private final OutputStream out;
  private final Duration betweenBookmarks;
  private long seen;
  private boolean first = true;

  WatchStream(
      ObjectStore store,
      Resource resource,
      Selector selector,
      View view,
      Clock clock,
      OutputStream out,
      Duration betweenBookmarks,
      long from) {
    this.store = store;
    this.resource = resource;
    this.selector = selector;
    this.view = view;
    this.clock = clock;
    this.out = out;
    this.betweenBookmarks = betweenBookmarks;
    this.seen = from;
  }

  /** Tells what is there as if it were new, and goes on from now. */
  void tellExisting(boolean markTheEnd) throws IOException {
    long version;
    List<ObjectStore.Placed> objects;
    try {
      synchronized (store) {
        version = store.version();
        objects = store.allAt(resource, version);
      }
    } catch (ObjectStore.Expired e) {
      throw new IllegalStateException("the present is never forgotten", e);
    }
    for (ObjectStore.Placed placed : objects) {
      if (selector.matches(placed.object())) {
        event("ADDED", placed.object());
      }
    }
    seen = version;
    if (markTheEnd) {
      bookmark(Json.object("k8s.io/initial-events-end", "true"));
    }
    out.flush();
  }

  /** Tells what happens until the time is over, the client goes or the watch is cut. */
  void follow(Duration time, boolean bookmarks, Control control)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long bookmarkAt = System.nanoTime() + betweenBookmarks.toNanos();
    try {
      while (true) {
        for (ObjectStore.Change change : store.since(seen)) {
          tell(change);
        }
        out.flush();
        switch (control.cut()) {
          case NO -> {}
          case CLOSED -> {
            return;
          }
          case HISTORY_GONE -> {
            store.forget();
            throw new ObjectStore.Expired(seen, store.version());
          }
        }
        long now = System.nanoTime();
        if (bookmarks && (now >= bookmarkAt || now >= end)) {
          bookmark(Json.object());
          bookmarkAt = now + betweenBookmarks.toNanos();
        }
        if (now >= end) {
          return;
        }
        // A fault that comes between the look at it and here wakes nobody: look again soon.
        long until = Math.min(Math.min(end, bookmarkAt), now + LOOK_AGAIN.toNanos());
        store.await(seen, Duration.ofNanos(until - now));
      }
    } catch (ObjectStore.Expired e) {
      // Not a status code: the answer has begun. Seen on kube-apiserver 1.36.
      line("ERROR", ApiFailure.expired(String.valueOf(e.getMessage())).status());
      out.flush();
    }
  }

  /** With a selector, coming into view is an addition and leaving it a deletion. */
  private void tell(ObjectStore.Change change) throws IOException {
    seen = change.version();
    if (change.key().resource() != resource) {
      return;
    }
    Stored before = change.before();
    Stored after = change.after();
    if (after != null && selector.matches(after)) {
      event(selector.matches(before) ? "MODIFIED" : "ADDED", after);
    } else if (before != null && selector.matches(before)) {
      event("DELETED", before);
    }
  }

  private void event(String type, Stored object) throws IOException {
    if (object instanceof CrowdPod pod && view == View.PLAIN) {
      out.write(("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.UTF_8));
      out.write(CrowdTemplates.named(pod));
      out.write(END);
    } else {
      line(type, view.one(resource, object.tree(), clock.instant(), first));
    }
    first = false;
  }

  private void bookmark(ObjectNode annotations) throws IOException {
    ObjectNode metadata =
        Json.object()
            .with("resourceVersion", Long.toString(seen))
            .with("annotations", annotations.isEmpty() ? null : annotations);
    line("BOOKMARK", view.bookmark(resource, metadata));
    out.flush();
  }

  private void line(String type, ObjectNode object) throws IOException {
    out.write(Json.bytes(Json.object("type", type, "object", object)));
    out.write('\n');
  }
}
