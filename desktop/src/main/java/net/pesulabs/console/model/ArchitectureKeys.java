package net.pesulabs.console.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.pesulabs.console.model.gguf.GgufHeader;

/** The keys of a head that begin with its architecture's name. */
record ArchitectureKeys(GgufHeader head, String architecture) {

  OptionalLong whole(String key) {
    return head.whole(architecture + "." + key);
  }

  Optional<List<Long>> each(String key, int length) {
    return head.wholeOrEach(architecture + "." + key, length);
  }

  boolean hasAny(String beginning) {
    String whole = architecture + "." + beginning;
    return head.values().keySet().stream().anyMatch(key -> key.startsWith(whole));
  }
}
