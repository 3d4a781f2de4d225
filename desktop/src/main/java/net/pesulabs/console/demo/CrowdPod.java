package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A pod of the crowd: what it has of its own. The rest, some 13 kB, it has in common with all
 * others: see {@link CrowdTemplates}.
 *
 * @param number tells its addresses
 * @param node empty while it has none
 * @param since when it came into its state
 * @param version its resourceVersion
 */
record CrowdPod(
    int number,
    String namespace,
    String app,
    String name,
    String uid,
    String node,
    CrowdState state,
    int restarts,
    Instant created,
    Instant since,
    long version)
    implements Stored {

  ObjectStore.Key key() {
    return new ObjectStore.Key(Resource.PODS, namespace, name);
  }

  CrowdPod become(CrowdState next, int restartsThen, Instant now) {
    return new CrowdPod(
        number, namespace, app, name, uid, node, next, restartsThen, created, now, version);
  }

  CrowdPod on(String itsNode) {
    return new CrowdPod(
        number, namespace, app, name, uid, itsNode, state, restarts, created, since, version);
  }

  @Override
  public CrowdPod at(long next) {
    return new CrowdPod(
        number, namespace, app, name, uid, node, state, restarts, created, since, next);
  }

  @Override
  public ObjectNode tree() {
    try {
      return (ObjectNode) Json.MAPPER.readTree(CrowdTemplates.item(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
