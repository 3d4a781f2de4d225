package net.pesulabs.console.page.topology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the map knows at one moment; what the side panel is written from. */
record Picture(
    House house,
    List<Box> boxes,
    Map<String, Item> items,
    Map<String, Link> links,
    Workloads workloads,
    Instant now) {

  Optional<Box> box(String id) {
    return boxes.stream().filter(box -> box.id().equals(id)).findFirst();
  }
}
