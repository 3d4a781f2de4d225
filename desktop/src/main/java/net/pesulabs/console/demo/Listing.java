package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
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
    List<ObjectStore.Placed> all;
    try {
      all = store.allAt(target.resource(), at);
    } catch (ObjectStore.Expired e) {
      throw ApiFailure.expiredPage(TOO_OLD, new Page(-1, page.start()).token());
    }
    List<ObjectStore.Placed> rest =
        all.subList(firstFrom(all, page.start()), all.size()).stream()
            .filter(placed -> selector.matches(placed.object()))
            .toList();
    ObjectNode metadata = Json.object("resourceVersion", Long.toString(at));
    List<ObjectStore.Placed> shown = rest;
    if (limit > 0 && rest.size() > limit) {
      shown = rest.subList(0, (int) limit);
      metadata.put("continue", new Page(at, shown.getLast().key().path() + "\0").token());
      if (selector.isPlain()) { // with a selector the server does not know, and leaves it out
        metadata.put("remainingItemCount", rest.size() - shown.size());
      }
    }
    var view = View.of(call);
    var encoded = new EncodedList(view, target.resource(), metadata, clock.instant());
    if (limit > 0) {
      call.send(200, "application/json", encoded.bytes(shown));
    } else { // as long as the cluster: never all of it at once in memory
      try (OutputStream out = call.stream(200, "application/json")) {
        encoded.write(shown, out);
      }
    }
  }

  /** The place of the first object that does not come before a path; the list is in order. */
  private static int firstFrom(List<ObjectStore.Placed> all, String start) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).key().path().compareTo(start) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static long version(String text) throws ApiFailure {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw ApiFailure.invalidVersion(text);
    }
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
