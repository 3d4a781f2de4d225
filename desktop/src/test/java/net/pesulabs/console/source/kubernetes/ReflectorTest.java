package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReflectorTest {

  private static final int RUNS = 300;

  /** A reflector and its server, in one thread and in a time of their own. */
  private static final class World implements Reflector.Listener {
    final MovableClock clock = new MovableClock();
    final Table<Pod> pods = new Table<>(Pod::uid);
    final List<Duration> waits = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final FakeServer server;
    final Reflector<Pod> reflector;

    World(long seed, boolean restores) {
      var random = new Random(seed);
      server =
          new FakeServer(
              random, () -> clock.move(Duration.ofSeconds(random.nextInt(90))), restores);
      reflector =
          new Reflector<>(
              Resource.of(Kind.PODS, columns -> {}),
              "",
              server,
              pods,
              this,
              random,
              pause(),
              clock);
    }

    private Pause pause() {
      return new Pause() {
        @Override
        public void await(Duration duration) {
          waits.add(duration);
          clock.move(duration);
        }

        @Override
        public void end() {}
      };
    }

    void steps(int count) {
      for (int i = 0; i < count; i++) {
        reflector.step();
      }
    }

    /** Steps until the table follows the server. */
    void settle() {
      do {
        reflector.step();
      } while (!told.contains("current"));
      told.clear();
      waits.clear();
      server.requests.clear();
    }

    @Override
    public void begun() {}

    @Override
    public void listed() {
      told.add("listed");
    }

    @Override
    public void current() {
      told.add("current");
    }

    @Override
    public void behind(Trouble trouble, boolean serious) {
      told.add((serious ? "" : "perhaps ") + trouble.why().key().replaceAll(".*\\.", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyInterleavingEndsEqualToAFreshList(boolean restores) {
    for (int seed = 0; seed < RUNS; seed++) {
      var world = new World(seed, restores);
      world.server.begin(seed % 12);
      world.server.setTrouble(seed % 40);
      var wronglyGone = new ArrayList<String>();
      world.pods.follow(change -> {
        if (change.after() == null && !world.server.deleted.contains(change.uid())) {
          wronglyGone.add(change.uid());
        }
      });

      world.steps(30);
      world.server.setTrouble(0);
      world.steps(2); // at most a list that a restored backup made necessary, and the check for it
      // The server changes with every request: the last watch tells all up to its own moment.
      do {
        world.told.clear();
        world.reflector.step();
      } while (!world.told.contains("current"));

      assertThat(world.pods.all().stream().collect(Collectors.toMap(Pod::uid, Pod::phase)))
          .as("seed %d", seed)
          .isEqualTo(world.server.truth());
      if (!restores) {
        assertThat(wronglyGone).as("seed %d: the picture stays while listing anew", seed).isEmpty();
      }
    }
  }

  @Test
  void listsInPagesAndThenWatchesFromTheList() {
    var world = new World(1, false);
    world.server.begin(8);

    world.steps(2);

    assertThat(world.server.requests.getFirst()).isEqualTo("/api/v1/pods?limit=50");
    assertThat(world.server.requests.get(1)).startsWith("/api/v1/pods?limit=500&continue=");
    assertThat(world.server.requests.getLast())
        .matches(
            "/api/v1/pods\\?watch=1&allowWatchBookmarks=true&timeoutSeconds=\\d{3}&resourceVersion=\\d+");
    assertThat(world.told).containsExactly("listed", "current");
    assertThat(world.waits).isEmpty();
  }

  @Test
  void rowsCanBeUsedBeforeTheListIsWhole() {
    var world = new World(1, false);
    world.server.begin(9);
    var sizes = new ArrayList<Integer>();
    world.pods.follow(change -> sizes.add(world.server.requests.size()));

    world.reflector.step();

    assertThat(sizes.getFirst()).isEqualTo(1);
    assertThat(sizes.getLast()).isGreaterThan(1);
  }

  @Test
  void aQuickDropIsNoReasonForAlarmButTheSecondIs() {
    var world = new World(3, false);
    world.settle();

    world.server.nextCodes.addAll(List.of(500, 500, 500));
    world.steps(3);

    assertThat(world.told).containsExactly("perhaps server-error", "server-error", "server-error");
    assertThat(world.waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
  }

  @Test
  void theFirstListHasNothingToShowMeanwhile() {
    var world = new World(3, false);
    world.server.nextCodes.add(500);

    world.steps(1);

    assertThat(world.told).containsExactly("server-error");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void whatOnlyAPersonCanCureIsSaidAtOnceAndTriedSlowly(int code) {
    var world = new World(4, false);
    world.settle();

    for (int i = 0; i < 12; i++) {
      world.server.nextCodes.add(code);
    }
    world.steps(12);

    assertThat(world.told).containsOnly(code == 401 ? "unauthorized" : "forbidden").hasSize(12);
    Duration least = Duration.ofSeconds(code == 401 ? 2 : 30);
    assertThat(world.waits).allMatch(wait -> wait.compareTo(least) >= 0);
    assertThat(world.waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(30)) <= 0);
    world.settle();
  }

  /** As when somebody deletes a custom kind, and makes it anew. */
  @Test
  void ofAKindThatIsNoMoreNothingStays() {
    var world = new World(8, false);
    world.server.begin(5);
    world.settle();
    assertThat(world.pods.all()).isNotEmpty();

    world.server.nextCodes.addAll(List.of(404, 404));
    world.steps(1);
    assertThat(world.pods.all()).as("a server may only have started").isNotEmpty();
    world.steps(1);

    assertThat(world.pods.all()).isEmpty();
    assertThat(world.told).containsOnly("not-found");
    world.settle();
    assertThat(world.pods.size()).isEqualTo(world.server.truth().size());
  }

  @Test
  void theServersWishToBeLeftAloneIsHeeded() {
    var world = new World(5, false);
    world.settle();

    world.server.nextCodes.add(503); // with Retry-After: 40
    world.steps(1);

    assertThat(world.waits).containsExactly(Duration.ofSeconds(40));
  }

  @Test
  void waitsGrowToHalfAMinuteAndAreForgivenAfterAMinuteOfHealth() {
    var world = new World(6, false);
    for (int i = 0; i < 60; i++) {
      world.server.nextCodes.add(500);
    }
    world.steps(60);
    assertThat(world.waits.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(500));
    assertThat(world.waits.subList(0, 4)).allMatch(w -> w.compareTo(Duration.ofSeconds(4)) <= 0);
    assertThat(world.waits).allMatch(w -> w.compareTo(Duration.ofSeconds(30)) <= 0);
    assertThat(world.waits).anyMatch(w -> w.compareTo(Duration.ofSeconds(20)) > 0);

    world.server.whileWatching = () -> world.clock.move(Duration.ofSeconds(61));
    world.settle();
    world.server.nextCodes.add(500);
    world.steps(1);

    assertThat(world.told).containsExactly("perhaps server-error");
    assertThat(world.waits.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void nothingIsWrittenOnceClosed() {
    var world = new World(7, false);
    world.server.begin(5);
    world.reflector.close();

    world.steps(2);

    assertThat(world.pods.all()).isEmpty();
  }
}
