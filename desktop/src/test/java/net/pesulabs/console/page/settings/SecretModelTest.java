package net.pesulabs.console.page.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.page.settings.SecretModel.State;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The FX queue and what runs beside it are run by hand. */
class SecretModelTest {

  private final Queue<Runnable> fx = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Runnable> aside = new ArrayDeque<>();
  private final FakeSecrets secrets = new FakeSecrets();
  private final SecretModel model = new SecretModel(secrets, new Pulse(fx::add), aside::add);

  private State state() {
    return model.stateProperty().get();
  }

  private void settle() {
    while (!aside.isEmpty()) {
      aside.poll().run();
    }
    Awaitility.await()
        .until(() -> {
          for (Runnable next = fx.poll(); next != null; next = fx.poll()) {
            next.run();
          }
          return state() != State.LOOKING;
        });
  }

  @Test
  void thereIsNothingToKeepBeforeItHasAName() {
    assertThat(state()).isEqualTo(State.NO_NAME);
    model.keep("s3cret");
    model.forget();
    assertThat(aside).isEmpty();
  }

  @Test
  void keepsAndForgets() {
    model.about("router");
    assertThat(state()).isEqualTo(State.LOOKING);
    settle();
    assertThat(state()).isEqualTo(State.NOWHERE);
    model.keep("s3cret");
    settle();
    assertThat(state()).isEqualTo(State.IN_KEYRING);
    assertThat(secrets.kept).containsEntry("router", "s3cret");
    model.forget();
    settle();
    assertThat(state()).isEqualTo(State.NOWHERE);
    assertThat(secrets.kept).isEmpty();
  }

  @Test
  void saysWhereThereIsNoKeyring() {
    secrets.works = false;
    model.about("router");
    settle();
    model.keep("s3cret");
    settle();
    assertThat(state()).isEqualTo(State.THIS_RUN);
  }

  @Test
  void whileANameIsTypedOnlyTheLastCounts() {
    secrets.kept.put("router", "s3cret");
    model.about("rout");
    model.about("route");
    model.about("router");
    settle();
    assertThat(state()).isEqualTo(State.IN_KEYRING);
    assertThat(secrets.looked).containsExactly("router");
    model.about(null);
    assertThat(state()).isEqualTo(State.NO_NAME);
  }

  @Test
  void anEmptyPasswordIsNone() {
    model.about("router");
    settle();
    model.keep("");
    assertThat(aside).isEmpty();
  }
}
