package net.pesulabs.console.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.doctor.Path;
import net.pesulabs.console.i18n.Language;

/** {@code doctor --json}, an interface other programs rely on; described in docs/doctor-json.md. */
final class DoctorJson {

  private static final String SCHEMA = "homelab-console/doctor/1";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private DoctorJson() {}

  static String write(Examination examination, Language language) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    ArrayNode paths = root.putArray("paths");
    examination.paths().forEach(path -> path(paths.addObject(), path, language));
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree of plain values can always be written
    }
  }

  private static void path(ObjectNode node, Path path, Language language) {
    node.put("target", path.target().id());
    ArrayNode hops = node.putArray("hops");
    for (Hop hop : path.hops()) {
      ObjectNode each = hops.addObject();
      each.put("id", hop.id().id());
      each.put("state", hop.state().id());
      each.put("text", hop.text().in(language));
      each.put("fix", hop.fix() == null ? null : hop.fix().in(language));
    }
    node.put("first_broken", path.firstBroken().map(hop -> hop.id().id()).orElse(null));
    ArrayNode notes = node.putArray("notes");
    path.notes().forEach(note -> notes.add(note.in(language)));
  }
}
