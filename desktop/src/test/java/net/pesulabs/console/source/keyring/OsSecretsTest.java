package net.pesulabs.console.source.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.pesulabs.console.homelab.Secrets.Kept;
import org.junit.jupiter.api.Test;

class OsSecretsTest {

  private final FakeKeyring keyring = new FakeKeyring();
  private final OsSecrets secrets = new OsSecrets(keyring);

  /** One that can stop working. */
  private static final class FakeKeyring implements Keyring {
    final Map<String, String> kept = new HashMap<>();
    boolean works = true;
    int asked;

    private void ask() throws Unusable {
      asked++;
      if (!works) {
        throw new Unusable(new IllegalStateException("a message with s3cret in it"));
      }
    }

    @Override
    public Optional<String> get(String name) throws Unusable {
      ask();
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void put(String name, String secret) throws Unusable {
      ask();
      kept.put(name, secret);
    }

    @Override
    public void remove(String name) throws Unusable {
      ask();
      kept.remove(name);
    }
  }

  @Test
  void keepsInTheKeyringAndForgets() {
    assertThat(secrets.get("router")).isEmpty();
    assertThat(secrets.kept("router")).isEqualTo(Kept.NOWHERE);
    assertThat(secrets.put("router", "s3cret")).isEqualTo(Kept.IN_KEYRING);
    assertThat(keyring.kept).containsExactly(Map.entry("router", "s3cret"));
    assertThat(secrets.get("router")).contains("s3cret");
    assertThat(secrets.kept("router")).isEqualTo(Kept.IN_KEYRING);
    secrets.remove("router");
    assertThat(keyring.kept).isEmpty();
    assertThat(secrets.get("router")).isEmpty();
  }

  @Test
  void asksTheKeyringOnce() {
    keyring.kept.put("router", "s3cret");
    assertThat(secrets.get("router")).contains("s3cret");
    assertThat(secrets.get("router")).contains("s3cret");
    assertThat(secrets.get("other")).isEmpty();
    assertThat(secrets.get("other")).isEmpty();
    assertThat(keyring.asked).isEqualTo(2);
  }

  @Test
  void withoutAKeyringItKeepsForThisRun() {
    keyring.works = false;
    assertThat(secrets.get("router")).isEmpty();
    assertThat(secrets.put("router", "s3cret")).isEqualTo(Kept.THIS_RUN);
    assertThat(secrets.get("router")).contains("s3cret");
    assertThat(secrets.kept("router")).isEqualTo(Kept.THIS_RUN);
    secrets.remove("router");
    assertThat(secrets.kept("router")).isEqualTo(Kept.NOWHERE);
    assertThat(keyring.kept).isEmpty();
  }

  @Test
  void aPretendHouseLeavesTheKeyringAlone() {
    keyring.kept.put("router", "of the real one");
    assertThat(secrets.get("router")).isPresent();
    secrets.leaveKeyringAlone();
    int asked = keyring.asked;
    assertThat(secrets.get("router")).isEmpty();
    assertThat(secrets.put("router", "pretend")).isEqualTo(Kept.THIS_RUN);
    secrets.remove("router");
    assertThat(keyring.asked).isEqualTo(asked);
    assertThat(keyring.kept).containsEntry("router", "of the real one");
  }

  @Test
  void tellsNoSecretByBeingPrinted() {
    secrets.put("router", "s3cret");
    assertThat(secrets.toString()).doesNotContain("s3cret");
    assertThat(new Keyring.Unusable(new IllegalStateException("s3cret")))
        .hasMessage("IllegalStateException")
        .hasNoCause();
  }
}
