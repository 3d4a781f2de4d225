package net.pesulabs.console.page.pods;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Pod;

/**
 * The lines of the table, filtered and in order. A pod's change reaches its own line, and costs the
 * same however many there are; the list tells a change only where a line came, went or moved, at
 * most three a batch. FX thread only.
 */
final class PodList {

  /** From here on it is cheaper to give the table a new list than to tell it each difference. */
  private static final int FEW = 50;

  private static final Comparator<PodRow> BY_INDEX = (a, b) -> Integer.compare(a.index, b.index);

  private final Map<String, PodRow> byUid = new HashMap<>();
  private final Set<PodRow> visible = new HashSet<>();
  private final Set<PodRow> needCare = new HashSet<>();
  private final Set<PodRow> notFine = new HashSet<>();
  private final ObservableList<PodRow> shown = FXCollections.observableArrayList();
  private PodFilter filter = PodFilter.ALL;
  private Comparator<PodRow> order = PodOrder.SEVERITY;
  private boolean arranging;

  void apply(List<Table.Change<Pod>> changes, Instant now) {
    var touched = new ArrayList<PodRow>(changes.size());
    for (Table.Change<Pod> change : changes) {
      Pod pod = change.after();
      PodRow row = byUid.get(change.uid());
      if (row == null && pod != null) {
        row = new PodRow(pod, now);
        byUid.put(change.uid(), row);
      } else if (row != null && pod != null) {
        if (!pod.equals(row.pod())) {
          row.show(pod, now);
        }
      } else if (row != null) {
        byUid.remove(change.uid());
      }
      if (row != null) {
        touched.add(row);
      }
    }
    arrange(touched);
  }

  /** Judges anew what is not fine: time alone makes some of it a problem, or an older one. */
  void judge(Instant now) {
    List<PodRow> judged = List.copyOf(notFine);
    judged.forEach(row -> row.judge(now));
    arrange(judged);
  }

  /** Forgets those that are gone from the cluster, after a time in which it was not followed. */
  void keepOnly(Collection<Pod> pods) {
    Set<String> present = pods.stream().map(Pod::uid).collect(Collectors.toSet());
    List<PodRow> gone =
        byUid.values().stream().filter(row -> !present.contains(row.uid())).toList();
    gone.forEach(row -> byUid.remove(row.uid()));
    arrange(gone);
  }

  void setFilter(PodFilter next) {
    filter = next;
    arrange(List.copyOf(byUid.values()));
  }

  void setOrder(Comparator<PodRow> next) {
    order = next;
    arranging = true;
    sort();
    arranging = false;
  }

  /** Brings counts and list in line with lines that came, changed or went. */
  private void arrange(Collection<PodRow> touched) {
    arranging = true;
    var come = new ArrayList<PodRow>();
    boolean gone = false;
    for (PodRow row : touched) {
      boolean there = byUid.containsKey(row.uid());
      keep(needCare, row, there && row.needsCare());
      keep(notFine, row, there && row.health().severity() != Severity.FINE);
      if (there && filter.test(row)) {
        if (visible.add(row)) {
          come.add(row);
        }
      } else {
        gone |= visible.remove(row);
      }
    }
    boolean few = touched.size() <= FEW;
    if (gone && few) {
      shown.removeIf(row -> !visible.contains(row));
    }
    if (!come.isEmpty() && few) {
      come.sort(order);
      shown.addAll(come);
    }
    if ((gone || !come.isEmpty()) && !few) {
      come.sort(order);
      shown.setAll(merged(come));
    }
    if (gone || !come.isEmpty() || touched.stream().anyMatch(this::isOutOfPlace)) {
      sort();
    }
    arranging = false;
  }

  /** The lines that stay and those that come: each in order, so that thousands cost little. */
  private List<PodRow> merged(List<PodRow> come) {
    var all = new ArrayList<PodRow>(visible.size());
    int next = 0;
    for (PodRow row : shown) {
      if (visible.contains(row)) {
        while (next < come.size() && order.compare(come.get(next), row) < 0) {
          all.add(come.get(next++));
        }
        all.add(row);
      }
    }
    all.addAll(come.subList(next, come.size()));
    return all;
  }

  private static void keep(Set<PodRow> set, PodRow row, boolean member) {
    if (member) {
      set.add(row);
    } else {
      set.remove(row);
    }
  }

  private boolean isOutOfPlace(PodRow row) {
    if (!visible.contains(row)) {
      return false;
    }
    int i = row.index;
    boolean belowGreater = i > 0 && order.compare(shown.get(i - 1), row) > 0;
    boolean aboveLess = i + 1 < shown.size() && order.compare(row, shown.get(i + 1)) > 0;
    return belowGreater || aboveLess;
  }

  /** One permutation at most, which the table's selection follows; none where all is in place. */
  private void sort() {
    // The array's sort makes use of what is in order already; the list's, which tells the
    // permutation, does not, so it is given numbers to compare.
    var ordered = new ArrayList<>(shown);
    ordered.sort(order);
    boolean moved = false;
    for (int i = 0; i < ordered.size(); i++) {
      moved |= ordered.get(i) != shown.get(i);
      ordered.get(i).index = i;
    }
    if (moved) {
      FXCollections.sort(shown, BY_INDEX);
    }
  }

  /** What the table shows. */
  ObservableList<PodRow> shown() {
    return shown;
  }

  /** The line of a pod, where the filter lets it through. */
  Optional<PodRow> line(String uid) {
    return Optional.ofNullable(byUid.get(uid)).filter(visible::contains);
  }

  /** Whether the list is being changed from here, and not by the person. */
  boolean isArranging() {
    return arranging;
  }

  int total() {
    return byUid.size();
  }

  int needingCare() {
    return needCare.size();
  }

  boolean has(PodRow row) {
    return byUid.containsKey(row.uid());
  }
}
