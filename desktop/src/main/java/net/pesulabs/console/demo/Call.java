package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One request and its answer. */
final class Call {

  private final HttpExchange exchange;

  Call(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  /** From its question mark on, as it came; empty where there is none. */
  String rawQuery() {
    String raw = exchange.getRequestURI().getRawQuery();
    return raw == null ? "" : "?" + raw;
  }

  /** The first value of a query parameter; empty where it is missing. */
  String query(String name) {
    List<String> values = queries(name);
    return values.isEmpty() ? "" : values.getFirst();
  }

  List<String> queries(String name) {
    List<String> values = new ArrayList<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (URLDecoder.decode(key, StandardCharsets.UTF_8).equals(name)) {
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  /** Whether a query parameter says yes, as Go's ParseBool reads it. */
  boolean flag(String name) {
    String value = query(name);
    return value.equals("1") || value.equalsIgnoreCase("true");
  }

  /** A request header; empty where it is missing. */
  String header(String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  byte[] body() throws IOException {
    return exchange.getRequestBody().readAllBytes();
  }

  void set(String header, String value) {
    exchange.getResponseHeaders().set(header, value);
  }

  void send(int status, String type, byte[] body) throws IOException {
    set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  void text(int status, String type, String text) throws IOException {
    send(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  void json(int status, JsonNode body) throws IOException {
    send(status, "application/json", Json.bytes(body));
  }

  void empty(int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  /** Starts a chunked answer; each flush is one chunk, and closing ends it. */
  OutputStream stream(int status, String type) throws IOException {
    set("Content-Type", type);
    exchange.sendResponseHeaders(status, 0);
    return exchange.getResponseBody();
  }
}
