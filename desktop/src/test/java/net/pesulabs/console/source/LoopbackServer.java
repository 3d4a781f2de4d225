package net.pesulabs.console.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server of one answer a connection, as llama-server is after a stream, whose handler writes
 * every byte itself: so that a test can cut, stall and garble.
 */
public final class LoopbackServer implements AutoCloseable {

  /** What a client asked. Header names are in lower case. */
  public record Request(String method, String target, Map<String, String> headers, String body) {

    public String path() {
      return target.replaceFirst("\\?.*", "");
    }
  }

  /** Writes one answer; the connection closes when it returns. */
  @FunctionalInterface
  public interface Handler {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Handler handler;

  public LoopbackServer(Handler handler) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), handler);
  }

  public LoopbackServer(ServerSocket listener, Handler handler) {
    this.listener = listener;
    this.handler = handler;
    Thread.ofVirtual().start(this::accept);
  }

  /** From now on answers like this. */
  public void answerWith(Handler next) {
    handler = next;
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** What was asked so far, in order. */
  public List<Request> requests() {
    return requests;
  }

  /** A whole answer. */
  public static void reply(OutputStream out, int status, String type, byte[] body)
      throws IOException {
    head(out, status, type, "Content-Length: " + body.length + "\r\n");
    out.write(body);
    out.flush();
  }

  public static void reply(OutputStream out, int status, String type, String body)
      throws IOException {
    reply(out, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A captured answer, framed anew. */
  public static void replay(OutputStream out, String capture) throws IOException {
    reply(out, Captures.status(capture), typeOf(capture), Captures.body(capture));
  }

  /**
   * The head of an answer whose length is not told; each piece then goes through {@link #chunk}.
   */
  public static void startChunked(OutputStream out, String type) throws IOException {
    head(out, 200, type, "Transfer-Encoding: chunked\r\n");
    out.flush();
  }

  public static void chunk(OutputStream out, byte[] bytes, int from, int to) throws IOException {
    out.write((Integer.toHexString(to - from) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, from, to - from);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  public static void endChunks(OutputStream out) throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void head(OutputStream out, int status, String type, String more)
      throws IOException {
    String head = "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\n" + more;
    out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static String typeOf(String capture) {
    return Captures.text(capture)
        .lines()
        .filter(line -> line.startsWith("Content-Type: "))
        .findFirst()
        .orElseThrow()
        .substring("Content-Type: ".length());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        threads.add(Thread.ofVirtual().start(() -> serve(socket)));
      } catch (IOException e) {
        // Closed, or a TLS client that went away: the loop's condition tells which.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      if (request != null) {
        requests.add(request);
        handler.answer(request, socket.getOutputStream());
      }
    } catch (IOException | InterruptedException e) {
      // The client left, as some tests have it do.
    } finally {
      open.remove(socket);
    }
  }

  private static Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    var headers = new HashMap<String, String>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        return null; // not HTTP, such as the start of TLS
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    String[] words = first.split(" ");
    return new Request(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.forEach(Thread::interrupt);
  }
}
