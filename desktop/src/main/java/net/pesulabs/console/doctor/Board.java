package net.pesulabs.console.doctor;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** Where the walkers write what they found, and whom each step is told to. Safe for any thread. */
final class Board {

  private final Instant begun;
  private final Clock clock;
  private final Consumer<Examination> progress;
  private final Map<Target, List<Walk>> walks = new EnumMap<>(Target.class);
  private boolean closed;

  Board(List<Target> targets, Clock clock, Consumer<Examination> progress) {
    this.clock = clock;
    this.begun = clock.instant();
    this.progress = progress;
    targets.forEach(target -> walks.put(target, new ArrayList<>()));
  }

  synchronized void tell() {
    if (!closed) {
      progress.accept(picture(null));
    }
  }

  synchronized List<Walk> begin(Target target, List<Lane> lanes) {
    List<Walk> begun = lanes.stream().map(Walk::new).toList();
    of(target).addAll(begun);
    tell();
    return begun;
  }

  synchronized void asking(Walk walk, HopId id) {
    walk.now = id;
    tell();
  }

  synchronized void found(Walk walk, Hop hop) {
    if (!closed) {
      walk.hops.add(hop);
      tell();
    }
  }

  synchronized void ends(Walk walk, int nextCheck, boolean merelyAway) {
    if (!closed) {
      walk.now = null;
      walk.merelyAway = merelyAway;
      walk.skipRest(nextCheck);
      walk.walked = true;
      tell();
    }
  }

  /** The end: nothing that is still found counts any more. */
  synchronized Examination close() {
    Examination last = picture(clock.instant());
    closed = true;
    progress.accept(last);
    return last;
  }

  private List<Walk> of(Target target) {
    return walks.computeIfAbsent(target, added -> new ArrayList<>());
  }

  private Examination picture(@Nullable Instant ended) {
    return new Examination(
        begun, ended, walks.keySet().stream().map(target -> path(target, ended != null)).toList());
  }

  private Path path(Target target, boolean ended) {
    List<Walk> all = of(target);
    Walk best = null;
    for (Walk walk : all) {
      if (best == null || walk.rank() > best.rank()) {
        best = walk;
      }
    }
    if (best == null) {
      return new Path(target, "", List.of(), null, List.of(), ended);
    }
    boolean walked = ended || all.stream().allMatch(walk -> walk.walked);
    return new Path(target, best.lane.address(), best.hops, best.now, notes(all, best), walked);
  }

  /** What became of the other ways. */
  private static List<Message> notes(List<Walk> all, Walk best) {
    var notes = new ArrayList<Message>();
    for (Walk walk : all) {
      Hop obstacle = walk == best || !walk.walked ? null : walk.obstacle();
      Hop own = best.obstacle();
      boolean same = obstacle != null && own != null && obstacle.text().equals(own.text());
      if (obstacle != null && !same) { // what lies before both ways is said once
        Message by = walk.lane.route().title();
        notes.add(
            obstacle.isBroken()
                ? Msg.doctorNoteWay(by, walk.lane.address(), obstacle.text())
                : Msg.doctorNoteUnknown(by, walk.lane.address(), obstacle.text()));
      }
    }
    boolean told = !notes.isEmpty() && best.walked && best.obstacle() == null;
    if (told && best.lane.route() != Route.OTHER) {
      notes.addFirst(Msg.doctorNoteBy(best.lane.route().title(), best.lane.address()));
    }
    return notes;
  }
}
