package net.pesulabs.console.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.MeasuredLoad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of what cards showed when models were loaded. One that cannot be used is set aside; one
 * of a newer program is left where it is and never written over.
 */
final class MeasuredLoads {

  private static final Logger LOG = LoggerFactory.getLogger(MeasuredLoads.class);

  /** Raised when an older program could no longer make sense of the file. */
  static final int SCHEMA = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Clock clock;
  private boolean writable = true;

  MeasuredLoads(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** What is kept; nothing where there is no file, or none that can be used. */
  List<MeasuredLoad> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      JsonNode root = JSON.readTree(file.toFile());
      int schema = root == null ? 0 : root.path("schema").asInt(0);
      if (schema > SCHEMA) {
        LOG.warn("{} was written by a newer version; measured loads are not used", file);
        writable = false;
        return List.of();
      }
      if (root == null || schema < 1 || !root.path("loads").isArray()) {
        return setAside("schema");
      }
      List<MeasuredLoad> loads = new ArrayList<>();
      for (JsonNode load : root.path("loads")) {
        loads.add(load(load));
      }
      return loads;
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return setAside(e.toString());
    }
  }

  /** Writes whole or not at all. */
  synchronized void write(List<MeasuredLoad> loads) {
    if (!writable) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(
          next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(loads)));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("measured loads cannot be kept in {}", file, e);
    }
  }

  private List<MeasuredLoad> setAside(String why) {
    try {
      Path aside = SetAside.move(file, clock.instant());
      LOG.warn("measured loads set aside as {}: {}", aside, why);
    } catch (IOException e) {
      writable = false;
      LOG.error("measured loads cannot be set aside", e);
    }
    return List.of();
  }

  private static MeasuredLoad load(JsonNode json) {
    for (String field : List.of("exact_bytes", "fewest_bytes", "most_bytes", "grown_bytes")) {
      if (!json.path(field).canConvertToLong() || json.path(field).asLong(-1) < 0) {
        throw new IllegalArgumentException(field + " is no size");
      }
    }
    var load =
        new MeasuredLoad(
            json.path("model").asText(),
            json.path("settings").asText(),
            json.path("card").asText(),
            Instant.parse(json.path("at").asText()),
            json.path("exact_bytes").asLong(),
            json.path("fewest_bytes").asLong(),
            json.path("most_bytes").asLong(),
            json.path("grown_bytes").asLong());
    if (load.fewestBytes() > load.mostBytes()) {
      throw new IllegalArgumentException("fewest_bytes is more than most_bytes");
    }
    return load;
  }

  private static ObjectNode tree(List<MeasuredLoad> loads) {
    ObjectNode root = JSON.createObjectNode().put("schema", SCHEMA);
    ArrayNode all = root.putArray("loads");
    for (MeasuredLoad load : loads) {
      all.addObject()
          .put("model", load.model())
          .put("settings", load.settings())
          .put("card", load.card())
          .put("at", load.at().toString())
          .put("exact_bytes", load.exactBytes())
          .put("fewest_bytes", load.fewestBytes())
          .put("most_bytes", load.mostBytes())
          .put("grown_bytes", load.grownBytes());
    }
    return root;
  }
}
