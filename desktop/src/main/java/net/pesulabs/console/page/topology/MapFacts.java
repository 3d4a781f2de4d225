package net.pesulabs.console.page.topology;

import java.util.Optional;
import java.util.function.Consumer;
import net.pesulabs.console.page.topology.graph.Details;
import net.pesulabs.console.page.topology.graph.Graph;
import net.pesulabs.console.page.topology.graph.HouseMap;
import net.pesulabs.console.page.topology.graph.Layer;

/** What the drawing needs of the facts; see {@link HouseMap}. FX thread only. */
interface MapFacts {

  Graph graph();

  void show(Layer layer);

  void onChange(Consumer<Graph.Changes> listener);

  Optional<Details> details(String id);

  static MapFacts of(HouseMap map) {
    return new MapFacts() {
      @Override
      public Graph graph() {
        return map.graph();
      }

      @Override
      public void show(Layer layer) {
        map.show(layer);
      }

      @Override
      public void onChange(Consumer<Graph.Changes> listener) {
        map.onChange(listener); // as long as the page lives, which is as long as the map does
      }

      @Override
      public Optional<Details> details(String id) {
        return map.details(id);
      }
    };
  }
}
