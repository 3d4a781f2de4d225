package net.pesulabs.console.demo;

import org.jspecify.annotations.Nullable;

/** How a pod of the crowd is. */
enum CrowdState {
  READY("Running", "Running", 2, true, null),
  NOT_READY("Running", "Running", 1, true, null),
  CRASHING("Running", "CrashLoopBackOff", 1, false, "CrashLoopBackOff"),
  NO_IMAGE("Pending", "ImagePullBackOff", 1, false, "ImagePullBackOff"),
  PENDING("Pending", "Pending", 0, false, null),
  DONE("Succeeded", "Completed", 0, false, null);

  private final String phase;
  private final String word;
  private final int readyContainers;
  private final boolean runs;
  private final @Nullable String waiting;

  CrowdState(
      String phase, String word, int readyContainers, boolean runs, @Nullable String waiting) {
    this.phase = phase;
    this.word = word;
    this.readyContainers = readyContainers;
    this.runs = runs;
    this.waiting = waiting;
  }

  String phase() {
    return phase;
  }

  /** As kubectl's column STATUS says it. */
  String word() {
    return word;
  }

  /** Of its two. */
  int readyContainers() {
    return readyContainers;
  }

  /** Whether its main container runs. */
  boolean runs() {
    return runs;
  }

  /** Why its main container waits; null where it does not. */
  @Nullable String waiting() {
    return waiting;
  }
}
