package net.pesulabs.console.page.topology;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.topology.graph.Details;
import org.jspecify.annotations.Nullable;

/** The rows of the side panel; each follows its place in the details. */
final class FactsRows {

  private final Texts texts;
  private final Now now;
  private final ObservableValue<@Nullable Details> details;
  private final Consumer<String> go;

  FactsRows(Texts texts, Now now, ObservableValue<@Nullable Details> details, Consumer<String> go) {
    this.texts = texts;
    this.now = now;
    this.details = details;
    this.go = go;
  }

  /** The one at this place as it is now; the first while there is none. */
  private <T> ObservableValue<T> at(int index, T first, Function<Details, List<T>> list) {
    return details.map(d -> index < list.apply(d).size() ? list.apply(d).get(index) : first);
  }

  /** A fact with its age; where it comes from is told to the pointer. */
  Node fact(int index, Details.Fact first) {
    ObservableValue<Details.Fact> fact = at(index, first, Details::facts);
    var name = MapKit.styled(new Label(), "facts-name");
    name.textProperty().bind(texts.of(first.label()));
    var value = MapKit.styled(new Label(), "facts-value");
    value.setWrapText(true);
    value.textProperty().bind(texts.of(fact.map(Details.Fact::value)));
    var head = new HBox(name);
    head.getStyleClass().add("facts-row-head");
    if (first.from() != null) {
      var spring = new Region();
      HBox.setHgrow(spring, Priority.ALWAYS);
      head.getChildren().addAll(spring, age(fact));
    }
    return MapKit.styled(new VBox(head, value), "facts-row");
  }

  private Label age(ObservableValue<Details.Fact> fact) {
    var age = MapKit.styled(new Label(), "facts-age");
    age.setMinWidth(Region.USE_PREF_SIZE);
    age.textProperty().bind(texts.of(fact.map(f -> age(f.from()))));
    var tip = new Tooltip();
    tip.setOnShowing(event -> {
      Reading<?> from = fact.getValue().from();
      if (from != null) {
        tip.setText(ReadingLabel.explain(from, now.get(), texts.language()));
      }
    });
    age.setTooltip(tip);
    return age;
  }

  private Localized age(@Nullable Reading<?> from) {
    return from == null
        ? Localized.verbatim("")
        : from.age(now.get())
            .<Localized>map(
                age -> Msg.topologyHeard(from.origin().route().title(), Quantity.duration(age)))
            .orElseGet(Msg::readingNotReported);
  }

  /** What is wrong, and what to do. */
  Node finding(int index, Finding first) {
    ObservableValue<Finding> finding = at(index, first, Details::findings);
    var text = MapKit.styled(new Label(), "facts-finding-text");
    text.setWrapText(true);
    text.textProperty().bind(texts.of(finding.map(Finding::text)));
    var advice = MapKit.styled(new Label(), "facts-finding-advice");
    advice.setWrapText(true);
    advice.textProperty().bind(texts.of(finding.map(Finding::advice)));
    var object = MapKit.styled(new Label(first.object()), "facts-finding-object");
    object.setWrapText(true);
    var words = new VBox(text, advice, object);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return MapKit.styled(
        new HBox(new SeverityIcon(finding.map(Finding::severity)), words), "facts-finding");
  }

  Node neighbour(Details.Neighbour neighbour) {
    var link = new Hyperlink();
    link.textProperty().bind(texts.of(neighbour.title()));
    link.getStyleClass().add("facts-neighbour");
    link.setWrapText(true);
    link.setOnAction(event -> go.accept(neighbour.id()));
    String via = neighbour.via();
    if (via == null) {
      return link;
    }
    var line = texts.on(new Hyperlink(), Msg.topologyTheLine());
    line.getStyleClass().add("facts-line");
    line.setMinWidth(Region.USE_PREF_SIZE);
    line.setOnAction(event -> go.accept(via));
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return MapKit.styled(new HBox(link, spring, line), "facts-neighbour-row");
  }

  Node pod(int index, Details.PodLine first) {
    ObservableValue<Details.PodLine> pod = at(index, first, Details::pods);
    var name = new Hyperlink(first.name());
    name.getStyleClass().add("facts-pod-name");
    name.setWrapText(true);
    name.setOnAction(event -> go.accept(first.id()));
    var status = MapKit.styled(new Label(), "facts-pod-status");
    status.textProperty().bind(pod.map(Details.PodLine::status));
    var sentence = MapKit.styled(new Label(), "facts-pod-sentence");
    sentence.setWrapText(true);
    sentence.textProperty().bind(texts.of(pod.map(line -> line.health().text())));
    var words = new VBox(name, status, sentence);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return MapKit.styled(
        new HBox(new SeverityIcon(pod.map(line -> line.health().severity())), words), "facts-pod");
  }
}
