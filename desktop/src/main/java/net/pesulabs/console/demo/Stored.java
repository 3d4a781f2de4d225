package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object as the store keeps it: written out, or, where there are thousands alike, only what is
 * its own. Immutable.
 */
sealed interface Stored permits Stored.Tree, CrowdPod {

  /** All of it; not to be changed. */
  ObjectNode tree();

  /** The same under another resourceVersion. */
  Stored at(long version);

  /** An object written out. */
  record Tree(ObjectNode tree) implements Stored {
    @Override
    public Tree at(long version) {
      ObjectNode stamped = tree.deepCopy();
      stamped.withObject("/metadata").put("resourceVersion", Long.toString(version));
      return new Tree(stamped);
    }
  }
}
