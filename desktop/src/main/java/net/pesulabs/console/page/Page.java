package net.pesulabs.console.page;

import javafx.scene.Parent;

/** A page of the window. FX thread only. */
public interface Page {

  /** The page's content; the same node each time. */
  Parent root();

  /** The page comes into view: it starts to follow what it shows. */
  void activate();

  /** The page leaves the view: it closes whatever it follows. */
  void deactivate();
}
