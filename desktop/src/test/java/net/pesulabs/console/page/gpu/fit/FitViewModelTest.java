package net.pesulabs.console.page.gpu.fit;

import static net.pesulabs.console.page.SampleHouse.GPU_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.MODEL_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.Rows;
import net.pesulabs.console.fx.ManualFx;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.model.Answer;
import net.pesulabs.console.model.Attention;
import net.pesulabs.console.model.CacheType;
import net.pesulabs.console.model.Calibration;
import net.pesulabs.console.model.KnownCard;
import net.pesulabs.console.model.ModelShape;
import net.pesulabs.console.model.Weights;
import net.pesulabs.console.model.gguf.GgufProblem;
import net.pesulabs.console.page.SampleHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FitViewModelTest {

  private static final long GIB = 1L << 30;
  private static final Path FILE = Path.of("Qwen3-8B-Q4_K_M.gguf");

  private final MovableClock clock = new MovableClock(NOW);
  private final ManualFx fx = new ManualFx();
  private final Pulse pulse = new Pulse(fx);
  private final Now now = new Now(clock);
  private final Queue<Runnable> disk = new ArrayDeque<>();
  private final LiveHomelab homelab = SampleHouse.live();
  private @Nullable GgufProblem problem;
  private final Cell<Settings> settings =
      new Cell<>(
          Settings.initial()
              .withProfile(
                  Profile.example().withGpu(Profile.Gpu.at("http://10.0.0.9:9100/metrics"))));
  private final FitViewModel model =
      new FitViewModel(homelab, settings, pulse, now, this::read, disk::add);

  @BeforeEach
  void open() {
    model.activate();
  }

  @Test
  void itAsksForAModelFirst() {
    assertThat(asked()).isEqualTo("planner.ask-file");
    model.form().source().set(FitForm.Source.TYPED);
    assertThat(asked()).isEqualTo("planner.ask-sizes");
    assertThat(model.offences().get()).as("empty is not wrong yet").isEmpty();
  }

  @Test
  void aFileIsReadElsewhereAndThenJudged() {
    model.choose(FILE);
    assertThat(asked()).isEqualTo("planner.reading-file");
    readDisk();
    assertThat(answered().answer()).isInstanceOf(Answer.Fits.class);
  }

  @Test
  void aBadFileSaysWhy() {
    problem = new GgufProblem(Msg.plannerFileNotGguf());
    model.choose(FILE);
    readDisk();
    assertThat(asked()).isEqualTo("planner.file-not-gguf");
    assertThat(FitWords.severity(model.sight().get())).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void theLastChoiceWins() {
    model.choose(Path.of("other.gguf"));
    Runnable slow = disk.remove();
    model.choose(FILE);
    readDisk();
    slow.run();
    hops();
    assertThat(model.file().getValue())
        .isInstanceOfSatisfying(
            ChosenFile.Read.class, read -> assertThat(read.path()).isEqualTo(FILE));
  }

  @Test
  void typedSizesAreJudgedAndWrongOnesNamed() {
    type("4,6", "32", "8", "128");
    assertThat(answered().answer()).isInstanceOf(Answer.Fits.class);
    model.form().text(Field.HEADS).set("eight");
    assertThat(model.offences().get()).containsOnlyKeys(Field.HEADS);
    assertThat(asked()).isEqualTo("planner.ask-sizes");
    model.form().text(Field.HEADS).set("8");
    model.form().text(Field.CONTEXT).set("");
    assertThat(model.offences().get()).containsOnlyKeys(Field.CONTEXT);
    assertThat(asked()).isEqualTo("planner.ask-right");
  }

  @Test
  void everyWrongFieldIsNamed() {
    model.form().source().set(FitForm.Source.TYPED);
    for (Field field : Field.values()) {
      model.form().text(field).set("?");
    }
    assertThat(model.offences().get()).containsOnlyKeys(Field.values());
  }

  /** While a model is loaded nobody knows what the others use, and nothing is called fine. */
  @Test
  void withoutKnowingWhatOthersUseItIsNeverGreen() {
    type("4.6", "32", "8", "128");
    assertThat(answered().card().others()).isNull();
    assertThat(FitWords.severity(model.sight().get())).isEqualTo(Severity.NOTICE);
    assertThat(FitWords.headline(model.sight().get()).key()).isEqualTo("planner.fits-if");
    model.form().text(Field.OTHERS).set("0.5");
    assertThat(answered().card().others()).isEqualTo(GIB / 2);
    assertThat(FitWords.severity(model.sight().get())).isEqualTo(Severity.FINE);
    assertThat(FitWords.headline(model.sight().get()).key()).isEqualTo("planner.fits");
  }

  @Test
  void besideWhatIsThereAllThatIsUsedStays() {
    type("4.6", "32", "8", "128");
    model.form().beside().set(true);
    assertThat(answered().card().others()).isEqualTo(SampleHouse.working(600).vramUsedBytes());
    assertThat(answered().answer()).isInstanceOf(Answer.Spills.class);
  }

  @Test
  void whereTheServerSleepsAllThatIsUsedStays() {
    homelab.model().set(server(ModelServer.State.SLEEPING, "m"));
    var other =
        new FitViewModel(homelab, settings, new Pulse(fx), new Now(clock), this::read, disk::add);
    other.activate();
    assertThat(other.form().beside().get()).isTrue();
    other.deactivate();
  }

  @Test
  void figuresThatAreOldAreNotCalledFine() {
    type("4.6", "32", "8", "128");
    model.form().text(Field.OTHERS).set("0.5");
    homelab.gpu().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(answered().live()).isFalse();
        });
    assertThat(FitWords.severity(model.sight().get())).isEqualTo(Severity.NOTICE);
    assertThat(FitWords.detail(model.sight().get()).key()).isEqualTo("planner.stale");
  }

  @Test
  void withoutACardThereIsNoAnswerAndTheReasonIsTold() {
    var empty = new LiveHomelab();
    empty.gpu().set(new Reading.Unknown<>(GPU_ORIGIN, Msg.tailnetHealthStopped()));
    var other =
        new FitViewModel(empty, settings, new Pulse(fx), new Now(clock), this::read, disk::add);
    other.activate();
    fill(other, "4.6", "32", "8", "128");
    assertThat(other.sight().get())
        .isInstanceOfSatisfying(
            Sight.Asking.class,
            asking ->
                assertThat(asking.what())
                    .isEqualTo(Msg.plannerAskCard(Msg.tailnetHealthStopped())));
    other.deactivate();
  }

  @Test
  void adviceCanBeTaken() {
    type("8.4", "40", "8", "128");
    model.form().text(Field.CONTEXT).set("128k");
    var smaller = (Answer.Smaller) answered().answer();
    model.form().take(smaller.remedies().getFirst().settings());
    assertThat(answered().answer()).isInstanceOf(Answer.Fits.class);
    assertThat(answered().settings().context()).isLessThan(131_072);
  }

  @Test
  void theLoadedModelNeedsItsFile() {
    model.form().source().set(FitForm.Source.LOADED);
    assertThat(asked()).isEqualTo("planner.loaded-needs-file");
    assertThat(model.form().text(Field.CONTEXT).get()).isEqualTo("32768");
    homelab.model().set(server(ModelServer.State.READY, "/models/qwen3-8b-q4_k_m.gguf"));
    model.choose(FILE);
    model.form().source().set(FitForm.Source.LOADED);
    readDisk();
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(model.sight().get()).isInstanceOf(Sight.Answered.class);
        });
  }

  @Test
  void theCeilingNeedsTheCardsSpeed() {
    type("4.6", "32", "8", "128");
    assertThat(answered().ceiling()).isNull();
    assertThat(FitWords.ceiling(model.sight().get()).key()).isEqualTo("planner.ceiling-ask");
    assertThat(model.knownCards()).extracting(KnownCard::gibibytes).containsOnly(16);
    KnownCard card =
        model.knownCards().stream()
            .filter(each -> each.name().equals("Radeon RX 7800 XT"))
            .findFirst()
            .orElseThrow();
    model.take(card);
    assertThat(model.form().text(Field.BANDWIDTH).get()).isEqualTo("624");
    assertThat(answered().ceiling().empty()).isBetween(126.0, 127.0);
    assertThat(settings.get().profile().gpu().card())
        .as("kept for the next time")
        .isEqualTo("Radeon RX 7800 XT");
    var next =
        new FitViewModel(homelab, settings, new Pulse(fx), new Now(clock), this::read, disk::add);
    next.activate();
    assertThat(next.form().text(Field.BANDWIDTH).get()).isEqualTo("624");
    next.deactivate();
  }

  @Test
  void aTypedSpeedIsKeptWhenOneSaysSo() {
    model.form().text(Field.BANDWIDTH).set("512,5");
    assertThat(model.speedIsNew().getValue()).isTrue();
    assertThat(settings.get().profile().gpu().gigabytesPerSecond()).isEmpty();
    model.rememberSpeed();
    assertThat(settings.get().profile().gpu().gigabytesPerSecond()).isEqualTo("512,5");
    hops();
    assertThat(model.form().text(Field.BANDWIDTH).get())
        .as("what was typed is not written over")
        .isEqualTo("512,5");
  }

  @Test
  void theServersModelIsPlannedByItsSizes() {
    homelab.model().set(llama());
    hops();
    model.form().source().set(FitForm.Source.LOADED);
    model.form().text(Field.OTHERS).set("0.5");
    var fits = (Answer.Fits) answered().answer();
    assertThat(fits.need().weights()).isEqualTo(4_912_898_304L);
    assertThat(fits.need().cache()).isEqualTo(2 * GIB);
    assertThat(FitWords.served(model.situation()).in(Language.EN))
        .contains("llama has the layers of Llama 3.1 8B");
  }

  @Test
  void anotherModelThatTheServerOffersCanBeChosen() {
    var offer =
        new ModelServer.Offer(
            ModelServer.Model.named("Qwen3-14B"), ModelServer.Offer.Status.UNLOADED, null, null);
    homelab
        .model()
        .set(
            new Reading.Live<>(
                Rows.server(ModelServer.State.READY).name("m").offers(offer).build(),
                MODEL_ORIGIN,
                NOW));
    hops();
    model.form().source().set(FitForm.Source.LOADED);
    assertThat(model.offered()).containsExactly("Qwen3-14B");
    model.form().served().set("Qwen3-14B");
    assertThat(((Sight.Asking) model.sight().get()).what())
        .as("of one that is not in memory the server tells no size")
        .isEqualTo(Msg.plannerLoadedNeedsFile("Qwen3-14B"));
  }

  private static Reading<ModelServer> llama() {
    return new Reading.Live<>(
        Rows.server(ModelServer.State.READY)
            .name("llama")
            .context(16_384, 1)
            .weights(8_030_261_248L, 4_912_898_304L, "Q4_K_M")
            .width(4096, 128_256)
            .work(0, 0)
            .build(),
        MODEL_ORIGIN,
        NOW);
  }

  @Test
  void aLoadThatWasSeenIsOfferedAndCorrectsWhatComesAfter() {
    homelab.model().set(server(ModelServer.State.SLEEPING, "Qwen3-8B-Q4_K_M"));
    use(GIB / 2);
    hops();
    model.choose(FILE);
    model.form().text(Field.CONTEXT).set("32768");
    model.form().beside().set(false);
    readDisk();
    pass(Duration.ofSeconds(20));
    use(11 * GIB);
    homelab.model().set(server(ModelServer.State.READY, "Qwen3-8B-Q4_K_M"));
    hops();
    pass(Duration.ofSeconds(5));
    use(11 * GIB + 1);
    hops();
    assertThat(model.offer().get()).isPresent();
    assertThat(answered().card().others()).as("seen alone").isEqualTo(GIB / 2);
    var before = ((Answer.Fits) answered().answer()).need();
    long error = model.offer().get().orElseThrow().error();
    model.adopt();
    assertThat(model.offer().get()).isEmpty();
    assertThat(model.calibration().get().samples()).hasSize(1);
    var after = ((Answer.Fits) answered().answer()).need();
    assertThat(after.buffers().middle()).isEqualTo(before.buffers().middle() + error);
    assertThat(FitWords.basis(model.calibration().get())).isNotNull();
    var kept = homelab.loads().get();
    assertThat(kept).hasSize(1);
    var other = new LiveHomelab();
    other.loads().set(kept);
    other.gpu().set(homelab.gpu().get());
    var next =
        new FitViewModel(other, settings, new Pulse(fx), new Now(clock), this::read, disk::add);
    next.activate();
    assertThat(next.calibration().get())
        .as("the next run knows it")
        .isEqualTo(model.calibration().get());
    next.deactivate();
    assertThat(Measures.of(kept, "another 8")).as("of this card only").isEqualTo(Calibration.NONE);
  }

  @Test
  void aLoadWithAnotherContextIsNotOffered() {
    homelab.model().set(server(ModelServer.State.SLEEPING, "Qwen3-8B-Q4_K_M"));
    use(GIB / 2);
    hops();
    model.choose(FILE);
    model.form().text(Field.CONTEXT).set("8192");
    readDisk();
    use(11 * GIB);
    homelab.model().set(server(ModelServer.State.READY, "Qwen3-8B-Q4_K_M"));
    hops();
    pass(Duration.ofSeconds(5));
    use(11 * GIB + 1);
    hops();
    assertThat(model.offer().get()).isEmpty();
    model.form().text(Field.CONTEXT).set("32768");
    assertThat(model.offer().get()).isPresent();
  }

  @Test
  void closedItHearsNothing() {
    model.deactivate();
    Reading<Card> before = model.card().getValue();
    use(GIB);
    hops();
    assertThat(model.card().getValue()).isSameAs(before);
  }

  @Test
  void settingsReachTheAnswer() {
    type("4.6", "32", "8", "128");
    model.form().keys().set(CacheType.Q8_0);
    model.form().values().set(CacheType.Q4_0);
    model.form().shared().set(false);
    model.form().text(Field.SLOTS).set("2");
    assertThat(answered().settings().keys()).isEqualTo(CacheType.Q8_0);
    assertThat(answered().settings().values()).isEqualTo(CacheType.Q4_0);
    assertThat(answered().settings().cells()).isEqualTo(8192);
  }

  private ModelShape read(Path path) throws GgufProblem {
    if (problem != null) {
      throw problem;
    }
    var weights = new Weights(5 * GIB, 5 * GIB, 5 * GIB);
    var layers = java.util.Collections.nCopies(36, new Attention.Layer(8, 128, 128, false));
    return new ModelShape(
        path.toString(),
        "qwen3",
        "Q4_K_M",
        8_190_000_000L,
        weights,
        new Attention.Known(layers, 0),
        null,
        40_960);
  }

  private void type(String weights, String layers, String heads, String length) {
    fill(model, weights, layers, heads, length);
  }

  private static void fill(
      FitViewModel model, String weights, String layers, String heads, String length) {
    model.form().source().set(FitForm.Source.TYPED);
    model.form().text(Field.WEIGHTS).set(weights);
    model.form().text(Field.LAYERS).set(layers);
    model.form().text(Field.HEADS).set(heads);
    model.form().text(Field.HEAD_LENGTH).set(length);
  }

  private static Reading<ModelServer> server(ModelServer.State state, String name) {
    return new Reading.Live<>(
        Rows.server(state).name(name).context(32_768, 4).work(0, 0).build(), MODEL_ORIGIN, NOW);
  }

  private void pass(Duration time) {
    clock.move(time);
    now.tick();
  }

  private void use(long bytes) {
    Card told = SampleHouse.working(600);
    var card = Rows.card(told.id(), told.state(), told.busyPercent(), bytes, told.vramTotalBytes());
    homelab
        .gpu()
        .set(
            new Reading.Live<>(
                new GpuNode("pesubuntu", List.of(card)), GPU_ORIGIN, clock.instant()));
  }

  /** Until all that was set before has been seen. */
  private void hops() {
    var reached = new AtomicBoolean();
    pulse.submit(reached, () -> reached.set(true));
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(reached).isTrue();
        });
  }

  private void readDisk() {
    for (Runnable task = disk.poll(); task != null; task = disk.poll()) {
      task.run();
    }
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(model.file().getValue()).isNotInstanceOf(ChosenFile.BeingRead.class);
        });
  }

  private String asked() {
    assertThat(model.sight().get()).isInstanceOf(Sight.Asking.class);
    return ((Sight.Asking) model.sight().get()).what().key();
  }

  private Sight.Answered answered() {
    assertThat(model.sight().get()).isInstanceOf(Sight.Answered.class);
    return (Sight.Answered) model.sight().get();
  }
}
