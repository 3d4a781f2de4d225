package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Kind;

/**
 * Keeps one layer's graph up. It hears of changes, remembers what they touch, and draws that when
 * all changes of a pulse are through. FX thread only.
 */
interface MapLayer {

  /** The tables of the cluster, as long as the layer is shown. */
  interface Feeds {
    <T extends ClusterObject> void rows(Kind<T> kind, Consumer<List<Table.Change<T>>> changes);
  }

  /** The kinds it cannot do without. */
  Collection<Kind<?>> kinds();

  /** Subscribes to what it draws; what is there already is told at once. */
  void follow(Feeds feeds);

  /** The profile, a source's reading or what is known whole of a kind has changed. */
  void look(House house);

  /** What was found of an object has changed; named as in {@code Finding.object}. */
  void judge(String object);

  /** Time has passed: what was not well may have become better or worse by it. */
  void tick();

  /** Brings the canvas up to all that was heard. */
  void draw();

  /** All there is to tell of a vertex or an edge; empty where there is no such thing. */
  Optional<Details> details(String id);
}
