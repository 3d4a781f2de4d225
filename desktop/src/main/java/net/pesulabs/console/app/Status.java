package net.pesulabs.console.app;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.PodHealth;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * The live picture at one moment, as the status command prints it.
 *
 * @param hardware what was found of the graphics cards and of the machine that has them
 */
record Status(
    Instant at,
    Language language,
    Profile profile,
    LiveHomelab homelab,
    List<Concern> concerns,
    List<Finding> hardware,
    Verdict verdict) {

  /** The answer in one word, and what it tells a script. */
  enum Verdict {
    HEALTHY(ExitCode.HEALTHY, Msg.statusHealthy()),
    PROBLEMS(ExitCode.PROBLEMS, Msg.statusProblems()),
    UNREACHABLE(ExitCode.UNREACHABLE, Msg.statusUnreachable());

    private final int exitCode;
    private final Message title;

    Verdict(int exitCode, Message title) {
      this.exitCode = exitCode;
      this.title = title;
    }

    int exitCode() {
      return exitCode;
    }

    Message title() {
      return title;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Status of(Session session) {
    LiveHomelab homelab = session.wiring().homelab();
    List<Concern> concerns = session.wiring().health().sorted();
    Profile profile = session.settings().get().profile();
    return new Status(
        session.clock().instant(),
        session.language(),
        profile,
        homelab,
        concerns,
        session.wiring().health().hardware(),
        verdict(profile, homelab, concerns));
  }

  private static Verdict verdict(Profile profile, LiveHomelab homelab, List<Concern> concerns) {
    boolean unseen = concerns.stream().anyMatch(Concern::isBlindSpot);
    if (unseen
        || !Arrays.stream(Source.values())
            .filter(profile::has)
            .allMatch(source -> homelab.reading(source).get().isLive())) {
      return Verdict.UNREACHABLE;
    }
    boolean problems = concerns.stream().anyMatch(concern -> concern.severity().wantsCare());
    return problems ? Verdict.PROBLEMS : Verdict.HEALTHY;
  }

  /** Pods whose Ready condition holds; one that has done its work is not among them. */
  long podsReady() {
    return homelab.pods().all().stream().filter(Pod::ready).count();
  }

  /** Pods that want care. */
  long podsWithProblem() {
    return homelab.pods().all().stream()
        .filter(pod -> PodHealth.of(pod, at).severity().wantsCare())
        .count();
  }
}
