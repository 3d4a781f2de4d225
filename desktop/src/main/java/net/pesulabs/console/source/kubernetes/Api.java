package net.pesulabs.console.source.kubernetes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to the API server: the reflectors know no other, so that tests can stand in for it. */
interface Api {

  /**
   * One GET.
   *
   * @param path with its query
   * @param accept the form of the answer
   * @param verb the right it needs, as RBAC calls it
   * @param resource what the right is for
   */
  record Request(String path, String accept, String verb, String resource, Pace pace) {}

  /**
   * What an answer tells before its body.
   *
   * @param date the server's clock; null where it does not tell
   * @param certificates whom the server showed itself to be; empty without TLS
   */
  record Head(@Nullable Instant date, List<X509Certificate> certificates) {}

  /** How patient a request is. */
  enum Pace {
    /** All of it within 4 s. */
    BEAT,
    /** A byte at least every 30 s. */
    LIST,
    /** A byte at least every 90 s: bookmarks come once a minute. */
    WATCH
  }

  Exchange exchange(Request request);

  /** The failure that a watch tells as its last event, where HTTP had said 200 before. */
  ApiException failure(Request request, StatusBody told);

  /** What a failure of an exchange or of its body means. */
  Trouble trouble(IOException failure);

  /** A request and its answer, of the thread that sends it. */
  interface Exchange extends Closeable {

    /** Sends the request already, for a {@link #send()} to come. */
    void begin();

    /**
     * Sends the request and waits for the head of the answer.
     *
     * @return the body of a successful answer, as it comes
     * @throws ApiException where the answer is not a success
     */
    InputStream send() throws IOException;

    /** The head of a successful answer. */
    Head head();

    /** Breaks it off, from any thread: whoever sends or reads gets an {@link IOException}. */
    void cut();

    @Override
    void close();
  }
}
