package net.pesulabs.console.page.gpu.served;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Meter;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.running.Pace;
import org.jspecify.annotations.Nullable;

/** The speed of answers beside the most there can be, and what explains it. */
final class PaceView extends VBox {

  private final Kit kit;
  private final ServedViewModel model;
  private final VBox reasons = new VBox();
  private List<Message> shown = List.of();

  PaceView(Kit kit, ServedViewModel model) {
    this.kit = kit;
    this.model = model;
    getStyleClass().add("pace");
    reasons.getStyleClass().add("pace-reasons");
    ObservableValue<@Nullable Pace> pace = model.pace();
    Label sentence = kit.whileSaid(pace.map(PaceWords::sentence));
    sentence.getStyleClass().add("small");
    sentence.setGraphic(new SeverityIcon(pace.map(PaceWords::severity).orElse(Severity.UNKNOWN)));
    getChildren().addAll(hero(pace), meter(), sentence, reasons);
    pace.subscribe(this::show);
  }

  private HBox hero(ObservableValue<@Nullable Pace> pace) {
    var speed =
        new ReadingLabel<>(
            kit.texts(),
            kit.now(),
            kit.part(ModelServer::tokensPerSecond),
            tokens -> Msg.gpuTokensPerSecond(Quantity.number(tokens, 1)));
    speed.getStyleClass().add("figure");
    Label most = kit.whileSaid(pace.map(PaceView::most));
    most.getStyleClass().addAll("muted", "figure-aside");
    var hero = new HBox(speed, most);
    hero.getStyleClass().add("hero");
    return hero;
  }

  private static @Nullable Localized most(Pace pace) {
    return pace.perSecond() == null || pace.bound() == null
        ? null
        : Msg.gpuModelOfMost(PaceWords.speed(pace.bound().most()));
  }

  /** As full as the bound is reached; hatched while that is not known. */
  private Meter meter() {
    var meter =
        new Meter(
            model
                .pace()
                .map(pace -> model.server().getValue().map(server -> pace.percent()))
                .orElse(model.server().getValue().map(server -> (Double) null)));
    Kit.showWhile(
        meter, model.pace().map(pace -> pace.bound() != null && pace.perSecond() != null));
    return meter;
  }

  private void show(@Nullable Pace pace) {
    List<Message> now = pace == null ? List.of() : PaceWords.reasons(pace);
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    reasons.getChildren().setAll(now.stream().map(this::line).toList());
    reasons.setVisible(!now.isEmpty());
    reasons.setManaged(!now.isEmpty());
  }

  private HBox line(Message words) {
    var dot = new Label("•");
    dot.setMinWidth(USE_PREF_SIZE);
    Label text = kit.texts().on(new Label(), words);
    text.setWrapText(true);
    text.setMinWidth(0);
    text.getStyleClass().add("small");
    var line = new HBox(6, dot, text);
    line.getStyleClass().add("pace-reason");
    return line;
  }
}
