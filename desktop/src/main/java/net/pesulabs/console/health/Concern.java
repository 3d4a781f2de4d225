package net.pesulabs.console.health;

import java.util.List;

/**
 * Something to mend: the finding that leads to it, and those that will go with it. One node down is
 * one concern, whatever was running there.
 *
 * @param id of what is to be mended, such as {@code node/pesubuntu} or {@code deployment/apps/n8n}
 * @param severity the worst of all its findings
 * @param leading the one nearest to the cause
 * @param folded what the others are, those nearest to the cause first
 */
public record Concern(String id, Severity severity, Finding leading, List<Folded> folded) {

  /**
   * Findings of one cause within a concern.
   *
   * @param first the worst and oldest of them
   * @param objects what they are about, at most {@value Group#MOST_OBJECTS}
   * @param count how many they are
   */
  public record Folded(Finding first, List<String> objects, int count) {}

  /** One that nothing goes with. */
  public static Concern of(String id, Finding finding) {
    return new Concern(id, finding.severity(), finding, List.of());
  }

  /** How many findings there are beside the leading one. */
  public int foldedCount() {
    return folded.stream().mapToInt(Folded::count).sum();
  }

  /** Whether it is that this login may not see all there is, so that nobody can say all is well. */
  public boolean isBlindSpot() {
    return leading.cause().equals(ClusterAccessHealth.MISSING_RIGHT);
  }
}
