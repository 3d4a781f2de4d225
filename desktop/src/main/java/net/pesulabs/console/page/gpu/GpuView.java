package net.pesulabs.console.page.gpu;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.StaleNotice;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.chart.RangeBar;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.gpu.fit.FitCard;

/** The GPU page: what the card is doing now, what it did before, and for whom. */
public final class GpuView implements Page {

  private final Texts texts;
  private final Now now;
  private final GpuViewModel model;
  private final Timeline timeline;
  private final FitCard fit;
  private final VBox cards = new VBox();
  private final Map<String, CardSection> sections = new HashMap<>();
  private final ScrollPane root;

  private GpuView(Texts texts, Now now, GpuViewModel model, Timeline timeline, FitCard fit) {
    this.texts = texts;
    this.now = now;
    this.model = model;
    this.timeline = timeline;
    this.fit = fit;
    cards.getStyleClass().add("gpu-cards");
    cards.visibleProperty().bind(model.status().map(GpuStatus::hasFigures));
    cards.managedProperty().bind(cards.visibleProperty());
    VBox.setVgrow(cards, Priority.ALWAYS);
    var ranges = new RangeBar(timeline, texts, ZoneId.systemDefault());
    ranges.visibleProperty().bind(cards.visibleProperty());
    ranges.managedProperty().bind(ranges.visibleProperty());
    var unknown = new UnknownPane(texts, model);
    unknown.visibleProperty().bind(model.status().map(status -> !status.hasFigures()));
    unknown.managedProperty().bind(unknown.visibleProperty());
    var content =
        new VBox(
            new StatusHeader(texts, model),
            new StaleNotice(texts, model.now(), model.gpu(), Msg::gpuStaleNotice),
            unknown,
            new ModelStrip(texts, now, model),
            ranges,
            cards,
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
    var model = new GpuViewModel(context.homelab(), context.pulse(), context.now());
    var timeline = new Timeline(context.homelab(), context.pulse(), context.now());
    return new GpuView(context.texts(), context.now(), model, timeline, FitCard.create(context));
  }

  private void showCards() {
    cards.getChildren().clear();
    for (String id : List.copyOf(model.cards())) {
      if (model.cards().size() > 1) {
        cards.getChildren().add(title(id));
      }
      cards
          .getChildren()
          .add(
              sections.computeIfAbsent(
                  model.host() + "/" + id,
                  key -> new CardSection(texts, now, timeline, model.card(id), model.host(), id)));
    }
  }

  /** Only among several does a card need its name. */
  private Label title(String id) {
    var card = model.card(id);
    Label title =
        texts.on(
            new Label(),
            card.map(reading ->
                reading
                    .known()
                    .<Localized>map(c -> Msg.gpuCardTitle(id, GpuStatus.of(c).headline()))
                    .orElse(Localized.verbatim(id))));
    title.getStyleClass().add("card-title");
    title.setGraphic(
        new SeverityIcon(
            card.map(reading ->
                reading instanceof Reading.Live<Card> live
                    ? GpuStatus.of(live.value()).severity()
                    : net.pesulabs.console.health.Severity.UNKNOWN)));
    return title;
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
    fit.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
    timeline.deactivate();
    fit.deactivate();
  }
}
