package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A job each minute: its pod is made, runs, completes, and goes half a minute later, as with {@code
 * ttlSecondsAfterFinished: 30}.
 */
final class CronRuns {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final ObjectStore store;
  private final Names names;

  CronRuns(ObjectStore store, Names names) {
    this.store = store;
    this.names = names;
  }

  void tick(Instant now) {
    for (ObjectNode cron : store.all(Resource.CRONJOBS)) {
      start(cron, now);
    }
    for (ObjectNode job : store.all(Resource.JOBS)) {
      follow(job, now);
    }
  }

  private void start(ObjectNode cron, Instant now) {
    long minute = now.getEpochSecond() / 60;
    Instant due = Instant.ofEpochSecond(minute * 60);
    if (!Json.timeAt(cron, "/status/lastScheduleTime").isBefore(due)) {
      return;
    }
    String namespace = cron.at("/metadata/namespace").asText();
    String name = cron.at("/metadata/name").asText() + "-" + minute;
    ObjectNode job = store.put(Resource.JOBS, job(cron, namespace, name, now));
    store.put(
        Resource.PODS,
        Pods.create(
            Resource.JOBS, job, name + "-" + names.suffix(), job.at("/spec/template"), names, now));
    store.update(
        ObjectStore.Key.of(Resource.CRONJOBS, cron),
        copy -> {
          copy.withObject("/status").put("lastScheduleTime", Json.time(due));
          return copy;
        });
  }

  private void follow(ObjectNode job, Instant now) {
    String uid = job.at("/metadata/uid").asText();
    boolean done =
        store.all(Resource.PODS).stream()
            .anyMatch(pod ->
                Pods.owner(pod).equals(uid)
                    && pod.at("/status/phase").asText().equals("Succeeded"));
    ObjectStore.Key key = ObjectStore.Key.of(Resource.JOBS, job);
    if (!job.path("status").has("completionTime")) {
      if (done) {
        store.update(key, copy -> complete(copy, now));
      }
    } else if (!now.isBefore(Json.timeAt(job, "/status/completionTime").plus(KEPT))) {
      store.remove(key); // the pod follows, having no owner then
    }
  }

  private ObjectNode job(ObjectNode cron, String namespace, String name, Instant now) {
    String uid = names.uid();
    ObjectNode labels =
        Json.object()
            .with("batch.kubernetes.io/controller-uid", uid)
            .with("batch.kubernetes.io/job-name", name)
            .with("controller-uid", uid)
            .with("job-name", name);
    ObjectNode spec = cron.at("/spec/jobTemplate/spec").deepCopy();
    spec.set(
        "selector",
        Json.object().with("matchLabels", Json.object("batch.kubernetes.io/controller-uid", uid)));
    spec.withObject("/template/metadata/labels").setAll(labels);
    ObjectNode job =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", name)
                    .with("namespace", namespace)
                    .with("uid", uid)
                    .with("generation", 1)
                    .with("creationTimestamp", now)
                    .with("labels", labels.deepCopy())
                    .with("ownerReferences", Json.array(Pods.reference(Resource.CRONJOBS, cron))))
            .with("spec", spec)
            .with(
                "status",
                Json.object()
                    .with("active", 1)
                    .with("startTime", now)
                    .with("terminating", 0)
                    .with("ready", 0));
    ManagedFields.addUsual(job, Resource.JOBS, now);
    return job;
  }

  private static ObjectNode complete(ObjectNode job, Instant now) {
    ObjectNode condition =
        Json.object()
            .with("type", "Complete")
            .with("status", "True")
            .with("lastProbeTime", now)
            .with("lastTransitionTime", now)
            .with("reason", "CompletionsReached")
            .with("message", "Reached expected number of succeeded pods");
    job.set(
        "status",
        Json.object()
            .with("conditions", Json.array(condition))
            .with("startTime", job.at("/status/startTime"))
            .with("completionTime", now)
            .with("succeeded", 1)
            .with("terminating", 0)
            .with("ready", 0));
    return job;
  }
}
