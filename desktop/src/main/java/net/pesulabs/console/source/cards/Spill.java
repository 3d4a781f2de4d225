package net.pesulabs.console.source.cards;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import net.pesulabs.console.homelab.Card;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of the machine's memory a card uses because its own is full. A card always uses some,
 * which is no spill: its own level is the least seen while there was room. What is above that while
 * there is none was put there, by the driver or by a program, for want of room (amdgpu moves
 * buffers to GTT where VRAM does not hold them: docs.kernel.org/gpu/amdgpu/driver-core.html). For
 * one thread.
 */
public final class Spill {

  private static final long MIB = 1L << 20;
  private static final double FULL_PERCENT = 95;

  /** A card that spills is not cured because a few buffers left it. */
  private static final double ROOM_AGAIN_PERCENT = 90;

  /** Programs come and go within this, and it is no more than a frame or two of a desktop. */
  private static final long NOTEWORTHY = 256 * MIB;

  /**
   * More than a card uses of the machine's memory beside a desktop. For one that was full when it
   * was first seen, only what is above this is surely a spill: the figure is then the least that
   * can be.
   */
  private static final long MOST_LEVEL = 1024 * MIB;

  /** Ten minutes of samples five seconds apart: buffers that were put out do not return at once. */
  private static final int WINDOW = 120;

  private final Map<String, Seen> cards = new HashMap<>();

  /**
   * Takes one more sample of a card, and says how much of {@code gttUsed} is there for want of
   * room: 0 where that is nothing, or too little to tell.
   *
   * @param vram its own memory; null where not told, and then there is no telling
   */
  public long bytes(String card, Card.@Nullable Vram vram, long gttUsed) {
    if (vram == null) {
      return 0;
    }
    Seen seen = cards.computeIfAbsent(card, id -> new Seen());
    boolean full = vram.percent() > (seen.spills ? ROOM_AGAIN_PERCENT : FULL_PERCENT);
    long above = full ? gttUsed - seen.levelAtMost(gttUsed) : 0;
    seen.spills = above >= NOTEWORTHY;
    if (!full) {
      seen.learn(gttUsed);
    }
    return seen.spills ? above : 0;
  }

  /** Forgets the samples of all other cards. */
  public void keepOnly(Collection<String> ids) {
    cards.keySet().retainAll(ids);
  }

  private static final class Seen {
    private final Deque<Long> withRoom = new ArrayDeque<>();
    private long leastWhileFull = Long.MAX_VALUE;
    private boolean spills;

    void learn(long gttUsed) {
      leastWhileFull = Long.MAX_VALUE;
      withRoom.addLast(gttUsed);
      if (withRoom.size() > WINDOW) {
        withRoom.removeFirst();
      }
    }

    /** Less was used while it was full: then the level is no higher than that. */
    long levelAtMost(long gttUsed) {
      leastWhileFull = Math.min(leastWhileFull, gttUsed);
      long learned = withRoom.stream().mapToLong(Long::longValue).min().orElse(MOST_LEVEL);
      return Math.min(learned, leastWhileFull);
    }
  }
}
