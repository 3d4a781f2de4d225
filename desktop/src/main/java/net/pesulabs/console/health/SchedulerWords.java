package net.pesulabs.console.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scheduler's words on why no node fits, such as {@code 0/2 nodes are available: 1 Insufficient
 * memory, 1 node(s) had untolerated taint {gpu: only}. preemption: …}. Each plugin has its own: see
 * <a href="https://github.com/kubernetes/kubernetes/tree/master/pkg/scheduler/framework/plugins">
 * plugins</a>.
 */
record SchedulerWords(List<Reason> reasons) {

  /** What stands in the way. In the order of what is to be mended first. */
  enum Obstacle {
    NODE_DOWN,
    NODE_SHORT,
    VOLUME,
    RESOURCES,
    PORTS,
    CORDON,
    TAINT,
    AFFINITY
  }

  /**
   * One of the reasons.
   *
   * @param detail the resource, taint or claim; empty where none is named
   */
  record Reason(Obstacle obstacle, String detail) {}

  private static final Pattern CLAIM = Pattern.compile("persistentvolumeclaim \"([^\"]+)\"");
  private static final Pattern TAINT = Pattern.compile("taint(?:\\(s\\))?(?: \\{([^}]*)\\})?");
  private static final Pattern LACKING = Pattern.compile("Insufficient (\\S+)");

  static SchedulerWords parse(String message) {
    // What follows is whether others could be put out for it.
    String words = message.split("\\. preemption:|\\. no new claims", 2)[0];
    int colon = words.indexOf(": ");
    String list =
        words.contains("nodes are available") && colon >= 0 ? words.substring(colon + 2) : words;
    var reasons = new ArrayList<Reason>();
    for (String part : list.split(", (?![^{]*\\})", -1)) {
      reason(part).ifPresent(reasons::add);
    }
    return new SchedulerWords(List.copyOf(reasons));
  }

  /** What to mend first; empty where nothing of it is understood. */
  Optional<Reason> first() {
    return reasons.stream().min(java.util.Comparator.comparing(Reason::obstacle));
  }

  boolean names(Obstacle obstacle) {
    return reasons.stream().anyMatch(reason -> reason.obstacle == obstacle);
  }

  private static Optional<Reason> reason(String part) {
    Matcher lacking = LACKING.matcher(part);
    if (lacking.find()) {
      return Optional.of(new Reason(Obstacle.RESOURCES, lacking.group(1).replaceAll("\\.$", "")));
    }
    if (part.contains("Too many pods")) {
      return Optional.of(new Reason(Obstacle.RESOURCES, "pods"));
    }
    if (part.toLowerCase(java.util.Locale.ROOT).contains("volume")) {
      Matcher claim = CLAIM.matcher(part);
      return Optional.of(new Reason(Obstacle.VOLUME, claim.find() ? claim.group(1) : ""));
    }
    if (part.contains("free ports")) {
      return Optional.of(new Reason(Obstacle.PORTS, ""));
    }
    if (part.contains("unschedulable")) {
      return Optional.of(new Reason(Obstacle.CORDON, ""));
    }
    Matcher taint = TAINT.matcher(part);
    if (taint.find()) {
      return Optional.of(taint(taint.group(1) == null ? "" : taint.group(1)));
    }
    boolean affinity =
        part.contains("affinity") || part.contains("selector") || part.contains("topology");
    return affinity ? Optional.of(new Reason(Obstacle.AFFINITY, "")) : Optional.empty();
  }

  private static Reason taint(String taint) {
    String name = taint.strip().replaceAll(":\\s*$", "");
    return switch (name) {
      case "node.kubernetes.io/unreachable", "node.kubernetes.io/not-ready" ->
          new Reason(Obstacle.NODE_DOWN, name);
      case "node.kubernetes.io/disk-pressure",
          "node.kubernetes.io/memory-pressure",
          "node.kubernetes.io/pid-pressure" ->
          new Reason(Obstacle.NODE_SHORT, name);
      case "node.kubernetes.io/unschedulable" -> new Reason(Obstacle.CORDON, name);
      default -> new Reason(Obstacle.TAINT, name.replace(": ", "="));
    };
  }
}
