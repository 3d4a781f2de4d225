package net.pesulabs.console.homelab.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a component of the cluster reports about an object. The cluster keeps it for an hour.
 *
 * @param warning whether its type is {@code Warning}
 * @param about the object
 * @param count how often it happened, counted together
 * @param last when it last happened
 * @param reporter the component
 */
public record Event(
    Meta meta,
    boolean warning,
    String reason,
    String message,
    About about,
    int count,
    @Nullable Instant first,
    @Nullable Instant last,
    String reporter)
    implements ClusterObject {

  /**
   * What an event is about.
   *
   * @param field the part of it, such as {@code spec.containers{n8n}}; empty for all of it
   */
  public record About(String kind, String namespace, String name, String uid, String field) {}
}
