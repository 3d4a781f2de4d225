package net.pesulabs.console.page;

import java.net.URI;

/** The ways from a page to another, and out of the window. FX thread only. */
public interface Doors {

  /** A page one can be sent to. */
  enum Room {
    PODS,
    GPU,
    CHAT,
    DOCTOR
  }

  /** Whether the window has such a page. */
  boolean leadTo(Room room);

  /**
   * Opens a page.
   *
   * @param about what it is to show, in the page's own terms: words for the filter of pods, the
   *     target of the doctor; empty for all
   */
  void open(Room room, String about);

  /** Opens a web page in the system's browser. */
  void browse(URI page);
}
