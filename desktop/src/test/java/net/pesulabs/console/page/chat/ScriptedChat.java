package net.pesulabs.console.page.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.chat.ChatServer;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.Turn;

/** A model server that says what the test tells it to, on a thread of its own as a real one. */
final class ScriptedChat implements ChatServer, AutoCloseable {

  /** One question it was asked. */
  final class Ask {
    final List<Turn> turns;
    private final Consumer<ReplyEvent> listener;
    volatile boolean closed;

    Ask(List<Turn> turns, Consumer<ReplyEvent> listener) {
      this.turns = List.copyOf(turns);
      this.listener = listener;
    }

    /** Says this, and returns once the listener heard it. */
    void say(ReplyEvent... events) {
      var heard = new CountDownLatch(1);
      network.execute(() -> {
        for (ReplyEvent event : events) {
          listener.accept(event);
        }
        heard.countDown();
      });
      try {
        if (!heard.await(10, TimeUnit.SECONDS)) {
          throw new AssertionError("the listener does not return");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private final ExecutorService network =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("network").factory());
  final List<Ask> asks = new CopyOnWriteArrayList<>();

  @Override
  public Subscription ask(List<Turn> conversation, Consumer<ReplyEvent> listener) {
    var ask = new Ask(conversation, listener);
    asks.add(ask);
    return () -> ask.closed = true;
  }

  Ask last() {
    return asks.getLast();
  }

  @Override
  public void close() {
    network.shutdownNow();
  }
}
