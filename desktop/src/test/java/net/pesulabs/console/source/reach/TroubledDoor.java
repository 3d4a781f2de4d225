package net.pesulabs.console.source.reach;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An address that passes everything on to a server until it fails in one of the manners in which
 * networks do.
 */
public final class TroubledDoor implements AutoCloseable {

  /** How it fails. */
  public enum Manner {
    /** The machine is there, the server is not: connections are refused, and open ones end. */
    REFUSED,
    /** Nothing answers a SYN, and open connections fall silent. */
    BLACK_HOLE,
    /** Everything is answered by a reset, as by a firewall. */
    RESET,
    /** Connections open, and nothing ever comes back. */
    HALF_OPEN
  }

  private final InetSocketAddress target;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final List<AutoCloseable> plugs = new ArrayList<>();
  private final int port;
  private volatile @Nullable Manner manner;
  private volatile @Nullable ServerSocket door;
  private volatile int accepted;
  private Thread doorman;

  public TroubledDoor(int targetPort) throws IOException {
    target = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), targetPort);
    port = listen(0, 50).getLocalPort();
  }

  public int port() {
    return port;
  }

  /** How many connections came so far. */
  public int accepted() {
    return accepted;
  }

  /** How many connections their clients have not closed. */
  public int open() {
    return clients.size();
  }

  public void fail(Manner how) throws Exception {
    manner = how;
    switch (how) {
      case REFUSED -> {
        shut();
        clients.forEach(TroubledDoor::close);
      }
      case RESET -> clients.forEach(TroubledDoor::reset);
      case HALF_OPEN -> {}
      case BLACK_HOLE -> {
        shut();
        // Linux leaves a SYN unanswered while the queue of those to be accepted is full.
        var full = new ServerSocket();
        full.setReuseAddress(true);
        full.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1);
        plugs.add(full);
        for (int i = 0; i < 3; i++) {
          SocketChannel plug = SocketChannel.open();
          plug.configureBlocking(false);
          plug.connect(full.getLocalSocketAddress());
          plugs.add(plug);
        }
      }
    }
  }

  public void heal() throws Exception {
    manner = null;
    for (AutoCloseable plug : plugs) {
      plug.close();
    }
    plugs.clear();
    clients.forEach(TroubledDoor::close);
    if (door == null) {
      listen(port, 50);
    }
  }

  private ServerSocket listen(int at, int backlog) throws IOException {
    var opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), at), backlog);
    door = opened;
    doorman = Thread.ofVirtual().start(() -> accept(opened));
    return opened;
  }

  private void shut() throws IOException {
    ServerSocket now = door;
    door = null;
    if (now != null) {
      now.close();
      try {
        doorman.join(); // the port is free once nobody is inside accept any more
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void accept(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket client = opened.accept();
        accepted++;
        clients.add(client);
        if (manner == Manner.RESET) {
          reset(client);
        }
        Thread.ofVirtual().start(() -> relay(client));
      } catch (IOException e) {
        // Shut: the loop's condition tells.
      }
    }
  }

  private void relay(Socket client) {
    try (client;
        var server = new Socket()) {
      server.connect(target);
      Thread.ofVirtual().start(() -> pump(server, client));
      pump(client, server);
    } catch (IOException e) {
      // One side is gone, and so is the other then.
    } finally {
      clients.remove(client);
    }
  }

  /** Copies until the end; what comes while nothing passes is lost. */
  private void pump(Socket from, Socket to) {
    try {
      byte[] buffer = new byte[16 * 1024];
      var in = from.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (manner == null) {
          to.getOutputStream().write(buffer, 0, n);
        }
      }
      if (manner == null) {
        close(to);
      }
    } catch (IOException e) {
      if (manner == null) {
        close(to);
      }
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException e) {
      // Closed already.
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed already.
    }
  }

  @Override
  public void close() throws Exception {
    shut();
    for (AutoCloseable plug : plugs) {
      plug.close();
    }
    clients.forEach(TroubledDoor::close);
  }
}
