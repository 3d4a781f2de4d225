package net.pesulabs.console.demo;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on 127.0.0.1 whose port can be closed, so that it refuses, and opened again. Each
 * request runs on a virtual thread. Safe for any thread.
 */
final class Loopback implements AutoCloseable {

  static {
    // Read once by the server's class. Without it small pieces of a stream wait for the
    // acknowledgement of the one before (Nagle), which no real server here does.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpHandler handler;
  private @Nullable SSLContext tls;
  private int port; // 0 until first opened
  private @Nullable HttpServer server;
  private @Nullable ServerSocket silence;
  private @Nullable ExecutorService threads;

  /**
   * A server, not yet open.
   *
   * @param tls null for plain HTTP
   */
  Loopback(HttpHandler handler, @Nullable SSLContext tls) {
    this.handler = handler;
    this.tls = tls;
  }

  /** The address without a path; of a server that was open once. */
  synchronized String url() {
    return (tls == null ? "http" : "https") + "://127.0.0.1:" + port;
  }

  /** Listens, on the same port as before; does nothing where it already does. */
  synchronized void open() {
    if (server != null) {
      return;
    }
    endSilence();
    try {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
      HttpServer opened = tls == null ? HttpServer.create(address, 0) : secured(address, tls);
      port = opened.getAddress().getPort();
      threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("demo-", 0).factory());
      opened.setExecutor(threads);
      opened.createContext("/", handler);
      opened.start();
      server = opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Cuts every connection, and from now on takes new ones and says nothing, as a network does that
   * one has left.
   */
  synchronized void fallSilent() {
    if (silence != null) {
      return;
    }
    close();
    try {
      var mute = new ServerSocket();
      mute.setReuseAddress(true);
      mute.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      silence = mute;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endSilence() {
    if (silence != null) {
      try {
        silence.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      silence = null;
    }
  }

  /** Shows another certificate from now on; of a server that had one from the beginning. */
  synchronized void showAs(SSLContext other) {
    if (tls != other) {
      boolean wasOpen = server != null;
      close();
      tls = other;
      if (wasOpen) {
        open();
      }
    }
  }

  /** Refuses from now on, and cuts every connection. */
  @Override
  public synchronized void close() {
    endSilence();
    if (server == null || threads == null) {
      return;
    }
    server.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server = null;
    threads = null;
  }

  private static HttpServer secured(InetSocketAddress address, SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return server;
  }
}
