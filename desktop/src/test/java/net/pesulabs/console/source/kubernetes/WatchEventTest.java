package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.pesulabs.console.homelab.cluster.Node;
import org.junit.jupiter.api.Test;

class WatchEventTest {

  @Test
  void readsRealLines() throws IOException {
    JsonNode captured = new JsonMapper().readTree(Json.file("list-and-watch.json"));
    var events =
        stream(
            captured.at("/bookmark/line").asText()
                + "\n"
                + captured.at("/watchTooOld/lines/0").asText());

    assertThat(events.next()).isEqualTo(new WatchEvent.Bookmark<Node>("298"));
    assertThat(events.next())
        .isEqualTo(
            new WatchEvent.Failed<Node>(new StatusBody(410, "too old resource version: 1 (298)")));
    assertThat(events.next()).isNull();
  }

  @Test
  void readsEventsInAnyOrderOfFields() throws IOException {
    String object = "{'metadata':{'uid':'u','name':'n','resourceVersion':'7'}}";
    var events =
        stream(
            Json.quoted(
                "{'type':'ADDED','object':%s}\n{'object':%s,'type':'DELETED'}"
                    .formatted(object, object)));

    assertThat(events.next())
        .isInstanceOfSatisfying(
            WatchEvent.Put.class, put -> assertThat(put.item().resourceVersion()).isEqualTo("7"));
    assertThat(events.next())
        .isInstanceOfSatisfying(
            WatchEvent.Removed.class,
            removed -> assertThat(((Node) removed.item().row()).uid()).isEqualTo("u"));
  }

  @Test
  void passesOverWhatItDoesNotKnow() throws IOException {
    var events =
        stream(
            Json.quoted(
                "{'type':'NEWS','object':{'metadata':{}}} 7 {'type':'BOOKMARK','object':{'metadata':{'resourceVersion':'9'}}}"));

    assertThat(events.next()).isEqualTo(new WatchEvent.Bookmark<Node>("9"));
  }

  @Test
  void anEventCutShortIsNoEvent() throws IOException {
    var events = stream(Json.quoted("{'type':'ADDED','object':{'metadata':{'uid':'u'"));

    assertThatThrownBy(events::next).isInstanceOf(JsonEOFException.class);
  }

  private static WatchEvent.Stream<Node> stream(String text) throws IOException {
    return new WatchEvent.Stream<>(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new NodeParser());
  }
}
