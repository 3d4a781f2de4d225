package net.pesulabs.console.app;

import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Lamps;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.PageContext;

/** One source at a glance: shape and colour for its health, and the age of what it said last. */
final class Lamp {

  /**
   * The sources are asked every few seconds. To count these in the bar would tell nobody anything,
   * and lay the window out anew each second for as long as it is open.
   */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Source source;
  private final PageContext context;
  private final SeverityIcon icon = new SeverityIcon(Severity.UNKNOWN);
  private final Button root = new Button(null, icon);

  Lamp(Source source, PageContext context, Runnable onClick) {
    this.source = source;
    this.context = context;
    root.getStyleClass().addAll("flat", "lamp");
    root.setMinWidth(Button.USE_PREF_SIZE);
    root.setOnAction(event -> onClick.run());
    var tooltip = new Tooltip();
    tooltip.setOnShowing(event -> tooltip.setText(explanation()));
    root.setTooltip(tooltip);
    context.texts().languageProperty().subscribe(this::show);
  }

  Button root() {
    return root;
  }

  void show() {
    icon.show(health().severity());
    showAge();
  }

  /** The age alone, each second. */
  void showAge() {
    Texts texts = context.texts();
    Reading<?> reading = reading();
    String title = texts.say(source.title());
    String text =
        reading
            .age(context.now().get())
            .map(age ->
                reading.isLive() && age.compareTo(FRESH) < 0
                    ? Msg.appNow()
                    : Quantity.duration(age))
            .map(age -> texts.say(Msg.appLamp(title, age)))
            .orElse(title);
    root.setText(text);
    root.setAccessibleText(title + ": " + texts.say(health().text()));
  }

  private Health health() {
    return Lamps.of(source, context.homelab(), context.health());
  }

  private Reading<?> reading() {
    return context.homelab().reading(source).get();
  }

  private String explanation() {
    Texts texts = context.texts();
    return texts.say(health().text())
        + "\n"
        + ReadingLabel.explain(reading(), context.now().get(), texts.language());
  }
}
