package net.pesulabs.console.source.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Objects;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster's reading and those of its kinds are worth: live only while the server answers
 * and the tables follow it. Safe for any thread.
 */
final class ClusterState {

  /** The server tells its time in whole seconds, and the way takes some. */
  private static final Duration SAME_TIME = Duration.ofSeconds(2);

  private record Followed(Objects<?> objects, KindState state) {}

  private final Cell<Reading<Cluster>> cell;
  private Origin origin;
  private Origin asked;
  private final List<Cluster.Certificate> ownCertificates;
  private final Clock clock;
  private final Map<Kind<?>, Followed> kinds = new LinkedHashMap<>();
  private List<Cluster.Certificate> serverCertificates = List.of();
  private @Nullable Duration clockAhead;
  private @Nullable String version;
  private @Nullable Instant heard;
  private @Nullable Message silence;
  private boolean closed;

  /**
   * The state of one connection.
   *
   * @param certificates those the kubeconfig brings
   */
  ClusterState(
      Cell<Reading<Cluster>> cell,
      Origin origin,
      List<Cluster.Certificate> certificates,
      Clock clock) {
    this.cell = cell;
    this.origin = origin;
    this.asked = origin;
    this.ownCertificates = certificates;
    this.clock = clock;
    publish();
  }

  /** A kind that counts from now on. */
  synchronized void follow(Objects<?> objects) {
    kinds.put(objects.kind(), new Followed(objects, new KindState(objects.kind(), clock)));
    publish();
  }

  /** A kind that no longer counts: what was in its table is forgotten. */
  void unfollow(Kind<?> kind) {
    Followed gone;
    synchronized (this) {
      gone = closed ? null : kinds.remove(kind);
      publish();
    }
    if (gone != null) { // outside, for those who hear of it may come back here
      gone.objects.forget();
    }
  }

  /** The listener of one scope of a kind. */
  Reflector.Listener scope(Kind<?> kind, String scope) {
    change(kind, state -> state.add(scope));
    return new Reflector.Listener() {
      @Override
      public void begun() {
        change(kind, state -> state.begun(scope));
      }

      @Override
      public void listed() {
        change(kind, state -> state.listed(scope));
      }

      @Override
      public void current() {
        change(kind, state -> state.current(scope));
      }

      @Override
      public void behind(Trouble trouble, boolean serious) {
        change(kind, state -> state.behind(scope, trouble, serious));
      }
    };
  }

  void dropScope(Kind<?> kind, String scope) {
    change(kind, state -> state.drop(scope));
  }

  void columns(Kind<?> kind, List<Coverage.Column> columns) {
    change(kind, state -> state.columns(columns));
  }

  private synchronized void change(Kind<?> kind, Consumer<KindState> change) {
    Followed followed = kinds.get(kind);
    if (followed != null) {
      change.accept(followed.state);
      publish();
    }
  }

  /** The server has answered. */
  synchronized void beat(String serverVersion, Api.Head head) {
    version = serverVersion;
    heard = clock.instant();
    silence = null;
    origin = asked;
    serverCertificates = head.certificates().stream().limit(1).map(Certificates::ofServer).toList();
    if (head.date() != null) {
      tellTime(Duration.between(heard, head.date()));
    }
    publish();
  }

  /** Told again only where it differs by more than it may by chance. */
  private void tellTime(Duration ahead) {
    Duration told = clockAhead;
    if (told == null || told.minus(ahead).abs().compareTo(SAME_TIME) > 0) {
      clockAhead =
          ahead.abs().compareTo(SAME_TIME) <= 0
              ? Duration.ZERO
              : Duration.ofSeconds(ahead.toSeconds());
    }
  }

  /**
   * It is the same cluster that is asked, by another way. What was heard was not heard that way, so
   * a live reading keeps its own until this one has answered or not.
   */
  synchronized void by(Origin way) {
    asked = way;
    if (heard == null || silence != null) {
      origin = way;
      publish();
    }
  }

  /** The server has not answered. */
  synchronized void silent(Message why) {
    origin = asked;
    silence = why;
    publish();
  }

  /** Nothing is published after this returns. */
  synchronized void close() {
    closed = true;
  }

  private void publish() {
    if (!closed) {
      Instant now = clock.instant();
      kinds
          .values()
          .forEach(
              each -> each.objects.coverage().set(each.state.reading(origin, heard, silence, now)));
      cell.set(reading(now));
    }
  }

  private Reading<Cluster> reading(Instant now) {
    List<KindState> counted =
        kinds.entrySet().stream()
            .filter(each -> Kind.KNOWN.contains(each.getKey()))
            .map(each -> each.getValue().state)
            .toList();
    Message lag = counted.stream().flatMap(each -> each.lag(now).stream()).findFirst().orElse(null);
    Message why = silence == null ? lag : silence;
    Optional<Message> blind =
        Optional.ofNullable(kinds.get(Kind.PODS))
            .flatMap(pods -> pods.state.outOfSight())
            .map(Trouble::why);
    boolean begun = counted.stream().anyMatch(KindState::isBegun);
    if (version == null || heard == null || !begun || (blind.isPresent() && why == null)) {
      return new Reading.Unknown<>(origin, why != null ? why : blind.orElse(Msg.readingWaiting()));
    }
    var cluster =
        new Cluster(
            version,
            counted.stream().allMatch(KindState::isSettled),
            missing(),
            certificates(),
            clockAhead);
    if (why == null) {
      return new Reading.Live<>(cluster, origin, heard);
    }
    // As old as the part of it that was left behind first.
    Instant at =
        counted.stream()
            .flatMap(each -> each.lagSince(now).stream())
            .min(Comparator.naturalOrder())
            .filter(heard::isAfter)
            .orElse(heard);
    return new Reading.Stale<>(cluster, origin, at, why);
  }

  private List<Cluster.MissingRight> missing() {
    return kinds.entrySet().stream()
        .filter(each -> each.getValue().state.isForbidden())
        .map(each ->
            new Cluster.MissingRight(
                each.getKey().qualified(), each.getValue().state.outOfSight().isPresent()))
        .distinct() // events are followed in two ways
        .toList();
  }

  private List<Cluster.Certificate> certificates() {
    var all = new ArrayList<>(ownCertificates);
    all.addAll(serverCertificates);
    return List.copyOf(all);
  }
}
