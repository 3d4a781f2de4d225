package net.pesulabs.console.doctor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All paths, as far as they have been walked.
 *
 * @param ended null while it goes on
 * @param paths one a target, in their order
 */
public record Examination(Instant begun, @Nullable Instant ended, List<Path> paths) {

  /** What it comes to. */
  public enum Verdict {
    WALKING,
    OK,
    /** Something answers, and answers with a problem. */
    PROBLEM,
    /** Something cannot be reached, or not be told. */
    UNREACHABLE
  }

  public Examination {
    paths = List.copyOf(paths);
  }

  public Verdict verdict() {
    if (ended == null) {
      return Verdict.WALKING;
    }
    var obstacles = paths.stream().flatMap(path -> path.obstacle().stream()).toList();
    if (obstacles.isEmpty()) {
      boolean untold = paths.stream().anyMatch(path -> path.state() == Path.State.UNKNOWN);
      return untold ? Verdict.UNREACHABLE : Verdict.OK;
    }
    boolean problems = obstacles.stream().allMatch(hop -> hop.isBroken() && hop.id().answers());
    return problems ? Verdict.PROBLEM : Verdict.UNREACHABLE;
  }
}
