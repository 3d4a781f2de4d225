package net.pesulabs.console.page.gpu;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.StaleNotice;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.chart.RangeBar;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Doors;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.gpu.fit.FitCard;
import net.pesulabs.console.page.gpu.served.ServedPane;

/** The GPU page: what the card is doing now, what it did before, and for whom. */
public final class GpuView implements Page {

  /** So narrow a machine still shows its figures beside its bars. */
  private static final double MACHINE_WIDTH = 300;

  /** Two blocks with their charts side by side. */
  private static final double CARD_WIDTH = 656;

  private static final double GAP = 14;

  private final Texts texts;
  private final Now now;
  private final GpuViewModel model;
  private final Timeline timeline;
  private final ServedPane served;
  private final FitCard fit;
  private final VBox cards = new VBox();
  private final Map<String, CardSection> sections = new HashMap<>();
  private final ScrollPane root;

  private GpuView(
      Texts texts,
      Now now,
      Doors doors,
      GpuViewModel model,
      Timeline timeline,
      ServedPane served,
      FitCard fit) {
    this.texts = texts;
    this.now = now;
    this.model = model;
    this.timeline = timeline;
    this.served = served;
    this.fit = fit;
    cards.getStyleClass().add("gpu-cards");
    VBox.setVgrow(cards, Priority.ALWAYS);
    var ranges = new RangeBar(timeline, texts, ZoneId.systemDefault());
    var charts = new VBox(ranges, cards);
    charts.getStyleClass().add("gpu-cards");
    charts.visibleProperty().bind(model.status().map(GpuStatus::hasFigures));
    charts.managedProperty().bind(charts.visibleProperty());
    VBox.setVgrow(charts, Priority.ALWAYS);
    var left = new VBox(new UnknownPane(texts, model, doors), charts);
    left.getStyleClass().add("gpu-cards");
    var right = new VBox(served.use(), new MachineSection(texts, now, model));
    right.getStyleClass().add("gpu-cards");
    var beside = new Beside(left, right, MACHINE_WIDTH, CARD_WIDTH, GAP);
    VBox.setVgrow(beside, Priority.ALWAYS);
    var content =
        new VBox(
            new StatusHeader(texts, model),
            new StaleNotice(texts, model.now(), model.gpu(), Msg::gpuStaleNotice),
            new FoundPane(texts, model),
            beside,
            served.served(),
            fit);
    content.getStyleClass().addAll("page", "gpu-page");
    // Where there is too little room the page scrolls, and no text is cut for it.
    content.getChildren().stream()
        .map(Region.class::cast)
        .forEach(part -> part.setMinHeight(Region.USE_PREF_SIZE));
    root = new ScrollPane(content);
    root.getStyleClass().addAll("edge-to-edge", "page-scroll");
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    model.cards().subscribe(this::showCards);
    showCards();
  }

  /** The page, which follows nothing until it is activated. */
  public static GpuView create(PageContext context) {
    var model =
        new GpuViewModel(
            context.homelab(),
            context.health()::hardware,
            context.settings(),
            context.pulse(),
            context.now());
    var timeline = new Timeline(context.homelab(), context.pulse(), context.now());
    return new GpuView(
        context.texts(),
        context.now(),
        context.doors(),
        model,
        timeline,
        ServedPane.create(context, timeline),
        FitCard.create(context));
  }

  private void showCards() {
    cards.getChildren().clear();
    boolean several = model.cards().size() > 1;
    for (String id : List.copyOf(model.cards())) {
      CardSection section =
          sections.computeIfAbsent(
              model.host() + "/" + id,
              key -> new CardSection(texts, now, timeline, model.card(id), model.host(), id));
      if (several) {
        cards.getChildren().add(new CardHead(texts, model, id, section));
      }
      cards.getChildren().add(section);
    }
    if (!several) {
      sections.values().forEach(CardHead::unfold);
    }
  }

  /** The stretch of time that its charts show. */
  public Timeline timeline() {
    return timeline;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    timeline.activate();
    model.activate();
    served.activate();
    fit.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
    timeline.deactivate();
    served.deactivate();
    fit.deactivate();
  }
}
