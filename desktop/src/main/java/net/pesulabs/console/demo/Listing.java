package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** Get and list. The pages of one list all show the moment of the first. */
final class Listing {

  private static final String TOO_OLD =
      "The provided continue parameter is too old to display a consistent list result. You can start"
          + " a new list without the continue parameter, or use the continue token in this response"
          + " to retrieve the remainder of the results. Continuing with the provided token results"
          + " in an inconsistent list - objects that were created, modified, or deleted between the"
          + " time the first chunk was returned and now may show up in the list.";

  private final ObjectStore store;
  private final Clock clock;

  Listing(ObjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void get(Call call, Target target) throws IOException, ApiFailure {
    ObjectNode object =
        store
            .get(target.key())
            .orElseThrow(() -> ApiFailure.notFound(target.resource(), target.name()));
    View view = View.of(call);
    call.json(200, view.one(target.resource(), object, clock.instant(), true));
  }

  void list(Call call, Target target) throws IOException, ApiFailure {
    var selector = Selector.of(target, call.query("labelSelector"), call.query("fieldSelector"));
    long limit = call.query("limit").isEmpty() ? 0 : version(call.query("limit"));
    Page page = Page.of(call.query("continue"));
    long at = page.version() <= 0 ? store.version() : page.version();
    List<ObjectNode> rest;
    try {
      rest =
          store.allAt(target.resource(), at).stream()
              .filter(selector::matches)
              .filter(object -> place(target, object).compareTo(page.start()) >= 0)
              .toList();
    } catch (ObjectStore.Expired e) {
      throw ApiFailure.expiredPage(TOO_OLD, new Page(-1, page.start()).token());
    }
    ObjectNode metadata = Json.object("resourceVersion", Long.toString(at));
    List<ObjectNode> shown = rest;
    if (limit > 0 && rest.size() > limit) {
      shown = rest.subList(0, (int) limit);
      metadata.put("continue", new Page(at, place(target, shown.getLast()) + "\0").token());
      if (selector.isPlain()) { // with a selector the server does not know, and leaves it out
        metadata.put("remainingItemCount", rest.size() - shown.size());
      }
    }
    View view = View.of(call);
    call.json(200, view.list(target.resource(), metadata, shown, clock.instant()));
  }

  static long version(String text) throws ApiFailure {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw ApiFailure.invalidVersion(text);
    }
  }

  private static String place(Target target, ObjectNode object) {
    return ObjectStore.Key.of(target.resource(), object).path();
  }

  /**
   * What a continue token says.
   *
   * @param version of the first page; 0 for none, -1 for whatever is now
   */
  private record Page(long version, String start) {

    static Page of(String token) throws ApiFailure {
      if (token.isEmpty()) {
        return new Page(0, "");
      }
      try {
        JsonNode said = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
        return new Page(said.path("rv").asLong(), said.path("start").asText());
      } catch (IOException | IllegalArgumentException e) {
        throw ApiFailure.badRequest(
            "invalid continue token: continue key is not valid: " + e.getMessage());
      }
    }

    String token() {
      ObjectNode said =
          Json.object().with("v", "meta.k8s.io/v1").with("rv", version).with("start", start);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(said.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
