package net.pesulabs.console.page.topology;

import static net.pesulabs.console.page.HouseFixture.node;
import static net.pesulabs.console.page.HouseFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.MapChangeListener;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.QueuedFx;
import org.junit.jupiter.api.Test;

/** The map's model, without a toolkit. */
class TopologyViewModelTest {

  private static final String N8N = "workload/asuna/apps/Deployment/n8n";

  private final HouseFixture house = HouseFixture.fine();
  private final QueuedFx fx = new QueuedFx();
  private final TopologyViewModel model =
      new TopologyViewModel(house.homelab, house.settings, new Pulse(fx), house.now);

  @Test
  void aWorkloadIsOneChipHoweverManyPodsItHas() {
    model.activate();

    assertThat(workload("workload/asuna/apps/Deployment/n8n-worker").total()).isEqualTo(2);
    assertThat(workload("workload/asuna/apps/Deployment/n8n-worker").ready()).isEqualTo(2);
    assertThat(workload("workload/asuna/data/Job/postgres-backup").total()).isZero();
    assertThat(model.layoutProperty().get().rects()).containsKey(N8N);
  }

  @Test
  void thePodsOfADaemonSetAreSeenOnEachMachine() {
    model.activate();

    assertThat(workload("workload/asuna/kube-system/DaemonSet/svclb-traefik").box())
        .isEqualTo("machine/asuna");
    assertThat(workload("workload/pesubuntu/kube-system/DaemonSet/svclb-traefik").box())
        .isEqualTo("machine/pesubuntu");
  }

  @Test
  void onlyWhatChangedIsToldAndNothingMoves() throws Exception {
    model.activate();
    TopologyLayout before = model.layoutProperty().get();
    var told = new ArrayList<String>();
    model
        .items()
        .addListener((MapChangeListener<String, Item>) change -> told.add(change.getKey()));

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    fx.runUntil(() -> workload(N8N).ready() == 0);

    assertThat(told).containsExactly(N8N);
    assertThat(model.layoutProperty().get()).isSameAs(before);
  }

  @Test
  void aPodWithoutAMachineStandsInAFrameOfItsOwn() throws Exception {
    model.activate();
    assertThat(model.items()).doesNotContainKey(Item.UNSCHEDULED);

    house.homelab.pods().put(pod("ai", "whisper", null, "Pending", false));
    fx.runUntil(() -> model.items().containsKey(Item.UNSCHEDULED));

    TopologyLayout layout = model.layoutProperty().get();
    Rect frame = Objects.requireNonNull(layout.rects().get(Item.UNSCHEDULED));
    assertThat(layout.rects().get("workload/unscheduled/ai/Deployment/whisper"))
        .matches(frame::contains);

    house.homelab.pods().remove("ai/whisper-0");
    fx.runUntil(() -> !model.items().containsKey(Item.UNSCHEDULED));
    assertThat(model.layoutProperty().get().rects()).doesNotContainKey(Item.UNSCHEDULED);
  }

  @Test
  void nothingOfASilentClusterIsGreen() throws Exception {
    model.activate();

    house.loseCluster(Msg.readingWaiting());
    fx.runUntil(() -> !workload(N8N).live());

    assertThat(model.items().values())
        .filteredOn(item -> item instanceof Item.Workload)
        .isNotEmpty()
        .allMatch(item -> item.severity() == Severity.UNKNOWN);
    assertThat(item("machine/asuna").severity()).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void beforeTheFirstAnswersNothingIsGreen() {
    var waiting = new HouseFixture();
    var fresh =
        new TopologyViewModel(waiting.homelab, waiting.settings, new Pulse(fx), waiting.now);
    fresh.activate();

    assertThat(fresh.items().values())
        .hasSizeGreaterThan(6)
        .allMatch(item -> item.severity() == Severity.UNKNOWN);
    assertThat(fresh.links().values()).allMatch(link -> link.severity() == Severity.UNKNOWN);
  }

  @Test
  void aNodeTheProfileDoesNotKnowComesAfterTheOthers() throws Exception {
    model.activate();
    Rect asuna = model.layoutProperty().get().rects().get("machine/asuna");

    house.homelab.nodes().put(node("aaa", true));
    fx.runUntil(() -> model.items().containsKey("machine/aaa"));

    assertThat(model.layoutProperty().get().rects()).containsEntry("machine/asuna", asuna);
  }

  @Test
  void theModelServerAndTheCardStandOnTheMachineTheirUrlsName() {
    model.activate();

    assertThat(((Item.Hardware) item(Item.MODEL)).box()).isEqualTo("machine/pesubuntu");
    assertThat(((Item.Hardware) item(Item.GPU)).box()).isEqualTo("machine/pesubuntu");
  }

  @Test
  void aLoadingModelIsBusy() throws Exception {
    model.activate();

    house
        .homelab
        .model()
        .set(house.live(Source.MODEL, HouseFixture.model(ModelServer.State.LOADING)));
    fx.runUntil(() -> item(Item.MODEL).severity() == Severity.BUSY);
  }

  @Test
  void whatIsSelectedIsToldInWordsAndFollowsItsChanges() throws Exception {
    model.activate();
    model.selectedProperty().set(N8N);
    Details details = Objects.requireNonNull(model.detailsProperty().get());
    assertThat(details.title().in(Language.ES)).isEqualTo("n8n");
    assertThat(details.pods()).extracting(Details.PodLine::status).containsExactly("Running");

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    fx.runUntil(() ->
        Objects.requireNonNull(model.detailsProperty().get())
            .pods()
            .getFirst()
            .status()
            .equals("CrashLoopBackOff"));

    house.homelab.pods().remove("apps/n8n-0");
    fx.runUntil(() -> model.detailsProperty().get() == null);
  }

  @Test
  void everythingOnTheMapHasFactsToTell() {
    HouseFixture troubled = HouseFixture.troubled();
    var map =
        new TopologyViewModel(troubled.homelab, troubled.settings, new Pulse(fx), troubled.now);
    map.activate();
    var ids = new ArrayList<>(map.items().keySet());
    ids.addAll(map.links().keySet());

    for (String id : List.copyOf(ids)) {
      map.selectedProperty().set(id);
      Details details = map.detailsProperty().get();
      assertThat(details).as(id).isNotNull();
      for (Language language : Language.values()) {
        assertThat(details.title().in(language)).isNotBlank();
        assertThat(details.subtitle().in(language)).isNotBlank();
        assertThat(details.facts()).allMatch(fact -> !fact.value().in(language).isBlank());
      }
    }
  }

  @Test
  void leftAloneItHearsNothingAndComingBackItForgetsWhatWent() {
    model.activate();
    model.deactivate();
    Item before = item(N8N);

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    assertThat(item(N8N)).isSameAs(before);
    assertThat(house.homelab.attention().isOn(Source.CLUSTER)).isFalse();

    house.homelab.pods().remove("apps/n8n-0");
    model.activate();
    assertThat(model.items()).doesNotContainKey(N8N);
    assertThat(model.layoutProperty().get().rects()).doesNotContainKey(N8N);
  }

  private Item item(String id) {
    return Objects.requireNonNull(model.items().get(id), id);
  }

  private Item.Workload workload(String id) {
    return (Item.Workload) item(id);
  }
}
