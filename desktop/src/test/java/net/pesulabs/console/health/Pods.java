package net.pesulabs.console.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import org.jspecify.annotations.Nullable;

/** Pods to judge: a healthy one, and what is changed about it. */
final class Pods {

  static final Instant CREATED = Instant.parse("2026-11-23T11:00:00Z");

  private String phase = "Running";
  private boolean ready = true;
  private @Nullable String reason;
  private @Nullable String unscheduled;
  private @Nullable Instant deleting;
  private Instant created = CREATED;
  private @Nullable Instant lastRestart;
  private final List<Pod.Container> containers = new ArrayList<>();

  static Pods pod() {
    return new Pods();
  }

  Pods phase(String value) {
    phase = value;
    ready = value.equals("Running") && ready;
    return this;
  }

  Pods notReady() {
    ready = false;
    return this;
  }

  Pods reason(String value) {
    reason = value;
    return this;
  }

  Pods unscheduled(String value) {
    unscheduled = value;
    return phase("Pending");
  }

  Pods deleting(Instant value) {
    deleting = value;
    return this;
  }

  Pods created(Instant value) {
    created = value;
    return this;
  }

  Pods waiting(String why, int restarts, @Nullable String lastReason, @Nullable Integer lastExit) {
    containers.add(
        Rows.container(
            "web",
            "registry/web:1",
            false,
            false,
            "waiting",
            why,
            "back-off",
            null,
            lastReason,
            lastExit,
            false,
            restarts));
    return notReady();
  }

  Pods runningAgain(int restarts, Instant ended) {
    lastRestart = ended;
    containers.add(
        Rows.container(
            "web",
            "registry/web:1",
            false,
            false,
            "running",
            null,
            null,
            null,
            "Error",
            1,
            true,
            restarts));
    return this;
  }

  Pods terminated(String why, int exit, int restarts) {
    containers.add(
        Rows.container(
            "web",
            "registry/web:1",
            false,
            false,
            "terminated",
            why,
            null,
            exit,
            null,
            null,
            false,
            restarts));
    return notReady();
  }

  Pod build() {
    return Rows.pod(
        "uid-1",
        "apps",
        "web-0",
        phase,
        phase,
        "asuna",
        "10.42.0.7",
        false,
        new WorkloadName("StatefulSet", "web"),
        ready ? 1 : 0,
        1,
        0,
        lastRestart,
        reason,
        null,
        unscheduled,
        ready,
        created,
        created,
        deleting,
        containers);
  }
}
