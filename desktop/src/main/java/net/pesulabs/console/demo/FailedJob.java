package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Stream;

/** A job that was tried three times and given up. */
final class FailedJob {

  static final String NAMESPACE = "databases";
  static final String NAME = "postgresql-restore-test";

  private static final int RETRIES = 2;
  private static final String GIVEN_UP = "Job has reached the specified backoff limit";

  private FailedJob() {}

  static void write(ObjectStore store, Names names, Happenings happenings, Instant now) {
    Instant started = now.minusSeconds(95);
    ObjectNode job = store.put(Resource.JOBS, job(names, started, now));
    int backOff = 0;
    for (int i = 0; i <= RETRIES; i++) { // after 10 seconds and after 20, as the controller does
      backOff += 10 * i;
      store.put(Resource.PODS, pod(names, job, started.plusSeconds(i * 12L + backOff)));
    }
    happenings.tell(
        Resource.JOBS, job, "job-controller", "Warning", "BackoffLimitExceeded", GIVEN_UP, now);
  }

  private static ObjectNode pod(Names names, ObjectNode job, Instant begun) {
    ObjectNode pod =
        Pods.create(
            Resource.JOBS,
            job,
            NAME + "-" + names.suffix(),
            job.at("/spec/template"),
            names,
            begun);
    PodStatus.scheduled(pod, Nodes.ASUNA, begun);
    PodStatus.creating(pod, begun);
    PodStatus.running(pod, names, begun.plusSeconds(2));
    PodStatus.failed(pod, 1, begun.plusSeconds(9));
    return pod;
  }

  private static ObjectNode job(Names names, Instant started, Instant now) {
    ObjectNode pod =
        Workload.deployment(NAMESPACE, NAME, Nodes.ASUNA)
            .image("restore", "docker.io/library/postgres:17.6")
            .secretEnv("PGPASSWORD", "postgresql-auth", "password")
            .podSpec();
    pod.put("restartPolicy", "Never");
    Obj metadata = Meta.of(names, NAMESPACE, NAME, started).with("generation", 1);
    String uid = metadata.path("uid").asText();
    ObjectNode labels =
        Json.object()
            .with("batch.kubernetes.io/controller-uid", uid)
            .with("batch.kubernetes.io/job-name", NAME)
            .with("controller-uid", uid)
            .with("job-name", NAME);
    ObjectNode selector = Json.object("batch.kubernetes.io/controller-uid", uid);
    ObjectNode job =
        Json.object()
            .with("metadata", metadata.with("labels", labels))
            .with(
                "spec",
                Json.object()
                    .with("parallelism", 1)
                    .with("completions", 1)
                    .with("backoffLimit", RETRIES)
                    .with("selector", Json.object("matchLabels", selector))
                    .with(
                        "template",
                        Json.object(
                            "metadata", Json.object("labels", labels.deepCopy()), "spec", pod))
                    .with("completionMode", "NonIndexed")
                    .with("suspend", false)
                    .with("podReplacementPolicy", "TerminatingOrFailed"))
            .with(
                "status",
                Json.object()
                    .with(
                        "conditions",
                        Json.arrayOf(
                            Stream.of("FailureTarget", "Failed")
                                .map(type -> condition(type, now))
                                .toList()))
                    .with("startTime", started)
                    .with("failed", RETRIES + 1)
                    .with("terminating", 0)
                    .with("uncountedTerminatedPods", Json.object())
                    .with("ready", 0));
    ManagedFields.addUsual(job, Resource.JOBS, started);
    return job;
  }

  private static ObjectNode condition(String type, Instant now) {
    return Json.object()
        .with("type", type)
        .with("status", "True")
        .with("lastProbeTime", now)
        .with("lastTransitionTime", now)
        .with("reason", "BackoffLimitExceeded")
        .with("message", GIVEN_UP);
  }
}
