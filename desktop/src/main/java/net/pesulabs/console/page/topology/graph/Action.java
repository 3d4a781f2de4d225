package net.pesulabs.console.page.topology.graph;

import java.net.URI;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** Something that can be done from the map about what is selected. */
public sealed interface Action {

  /** What its button says. */
  Message title();

  /** Opens the page of pods with this in its filter. */
  record OpenPods(String filter) implements Action {
    @Override
    public Message title() {
      return Msg.topologyActionPods();
    }
  }

  /** Opens the page of the graphics card. */
  record OpenGpu() implements Action {
    @Override
    public Message title() {
      return Msg.topologyActionGpu();
    }
  }

  /** Opens the page to talk with the model. */
  record OpenChat() implements Action {
    @Override
    public Message title() {
      return Msg.topologyActionChat();
    }
  }

  /** Puts an address on the clipboard. */
  record CopyAddress(String address) implements Action {
    @Override
    public Message title() {
      return Msg.topologyActionCopyAddress(address);
    }
  }

  /** Puts a command on the clipboard, to be typed into a terminal. */
  record CopyCommand(String command) implements Action {
    @Override
    public Message title() {
      return Msg.topologyActionCopyCommand();
    }
  }

  /** Opens a web page of the house in the browser. */
  record OpenInBrowser(URI page) implements Action {
    @Override
    public Message title() {
      return Msg.topologyActionBrowser();
    }
  }

  /** Has the doctor walk from this computer to a system: {@code cluster}, {@code gpu}… */
  record Examine(String target) implements Action {
    @Override
    public Message title() {
      return Msg.topologyActionExamine();
    }
  }
}
