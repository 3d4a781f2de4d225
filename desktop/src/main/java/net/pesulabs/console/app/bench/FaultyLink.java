package net.pesulabs.console.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP link over loopback that can be spoiled. What goes over it is not looked at, so TLS stays as
 * it is from end to end. Safe for any thread.
 */
public final class FaultyLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FaultyLink.class);
  private static final int CHUNK = 16 * 1024;
  private static final int QUEUED = 64; // chunks on their way: about what a socket would hold
  private static final int SEGMENT = 1448; // of TCP over Ethernet

  private final InetSocketAddress target;
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private volatile Duration roundTrip = Duration.ZERO;
  private volatile double loss;
  private volatile boolean frozen;
  private volatile @Nullable ServerSocket door;
  private @Nullable Thread doorman;
  private int port; // 0 until first opened

  public FaultyLink(InetSocketAddress target) throws IOException {
    this.target = target;
    open();
  }

  /** Where it is entered, on 127.0.0.1. */
  public synchronized int port() {
    return port;
  }

  /** Ends every connection at once, as a NAT that lost its table; new ones pass. */
  public void cut() {
    pairs.forEach(Pair::close);
  }

  /**
   * From now on nothing passes and nothing is closed. What was connected by then, or tried to
   * connect, stays dead after {@link #thaw}, as after a sleep.
   */
  public void freeze() {
    frozen = true;
    pairs.forEach(pair -> pair.dead = true);
  }

  public void thaw() {
    frozen = false;
  }

  /** Connections are refused, and those there are end. */
  public synchronized void refuse() throws IOException {
    ServerSocket now = door;
    door = null;
    if (now != null) {
      now.close();
    }
    if (doorman != null) {
      // The port is free only once nobody is inside accept any more.
      boolean interrupted = Thread.interrupted();
      try {
        doorman.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    cut();
  }

  /** Listens, on the same port as ever. */
  public final synchronized void open() throws IOException {
    if (door != null) {
      return;
    }
    var opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    port = opened.getLocalPort();
    door = opened;
    doorman = Thread.ofVirtual().name("link-door").start(() -> accept(opened));
  }

  /**
   * A slow link: each piece arrives half a round trip after it was sent. One with a lost segment
   * takes a round trip longer, as with a fast retransmit, and all that is behind it waits for it,
   * as TCP keeps the order. The bandwidth is not limited.
   */
  public void slow(Duration roundTripTime, double shareLost) {
    roundTrip = roundTripTime;
    loss = shareLost;
  }

  private void accept(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket client = opened.accept();
        Thread.ofVirtual().name("link").start(() -> connect(client));
      } catch (IOException e) {
        LOG.debug("the door is closed", e);
      }
    }
  }

  private void connect(Socket client) {
    var pair = new Pair(client, new Socket());
    pairs.add(pair);
    pair.dead = frozen;
    try {
      client.setTcpNoDelay(true);
      pair.server.setTcpNoDelay(true);
      pair.server.connect(target);
      Thread.ofVirtual().start(() -> pair.pump(client, pair.server));
      pair.pump(pair.server, client);
    } catch (IOException e) {
      LOG.debug("the server does not answer", e);
      pair.close();
    }
  }

  @Override
  public void close() throws IOException {
    refuse();
  }

  private record Piece(byte[] bytes, long dueAt) {}

  /** One connection: two sockets and what goes between them. */
  private final class Pair {
    private static final Piece END = new Piece(new byte[0], 0);

    private final Socket client;
    private final Socket server;
    private volatile boolean dead;

    Pair(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    /** Reads until the end and has another thread write, so that pieces overlap on their way. */
    void pump(Socket from, Socket to) {
      var onTheWay = new LinkedBlockingQueue<Piece>(QUEUED);
      Thread.ofVirtual().start(() -> deliver(onTheWay, to));
      try {
        var in = from.getInputStream();
        byte[] buffer = new byte[CHUNK];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (!dead) { // what a dead link swallows is lost
            onTheWay.put(new Piece(java.util.Arrays.copyOf(buffer, n), due(n)));
          }
        }
        if (!dead) {
          onTheWay.put(END);
        }
      } catch (IOException e) {
        LOG.debug("one side is gone", e);
        if (!dead) {
          close();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private long due(int length) {
      long trip = roundTrip.toNanos();
      if (trip == 0) {
        return 0;
      }
      double safe = Math.pow(1 - loss, Math.ceilDiv(length, SEGMENT));
      boolean lost = ThreadLocalRandom.current().nextDouble() > safe;
      return System.nanoTime() + trip / 2 + (lost ? trip : 0);
    }

    private void deliver(LinkedBlockingQueue<Piece> onTheWay, Socket to) {
      try {
        var out = to.getOutputStream();
        for (Piece piece = onTheWay.take(); piece != END; piece = onTheWay.take()) {
          if (piece.dueAt != 0) {
            TimeUnit.NANOSECONDS.sleep(piece.dueAt - System.nanoTime());
          }
          if (!dead) {
            out.write(piece.bytes);
          }
        }
        close();
      } catch (IOException e) {
        LOG.debug("the other side is gone", e);
        close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void close() {
      pairs.remove(this);
      for (Socket socket : new Socket[] {client, server}) {
        try {
          socket.close();
        } catch (IOException e) {
          LOG.debug("closed already", e);
        }
      }
    }
  }
}
