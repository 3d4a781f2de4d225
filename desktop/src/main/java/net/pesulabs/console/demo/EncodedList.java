package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Writes a list entry by entry: a tree of a whole page would cost several times its text. */
final class EncodedList {

  private static final int MUCH = 14 * 1024; // about a pod

  private final View view;
  private final Resource resource;
  private final Instant now;
  private final byte[] empty;

  EncodedList(View view, Resource resource, ObjectNode metadata, Instant now) {
    this.view = view;
    this.resource = resource;
    this.now = now;
    this.empty = Json.bytes(view.list(resource, metadata, List.of(), now));
  }

  byte[] bytes(List<ObjectStore.Placed> entries) {
    var out = new ByteArrayOutputStream(empty.length + entries.size() * MUCH);
    try {
      write(entries, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail so
    }
    return out.toByteArray();
  }

  void write(List<ObjectStore.Placed> entries, OutputStream out) throws IOException {
    int end = empty.length - 2; // before the ]} that ends the entries and the list
    out.write(empty, 0, end);
    boolean first = true;
    for (ObjectStore.Placed placed : entries) {
      if (!first) {
        out.write(',');
      }
      out.write(view.entry(resource, placed.object(), now));
      first = false;
    }
    out.write(Arrays.copyOfRange(empty, end, empty.length));
  }
}
