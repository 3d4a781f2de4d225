package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A refusal, with the {@code Status} body that kube-apiserver gives for it. */
final class ApiFailure extends Exception {

  private static final long serialVersionUID = 1;

  private final int code;
  private final transient ObjectNode status;

  private ApiFailure(
      int code, @Nullable String reason, String message, @Nullable ObjectNode details) {
    this(code, message, body(code, reason, message, details, Json.object()));
  }

  private ApiFailure(int code, String message, ObjectNode status) {
    super(message);
    this.code = code;
    this.status = status;
  }

  int code() {
    return code;
  }

  ObjectNode status() {
    return status;
  }

  static ApiFailure unauthorized() {
    return new ApiFailure(401, "Unauthorized", "Unauthorized", null);
  }

  static ApiFailure forbidden(String user, String verb, Target target) {
    Resource resource = target.resource();
    String plural =
        target.sub().isEmpty() ? resource.plural() : resource.plural() + "/" + target.sub();
    String scope =
        target.scope().isEmpty()
            ? "at the cluster scope"
            : "in the namespace \"" + target.scope() + "\"";
    String name = target.name().isEmpty() ? "" : " \"" + target.name() + "\"";
    String message =
        "%s%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
            .formatted(resource.qualified(), name, user, verb, plural, resource.group(), scope);
    return new ApiFailure(403, "Forbidden", message, details(resource, target.name()));
  }

  static ApiFailure notFound(Resource resource, String name) {
    String message = "%s \"%s\" not found".formatted(resource.qualified(), name);
    return new ApiFailure(404, "NotFound", message, details(resource, name));
  }

  static ApiFailure methodNotAllowed() {
    String message = "the server does not allow this method on the requested resource";
    return new ApiFailure(405, "MethodNotAllowed", message, Json.object());
  }

  static ApiFailure conflict(Resource resource, String name, String why) {
    String message =
        "Operation cannot be fulfilled on %s \"%s\": %s".formatted(resource.qualified(), name, why);
    return new ApiFailure(409, "Conflict", message, details(resource, name));
  }

  static ApiFailure unavailable(String message) {
    return new ApiFailure(503, "ServiceUnavailable", message, null);
  }

  static ApiFailure badRequest(String message) {
    return new ApiFailure(400, "BadRequest", message, null);
  }

  static ApiFailure invalidVersion(String text) {
    String message =
        "resourceVersion: Invalid value: \"%s\": strconv.ParseUint: parsing \"%s\": invalid syntax"
            .formatted(text, text);
    return new ApiFailure(500, null, message, null); // without a reason, as the real one
  }

  static ApiFailure invalid(Resource resource, String name, String field, String why) {
    String message =
        "%s \"%s\" is invalid: %s: %s"
            .formatted(
                resource.group().isEmpty()
                    ? resource.kind()
                    : resource.kind() + "." + resource.group(),
                name,
                field,
                why);
    ObjectNode details =
        Json.object()
            .with("name", name)
            .with("group", resource.group().isEmpty() ? null : resource.group())
            .with("kind", resource.kind())
            .with(
                "causes",
                Json.array(
                    Json.object()
                        .with("reason", "FieldValueInvalid")
                        .with("message", why)
                        .with("field", field)));
    return new ApiFailure(422, "Invalid", message, details);
  }

  static ApiFailure unsupportedMediaType(String type) {
    String message =
        "the body of the request was in an unknown format - accepted media types include:"
            + " application/json-patch+json, application/merge-patch+json,"
            + " application/strategic-merge-patch+json, application/apply-patch+yaml, not "
            + type;
    return new ApiFailure(415, "UnsupportedMediaType", message, Json.object());
  }

  static ApiFailure expired(String message) {
    return new ApiFailure(410, "Expired", message, null);
  }

  /** An expired page, with the token that goes on without consistency. */
  static ApiFailure expiredPage(String message, String token) {
    return new ApiFailure(
        410, message, body(410, "Expired", message, null, Json.object("continue", token)));
  }

  private static ObjectNode details(Resource resource, String name) {
    return Json.object()
        .with("name", name.isEmpty() ? null : name)
        .with("group", resource.group().isEmpty() ? null : resource.group())
        .with("kind", resource.plural());
  }

  private static ObjectNode body(
      int code,
      @Nullable String reason,
      String message,
      @Nullable ObjectNode details,
      ObjectNode metadata) {
    return Json.object()
        .with("kind", "Status")
        .with("apiVersion", "v1")
        .with("metadata", metadata)
        .with("status", "Failure")
        .with("message", message)
        .with("reason", reason)
        .with("details", details)
        .with("code", code);
  }
}
