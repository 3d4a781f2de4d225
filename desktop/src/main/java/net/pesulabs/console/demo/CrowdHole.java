package net.pesulabs.console.demo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What of a pod's text is its own, as {@code @name@} in a template. */
enum CrowdHole {
  NAME(CrowdPod::name),
  NAMESPACE(CrowdPod::namespace),
  APP(CrowdPod::app),
  UID(CrowdPod::uid),
  OWNER(pod -> pod.name().substring(0, pod.name().lastIndexOf('-'))),
  OWNERUID(pod -> "5eed" + pod.uid().substring(4, 24) + "%012x".formatted(pod.app().hashCode())),
  HASH(pod -> pod.name().substring(pod.app().length() + 1, pod.name().lastIndexOf('-'))),
  NODE(CrowdPod::node),
  HOSTIP(pod -> CrowdNodes.ip(pod.node())),
  PODIP(pod ->
      "10.%d.%d.%d"
          .formatted(43 + (pod.number() >> 16), pod.number() >> 8 & 255, pod.number() & 255)),
  CREATED(pod -> Json.time(pod.created())),
  SINCE(pod -> Json.time(pod.since())),
  ENDED(pod -> Json.time(pod.since().minusSeconds(2))),
  RESTARTS(pod -> Integer.toString(pod.restarts())),
  CONTAINER(pod -> "%08x".formatted(pod.number() * 31 + pod.restarts()).repeat(8)),
  VERSION(pod -> Long.toString(pod.version()));

  /** A hole within a text, or, as {@code "@#restarts@"}, in place of a number. */
  static final Pattern PATTERN = Pattern.compile("@([a-z]+)@|\"@#([a-z]+)@\"");

  private final Function<CrowdPod, String> text;

  CrowdHole(Function<CrowdPod, String> text) {
    this.text = text;
  }

  String text(CrowdPod pod) {
    return text.apply(pod);
  }

  static CrowdHole named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
