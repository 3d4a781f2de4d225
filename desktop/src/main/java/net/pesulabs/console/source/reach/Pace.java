package net.pesulabs.console.source.reach;

import java.time.Duration;

/**
 * How soon and how often ways are tried.
 *
 * @param survey how often every way is tried while all is well
 * @param restless how often after something happened
 * @param restlessness for how long after that
 * @param weary how often while nothing answers for long: somebody has switched it off
 * @param unheard after how much silence the way in use is tried
 * @param patience how long the way in use may take to answer before another one counts
 * @param verdict how long a source waits for another way before it says that there is none
 * @param stagger how long after one attempt the next begins
 * @param limit the most an attempt may take
 * @param grace how long after that it is given up: one that ends by itself says better why
 */
public record Pace(
    Duration survey,
    Duration restless,
    Duration restlessness,
    Duration weary,
    Duration unheard,
    Duration patience,
    Duration verdict,
    Duration stagger,
    Duration limit,
    Duration grace) {

  /** That of a house. */
  public static final Pace USUAL =
      new Pace(
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          // Sources that somebody looks at hear something every two seconds.
          Duration.ofMillis(2400),
          Duration.ofSeconds(1),
          Duration.ofMillis(1500),
          Duration.ofMillis(250), // RFC 8305, 8: "Connection Attempt Delay"
          // A relay of the tailnet that was asleep may need some seconds for its first packet.
          Duration.ofSeconds(4),
          Duration.ofMillis(500));
}
