package net.pesulabs.console.source.kubernetes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The way to the API server: the reflectors know no other, so that tests can stand in for it. */
interface Api {

  /**
   * One GET.
   *
   * @param path with its query
   * @param verb the right it needs, as RBAC calls it
   * @param resource what the right is for
   */
  record Request(String path, String verb, String resource, Pace pace) {}

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

    /**
     * Sends the request and waits for the head of the answer.
     *
     * @return the body of a successful answer, as it comes
     * @throws ApiException where the answer is not a success
     */
    InputStream send() throws IOException;

    /** Breaks it off, from any thread: whoever sends or reads gets an {@link IOException}. */
    void cut();

    @Override
    void close();
  }
}
