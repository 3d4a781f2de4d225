package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A container's status while its pod is read. Lives as long as the parsing of one pod. */
final class ContainerFacts {

  /**
   * A state of a container.
   *
   * @param kind {@code waiting}, {@code running}, {@code terminated}, or {@code none}
   * @param exitCode of a terminated one, as {@code signal} and {@code finished} are
   */
  record State(
      String kind,
      String reason,
      @Nullable String message,
      int exitCode,
      int signal,
      @Nullable Instant started,
      @Nullable Instant finished) {

    static final State NONE = new State("none", "", null, 0, 0, null, null);

    /** When a running one was started, when a terminated one ended. */
    @Nullable Instant since() {
      return terminated() ? finished : started;
    }

    boolean waiting() {
      return kind.equals("waiting");
    }

    boolean running() {
      return kind.equals("running");
    }

    boolean terminated() {
      return kind.equals("terminated");
    }
  }

  /** A termination message may be 4 KiB; what people read of it is its beginning. */
  private static final int LONGEST_MESSAGE = 1000;

  String name = "";
  boolean ready;
  boolean started;
  int restarts;
  State state = State.NONE;
  State last = State.NONE;

  static ContainerFacts read(JsonParser in) throws IOException {
    var facts = new ContainerFacts();
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "name" -> facts.name = Fields.shared(value);
            case "ready" -> facts.ready = Fields.isTrue(value);
            case "started" -> facts.started = Fields.isTrue(value);
            case "restartCount" -> facts.restarts = Fields.integer(value);
            case "state" -> facts.state = readState(value);
            case "lastState" -> facts.last = readState(value);
            default -> {
              // image, imageID, containerID, resources, volumeMounts
            }
          }
        });
    return facts;
  }

  private static State readState(JsonParser in) throws IOException {
    State[] found = {State.NONE};
    Fields.each(in, (kind, value) -> found[0] = readState(kind.intern(), value));
    return found[0];
  }

  private static State readState(String kind, JsonParser in) throws IOException {
    String[] texts = {"", null};
    int[] numbers = {0, 0};
    Instant[] times = {null, null};
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "reason" -> texts[0] = Fields.shared(value);
            case "message" -> texts[1] = shorten(Fields.text(value));
            case "exitCode" -> numbers[0] = Fields.integer(value);
            case "signal" -> numbers[1] = Fields.integer(value);
            case "startedAt" -> times[0] = Fields.time(value);
            case "finishedAt" -> times[1] = Fields.time(value);
            default -> {
              // containerID
            }
          }
        });
    return new State(kind, texts[0], texts[1], numbers[0], numbers[1], times[0], times[1]);
  }

  private static @Nullable String shorten(@Nullable String message) {
    return message == null || message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "…";
  }
}
