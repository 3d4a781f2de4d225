package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Label and field selectors of a request, and the namespace of its path. */
final class Selector {

  // key, !key, key=value, key==value, key!=value, key in (a,b), key notin (a,b)
  private static final Pattern LABEL =
      Pattern.compile(
          "(!?)\\s*([\\w./-]+)\\s*(?:(=|==|!=)\\s*([\\w.-]*)|\\s(in|notin)\\s*\\(([^)]*)\\))?");
  private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");
  private static final Pattern FIELD = Pattern.compile("([\\w.]+)(=|==|!=)(.*)");
  private static final Set<String> POD_FIELDS =
      Set.of("spec.nodeName", "status.phase", "status.podIP", "spec.restartPolicy");

  private final List<Predicate<ObjectNode>> tests;
  private final String namespace; // empty for all
  private final boolean everything;
  private final boolean plain;

  private Selector(String namespace, List<Predicate<ObjectNode>> tests, boolean plain) {
    this.namespace = namespace;
    this.tests = tests;
    this.everything = tests.isEmpty();
    this.plain = plain;
  }

  static Selector of(Target target, String labels, String fields) throws ApiFailure {
    var tests = new ArrayList<Predicate<ObjectNode>>();
    if (!target.namespace().isEmpty()) {
      tests.add(has("/metadata/namespace", target.namespace()));
    }
    if (!target.name().isEmpty()) {
      tests.add(has("/metadata/name", target.name()));
    }
    for (String part : labels.isBlank() ? new String[0] : BETWEEN.split(labels)) {
      tests.add(label(part.strip()));
    }
    for (String part : fields.isBlank() ? new String[0] : fields.split(",")) {
      tests.add(field(target.resource(), part.strip()));
    }
    return new Selector(
        target.namespace(), List.copyOf(tests), labels.isBlank() && fields.isBlank());
  }

  /** Whether nothing but the path narrows the request. */
  boolean isPlain() {
    return plain;
  }

  /** Whether an object is there and meant. */
  boolean matches(@Nullable Stored object) {
    if (object == null || everything) {
      return object != null;
    }
    boolean elsewhere =
        object instanceof CrowdPod pod
            && !namespace.isEmpty()
            && !namespace.equals(pod.namespace());
    return !elsewhere && matchesTree(object.tree());
  }

  private boolean matchesTree(ObjectNode object) {
    return tests.stream().allMatch(test -> test.test(object));
  }

  private static Predicate<ObjectNode> label(String text) throws ApiFailure {
    Matcher m = LABEL.matcher(text);
    if (!m.matches()) {
      throw ApiFailure.badRequest("unable to parse requirement: " + text);
    }
    String key = m.group(2);
    if (m.group(3) != null) {
      boolean wanted = !m.group(3).equals("!=");
      String value = m.group(4);
      return object -> label(object, key).asText().equals(value) == wanted;
    }
    if (m.group(5) != null) {
      boolean wanted = m.group(5).equals("in");
      List<String> values = Arrays.stream(m.group(6).split(",")).map(String::strip).toList();
      return object -> values.contains(label(object, key).asText()) == wanted;
    }
    boolean wanted = m.group(1).isEmpty();
    return object -> label(object, key).isTextual() == wanted;
  }

  private static Predicate<ObjectNode> field(Resource resource, String text) throws ApiFailure {
    Matcher m = FIELD.matcher(text);
    if (!m.matches()) {
      throw ApiFailure.badRequest(
          "invalid selector: '" + text + "'; can't understand '" + text + "'");
    }
    String field = m.group(1);
    boolean known =
        Set.of("metadata.name", "metadata.namespace").contains(field)
            || (resource == Resource.PODS && POD_FIELDS.contains(field))
            || (resource == Resource.EVENTS
                && (field.startsWith("involvedObject.")
                    || Set.of("reason", "type").contains(field)));
    if (!known) {
      throw ApiFailure.badRequest("field label not supported: " + field);
    }
    Predicate<ObjectNode> equal = has("/" + field.replace('.', '/'), m.group(3));
    return m.group(2).equals("!=") ? equal.negate() : equal;
  }

  private static Predicate<ObjectNode> has(String pointer, String value) {
    return object -> object.at(pointer).asText().equals(value);
  }

  private static JsonNode label(ObjectNode object, String key) {
    return object.path("metadata").path("labels").path(key);
  }
}
