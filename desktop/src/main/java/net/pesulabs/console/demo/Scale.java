package net.pesulabs.console.demo;

/**
 * How large and how restless the pretend cluster is.
 *
 * @param pods in all; 0 for the household's own
 * @param rate pod changes a second, besides what the household does
 */
public record Scale(int pods, double rate) {

  /** The household alone. */
  public static final Scale HOUSEHOLD = new Scale(0, 0);

  /** More would not be believed, and addresses run out. */
  public static final int MOST_PODS = 100_000;

  public static final int MOST_CHANGES = 5_000;

  private static final int LEAST_HISTORY = 1000;
  private static final int SECONDS_REMEMBERED = 120;

  /** As many changes as the history keeps. */
  int history() {
    return LEAST_HISTORY + (int) (Math.max(rate, pods > 0 ? 500 : 0) * SECONDS_REMEMBERED);
  }
}
