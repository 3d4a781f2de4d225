package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The pods where they run: by namespace on each machine, or with those that no machine has taken. A
 * pod's change touches the pod and the groups it is and was in.
 */
final class Tenants {

  /** A namespace as far as it is in a frame. */
  private record Slot(String frame, String namespace) {}

  private final Desk desk;
  private final Function<String, String> frameOf;
  private final Function<Pod, Stream<String>> groupsOf;
  private final Machines machines = new Machines();
  private final PodBook book;
  private final Tallies tallies = new Tallies();
  private final Map<String, Slot> slots = new HashMap<>();
  private final Set<String> touched = new LinkedHashSet<>();
  private House house;
  private boolean moved = true;

  /** Why the cluster was not heard when the pods were last placed; null where it was. */
  private @Nullable Message silence;

  /**
   * The pods of a house.
   *
   * @param frameOf the id of what holds the namespaces of a machine, by the machine's id
   * @param groupsOf what else a pod counts for
   */
  Tenants(
      Desk desk,
      House house,
      Function<String, String> frameOf,
      Function<Pod, Stream<String>> groupsOf) {
    this.desk = desk;
    this.house = house;
    this.frameOf = frameOf;
    this.groupsOf = groupsOf;
    this.book = new PodBook(desk.health(), desk.now());
  }

  PodBook book() {
    return book;
  }

  Machines machines() {
    return machines;
  }

  Tallies tallies() {
    return tallies;
  }

  void look(House now) {
    house = now;
    moved = true;
  }

  /** The nodes have changed. */
  void nodesChanged() {
    moved = true;
  }

  void podsChanged(List<Table.Change<Pod>> changes) {
    book.apply(changes).forEach(this::place);
    moved |= machines.hasStrays() || book.nodes().stream().anyMatch(node -> !machines.knows(node));
  }

  /** Takes over what was found of a pod or node. */
  void judge(String object) {
    if (book.judge(object)) {
      place(object);
    }
    moved |= object.startsWith("node/");
  }

  void tick() {
    if (house.seesCluster()) {
      book.unwell().stream().filter(book::judge).forEach(this::place);
    }
  }

  /**
   * Finds out which machines there are, if they or what is known of them may have changed.
   *
   * @return whether that was so, and they are to be drawn again
   */
  boolean settle() {
    boolean was = moved;
    if (moved) {
      moved = false;
      boolean others = machines.look(house.profile(), desk.homelab().nodes().all(), book.nodes());
      if (others || !Objects.equals(silence, house.silence())) {
        silence = house.silence();
        book.ids().forEach(this::place);
        tallies.touchAll();
      }
    }
    return was;
  }

  /** The pods that may look different since the last call. */
  Set<String> drain() {
    var drained = new LinkedHashSet<>(touched);
    touched.clear();
    return drained;
  }

  /** The id of the namespace on a machine that a pod stands in. */
  String slotOf(Pod pod) {
    return Ids.namespaceOn(machineOf(pod), pod.namespace());
  }

  private String machineOf(Pod pod) {
    return pod.node() == null ? Ids.UNSCHEDULED : machines.idOf(pod.node());
  }

  /** Counts a pod where it is, or nowhere once it is gone. */
  private void place(String id) {
    touched.add(id);
    Pod pod = book.get(id);
    if (pod == null) {
      tallies.remove(id);
      return;
    }
    String machine = machineOf(pod);
    String frame = pod.node() == null ? Ids.UNSCHEDULED : frameOf.apply(machine);
    String slot = slotOf(pod);
    slots.put(slot, new Slot(frame, pod.namespace()));
    var groups = new ArrayList<String>();
    Stream.concat(Stream.of(slot, frame, machine), groupsOf.apply(pod))
        .distinct()
        .forEach(groups::add);
    tallies.put(id, groups, book.share(id, house));
  }

  /** Draws those of these groups that are namespaces on a machine, or what holds the waiting. */
  void draw(Set<String> groups, int rank) {
    if (groups.contains(Ids.UNSCHEDULED)) {
      drawGroup(Ids.UNSCHEDULED, Vertex.Sort.UNSCHEDULED, null, rank, Msg.topologyUnscheduled());
    }
    for (String id : groups) {
      Slot slot = slots.get(id);
      if (slot != null) {
        drawGroup(id, Vertex.Sort.NAMESPACE, slot.frame, 0, Localized.verbatim(slot.namespace));
        if (tallies.isEmpty(id)) {
          slots.remove(id);
        }
      }
    }
  }

  private void drawGroup(
      String id, Vertex.Sort sort, @Nullable String parent, int rank, Localized title) {
    if (tallies.isEmpty(id)) {
      desk.canvas().remove(id);
    } else {
      Localized count = Msg.topologyPodCount(tallies.count(id));
      desk.canvas().put(group(id, sort, parent, rank, title, count));
    }
  }

  /** A group of pods as it stands. */
  Vertex group(
      String id,
      Vertex.Sort sort,
      @Nullable String parent,
      int rank,
      Localized title,
      Localized subtitle) {
    Vertex.Tally tally = tallies.of(id);
    return new Vertex(
        id,
        sort,
        parent,
        rank,
        title,
        subtitle,
        Words.health(tallies.worst(id), tally, house),
        house.seesCluster(),
        tally);
  }
}
