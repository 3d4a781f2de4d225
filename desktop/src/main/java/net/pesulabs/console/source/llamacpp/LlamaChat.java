package net.pesulabs.console.source.llamacpp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.chat.ChatServer;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.source.Access;

/**
 * Talks with llama-server. Each answer has a virtual thread of its own. After it was closed an
 * answer still says {@link ReplyEvent.End#STOPPED}, once the server was told to stop.
 */
public final class LlamaChat implements ChatServer, Subscription {

  /** What telling the server to stop may take; see {@link Reply}. */
  private static final Duration TO_STOP = Duration.ofSeconds(2);

  /** The server is asked for a ping a second, so this is a link that is gone. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final Access access;
  private final Duration longestSilence;
  private final Map<Reply, Thread> open = new ConcurrentHashMap<>();

  /**
   * @param access to the base URL of llama-server, a bad one of which is told when somebody asks;
   *     an answer keeps the way that was in use when it was asked for. Closed by whoever opened it
   */
  public LlamaChat(Access access) {
    this(access, LONGEST_SILENCE);
  }

  LlamaChat(Access access, Duration longestSilence) {
    this.access = access;
    this.longestSilence = longestSilence;
  }

  @Override
  public Subscription ask(List<Turn> conversation, Consumer<ReplyEvent> listener) {
    var reply = new Reply(access, longestSilence, List.copyOf(conversation), listener);
    Thread thread =
        Thread.ofVirtual()
            .name("chat-reply")
            .unstarted(() -> {
              reply.run();
              open.remove(reply);
            });
    open.put(reply, thread);
    thread.start();
    return reply;
  }

  /**
   * Stops every answer, and waits at most two seconds until the server knows: it would go on
   * writing for a program that has ended. Not for the FX thread.
   */
  @Override
  public void close() {
    open.keySet().forEach(Reply::close);
    var end = Instant.now().plus(TO_STOP);
    try {
      for (Thread thread : open.values()) {
        Duration left = Duration.between(Instant.now(), end);
        if (left.isPositive()) {
          thread.join(left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
