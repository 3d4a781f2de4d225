package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what stands with what, in an order that depends on names only. */
final class Planner {

  /** The name of the shelf of hardware; no namespace is called so. */
  static final String HARDWARE = "";

  private static final Comparator<Item.Workload> BY_NAME =
      Comparator.comparing((Item.Workload item) -> item.workload().name())
          .thenComparing(item -> item.workload().kind());

  private Planner() {}

  static Plan plan(List<Box> boxes, Collection<Item> items) {
    Map<String, List<String>> hardware = new HashMap<>();
    Map<String, TreeMap<String, List<Item.Workload>>> shelves = new HashMap<>();
    boolean waiting = false;
    for (Item item : items) {
      switch (item) {
        case Item.Hardware h ->
            hardware.computeIfAbsent(h.box(), box -> new ArrayList<>()).add(h.id());
        case Item.Workload w ->
            shelves
                .computeIfAbsent(w.box(), box -> new TreeMap<>())
                .computeIfAbsent(w.namespace(), namespace -> new ArrayList<>())
                .add(w);
        case Item.Unscheduled u -> waiting = true;
        case Item.Place p -> {}
        case Item.Machine m -> {}
      }
    }
    var gateways = new ArrayList<Plan.Frame>();
    var machines = new ArrayList<Plan.Frame>();
    for (Box box : boxes) {
      (box.isGateway() ? gateways : machines)
          .add(frame(box.id(), true, hardware.get(box.id()), shelves.get(box.id())));
    }
    if (waiting) {
      machines.add(frame(Item.UNSCHEDULED, false, null, shelves.get(Item.UNSCHEDULED)));
    }
    return new Plan(gateways, machines);
  }

  private static Plan.Frame frame(
      String id,
      boolean wired,
      @Nullable List<String> hardware,
      @Nullable Map<String, List<Item.Workload>> namespaces) {
    var shelves = new ArrayList<Plan.Shelf>();
    if (hardware != null) {
      shelves.add(new Plan.Shelf(HARDWARE, hardware.stream().sorted().toList()));
    }
    if (namespaces != null) {
      namespaces.forEach((namespace, workloads) ->
          shelves.add(
              new Plan.Shelf(
                  namespace, workloads.stream().sorted(BY_NAME).map(Item.Workload::id).toList())));
    }
    return new Plan.Frame(id, wired, shelves);
  }
}
