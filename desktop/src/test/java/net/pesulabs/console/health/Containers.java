package net.pesulabs.console.health;

import java.time.Instant;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Pod.Probes;
import org.jspecify.annotations.Nullable;

/** Containers to judge. */
final class Containers {

  private final String name;
  private String image = "registry.example/web:1";
  private boolean init;
  private String state = "running";
  private @Nullable String reason;
  private @Nullable String message;
  private @Nullable Integer exit;
  private @Nullable Instant since = Pods.CREATED;
  private @Nullable String lastReason;
  private @Nullable Integer lastExit;
  private boolean ready;
  private boolean started = true;
  private int restarts;
  private @Nullable Long limit;
  private Probes probes = Probes.NONE;

  private Containers(String name) {
    this.name = name;
  }

  /** Running, and not ready. */
  static Containers container(String name) {
    return new Containers(name);
  }

  Containers image(String value) {
    image = value;
    return this;
  }

  Containers init() {
    init = true;
    return this;
  }

  Containers ready() {
    ready = true;
    return this;
  }

  Containers notStarted() {
    started = false;
    return this;
  }

  Containers waiting(String why, @Nullable String words) {
    state = "waiting";
    reason = why;
    message = words;
    since = null;
    return this;
  }

  Containers terminated(String why, int code) {
    state = "terminated";
    reason = why;
    exit = code;
    return this;
  }

  Containers last(@Nullable String why, @Nullable Integer code) {
    lastReason = why;
    lastExit = code;
    return this;
  }

  Containers restarts(int value) {
    restarts = value;
    return this;
  }

  Containers limit(long bytes) {
    limit = bytes;
    return this;
  }

  Containers probes(
      @Nullable String startup, @Nullable String liveness, @Nullable String readiness) {
    probes = new Probes(startup, liveness, readiness);
    return this;
  }

  Pod.Container build() {
    return new Pod.Container(
        name,
        image,
        init,
        false,
        state,
        reason,
        message,
        exit,
        since,
        lastReason,
        lastExit,
        ready,
        started,
        restarts,
        limit,
        probes,
        0);
  }
}
