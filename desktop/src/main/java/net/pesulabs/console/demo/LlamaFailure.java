package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal, with the body that llama-server gives for it. */
final class LlamaFailure extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient ObjectNode error;

  private LlamaFailure(int status, ObjectNode error) {
    super(error.path("message").asText());
    this.status = status;
    this.error = error;
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    return Json.object("error", error);
  }

  static LlamaFailure loading() {
    return of(503, "Loading model", "unavailable_error");
  }

  static LlamaFailure keyWanted() {
    return of(401, "Invalid API Key", "authentication_error");
  }

  static LlamaFailure broken() {
    return of(500, "ROCm error: out of memory", "server_error");
  }

  static LlamaFailure metricsOff() {
    return of(
        501,
        "This server does not support metrics endpoint. Start it with `--metrics`",
        "not_supported_error");
  }

  static LlamaFailure notFound() {
    return of(404, "File Not Found", "not_found_error");
  }

  static LlamaFailure invalid(String message) {
    return of(400, message, "invalid_request_error");
  }

  /** Malformed JSON is a server error there, seen on b1-de3ff81. */
  static LlamaFailure badJson(int line, int column) {
    String message =
        "[json.exception.parse_error.101] parse error at line %d, column %d: syntax error while"
                .formatted(line, column)
            + " parsing object - unexpected end of input; expected '}'";
    return of(500, message, "server_error");
  }

  static LlamaFailure tooLong(int tokens) {
    String message =
        "request (%d tokens) exceeds the available context size (%d tokens), try increasing it"
            .formatted(tokens, Slots.CONTEXT);
    LlamaFailure failure = of(400, message, "exceed_context_size_error");
    failure.error.put("n_prompt_tokens", tokens).put("n_ctx", Slots.CONTEXT);
    return failure;
  }

  private static LlamaFailure of(int code, String message, String type) {
    return new LlamaFailure(
        code, Json.object().with("code", code).with("message", message).with("type", type));
  }
}
