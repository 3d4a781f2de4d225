package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Router.Part;
import net.pesulabs.console.homelab.Router.Standing;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.source.openwrt.GatewaySource;
import net.pesulabs.console.source.tailscale.TailnetSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pretend router as the real source sees it. */
class PretendRouterTest {

  private final PretendHomelab pretend = PretendHomelab.start(Set.of(), Clock.systemUTC());
  private final LiveHomelab homelab = new LiveHomelab();
  private final Subscription looking = homelab.attention().lookAt(Source.GATEWAY);
  private final Subscription tailnet =
      TailnetSource.start(pretend.profile().tailscale(), homelab, Clock.systemUTC());
  private final Subscription source =
      GatewaySource.start(pretend.profile(), new OnePassword(), homelab, Clock.systemUTC());

  private final class OnePassword implements Secrets {
    @Override
    public Optional<String> get(String name) {
      return Optional.of(pretend.routerPassword());
    }

    @Override
    public Kept put(String name, String secret) {
      throw new AssertionError("a source only reads");
    }

    @Override
    public void remove(String name) {
      throw new AssertionError("a source only reads");
    }

    @Override
    public Kept kept(String name) {
      return Kept.THIS_RUN;
    }
  }

  @AfterEach
  void close() {
    source.close();
    tailnet.close();
    looking.close();
    pretend.close();
  }

  private void awaitRouter(Predicate<Router> is) {
    await().until(() -> homelab.router().get().known().filter(is).isPresent());
  }

  @Test
  void tellsAllThatOneCanTell() {
    awaitRouter(router ->
        router.account().equals(Part.TOLD)
            && router.exporter().equals(Part.TOLD)
            && router.offersExitNode() != null);
    Router router = homelab.router().get().known().orElseThrow();
    assertThat(router.standing()).isEqualTo(Standing.ANSWERS);
    assertThat(router.answersNames()).isTrue();
    assertThat(router.offersExitNode()).isTrue();
    assertThat(router.routesLan()).isTrue();
    assertThat(router.device().firmware()).isEqualTo("OpenWrt 24.10.4 r28959-29397011cb");
    assertThat(router.load()).hasNoNullFieldsOrProperties();
    assertThat(router.wan()).isNotNull();
    assertThat(router.leases()).hasSize(5);
    assertThat(homelab.ways().all()).singleElement().matches(way -> way.inUse());
  }

  @Test
  void goesAndComesBack() {
    awaitRouter(router -> router.standing() == Standing.ANSWERS);
    pretend.inject(Fault.ROUTER_DNS_DOWN);
    awaitRouter(router -> Boolean.FALSE.equals(router.answersNames()));
    pretend.cure(Fault.ROUTER_DNS_DOWN);
    awaitRouter(router -> Boolean.TRUE.equals(router.answersNames()));
  }
}
