package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The machines the crowd runs on, in the shape of the household's own, and their heartbeats. */
final class CrowdNodes {

  private static final Duration HEARTBEAT = Duration.ofSeconds(20);
  private static final String PREFIX = "rack-";

  private final ObjectStore store;
  private final List<ObjectStore.Key> keys = new ArrayList<>();
  private Instant beaten = Instant.EPOCH;

  CrowdNodes(ObjectStore store) {
    this.store = store;
  }

  static String name(int number) {
    return PREFIX + "%02d".formatted(number);
  }

  /** Empty for no node. */
  static String ip(String node) {
    return node.isEmpty() ? "" : "192.168.9." + Integer.parseInt(node.substring(PREFIX.length()));
  }

  void add(int count, Names names, Instant created, Instant now) {
    for (int i = 1; i <= count; i++) {
      String name = name(i);
      String text =
          Nodes.pesubuntu(names, created, now)
              .toString()
              .replace(Nodes.ip(Nodes.PESUBUNTU), ip(name))
              .replace(Nodes.PESUBUNTU, name)
              .replace("10.42.1.0", "10.44." + i + ".0");
      var key = new ObjectStore.Key(Resource.NODES, "", name);
      keys.add(key);
      store.putInCrowd(key, new Stored.Tree(parse(text)));
    }
    beaten = now;
  }

  void tick(Instant now) {
    if (now.isBefore(beaten.plus(HEARTBEAT))) {
      return;
    }
    beaten = now;
    for (ObjectStore.Key key : keys) {
      store.update(
          key,
          copy -> {
            copy.at("/status/conditions")
                .forEach(c -> ((ObjectNode) c).put("lastHeartbeatTime", Json.time(now)));
            return copy;
          });
    }
  }

  private static ObjectNode parse(String text) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
