package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.SecretPresence;

/**
 * Keeps one layer's graph up. It hears of changes, remembers what they touch, and draws that when
 * all changes of a pulse are through. FX thread only.
 */
interface MapLayer {

  /** The tables of the cluster, as long as the layer is shown. */
  interface Feeds {
    <T extends ClusterObject> void rows(Kind<T> kind, Consumer<List<Table.Change<T>>> changes);

    /** What is known of the certificates that ways in name. */
    void secrets(Consumer<List<Table.Change<SecretPresence>>> changes);
  }

  /** The kinds it cannot do without. */
  Collection<Kind<?>> kinds();

  /** Subscribes to what it draws; what is there already is told at once. */
  void follow(Feeds feeds);

  /** The profile or a source's reading has changed; often it is only heard anew. */
  void look(House house);

  /** How far a kind is known whole has changed, and with it what its absence means. */
  default void covered() {}

  /** What was found of an object has changed; named as in {@code Finding.object}. */
  void judge(String object);

  /** Time has passed: what was not well may have become better or worse by it. */
  void tick();

  /** Brings the canvas up to all that was heard. */
  void draw();

  /** Tells the facts of a vertex that is there. */
  void tell(Vertex vertex, Sheet sheet);

  /** Tells the facts of an edge that is there. */
  void tell(Edge edge, Sheet sheet);
}
