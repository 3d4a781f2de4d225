package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PatchesTest {

  private static final String OBJECT =
      "{'a':1,'list':[{'name':'x','v':1},{'name':'y','v':2}],'deep':{'b':2,'c':3}}";

  @Test
  void aMergePatchReplacesLists() throws Exception {
    assertThat(
            after(
                "application/merge-patch+json", "{'a':null,'list':[{'name':'y'}],'deep':{'b':9}}"))
        .isEqualTo(parsed("{'list':[{'name':'y'}],'deep':{'b':9,'c':3}}"));
  }

  @Test
  void aStrategicMergePatchMergesNamedEntries() throws Exception {
    String patch =
        "{'$setElementOrder/list':[{'name':'y'}],'list':[{'name':'y','v':7},{'name':'z'}]}";
    assertThat(after("application/strategic-merge-patch+json", patch))
        .isEqualTo(
            parsed(
                "{'a':1,'list':[{'name':'x','v':1},{'name':'y','v':7},{'name':'z'}],'deep':{'b':2,'c':3}}"));
    String deletion = "{'list':[{'name':'x','$patch':'delete'}]}";
    assertThat(after("application/strategic-merge-patch+json", deletion).path("list")).hasSize(1);
  }

  @Test
  void aJsonPatchGoesStepByStep() throws Exception {
    String patch =
        "[{'op':'test','path':'/a','value':1},{'op':'replace','path':'/a','value':2},"
            + "{'op':'add','path':'/list/-','value':{'name':'z'}},{'op':'remove','path':'/deep/b'}]";
    assertThat(after("application/json-patch+json", patch))
        .isEqualTo(
            parsed(
                "{'a':2,'list':[{'name':'x','v':1},{'name':'y','v':2},{'name':'z'}],'deep':{'c':3}}"));
    assertThatThrownBy(() -> after("application/json-patch+json", "[{'op':'remove','path':'/no'}]"))
        .isInstanceOf(ApiFailure.class);
  }

  @Test
  void whatIsNoPatchIsRefused() {
    assertThatThrownBy(() -> after("text/plain", "{}"))
        .isInstanceOfSatisfying(ApiFailure.class, e -> assertThat(e.code()).isEqualTo(415));
    assertThatThrownBy(() -> after("application/merge-patch+json", "{"))
        .isInstanceOfSatisfying(ApiFailure.class, e -> assertThat(e.code()).isEqualTo(400));
    assertThatThrownBy(() ->
            after("application/apply-patch+yaml", "metadata: {managedFields: [{manager: x}]}"))
        .hasMessageContaining("managedFields must be nil");
  }

  private static ObjectNode after(String type, String patch) throws Exception {
    byte[] body = patch.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Patches.apply(parsed(OBJECT), type, body);
  }

  private static ObjectNode parsed(String json) throws Exception {
    return (ObjectNode) Json.MAPPER.readTree(json.replace('\'', '"'));
  }
}
