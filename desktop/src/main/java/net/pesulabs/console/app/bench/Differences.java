package net.pesulabs.console.app.bench;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import net.pesulabs.console.homelab.cluster.Pod;

/** Compares two pictures of the same pods, field by field. */
public final class Differences {

  private Differences() {}

  /** How many fields differ; a pod that is in one only counts as all of its fields. */
  public static int count(Collection<Pod> one, Collection<Pod> other) {
    Map<String, Pod> left = new HashMap<>();
    one.forEach(pod -> left.put(pod.uid(), pod));
    int fields = Pod.class.getRecordComponents().length;
    int differences = Math.abs(one.size() - left.size()) * fields; // a uid told twice
    for (Pod pod : other) {
      Pod same = left.remove(pod.uid());
      differences += same == null ? fields : same.equals(pod) ? 0 : unequalFields(same, pod);
    }
    return differences + left.size() * fields;
  }

  private static int unequalFields(Pod one, Pod other) {
    int differences = 0;
    try {
      for (RecordComponent component : Pod.class.getRecordComponents()) {
        Object left = component.getAccessor().invoke(one);
        Object right = component.getAccessor().invoke(other);
        differences += Objects.equals(left, right) ? 0 : 1;
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of ours can be read", e);
    }
    return differences;
  }
}
