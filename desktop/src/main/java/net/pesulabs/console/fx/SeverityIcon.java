package net.pesulabs.console.fx;

import javafx.beans.value.ObservableValue;
import net.pesulabs.console.health.Severity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A severity as a shape and a colour, so that colour alone never tells it. */
public final class SeverityIcon extends FontIcon {

  private @Nullable Severity shown;

  public SeverityIcon(Severity severity) {
    getStyleClass().add("severity-icon");
    show(severity);
  }

  public SeverityIcon(ObservableValue<Severity> severity) {
    this(severity.getValue());
    severity.subscribe(this::show);
  }

  public void show(Severity severity) {
    if (severity == shown) {
      return; // a change of style is dear, and tables show the same one again and again
    }
    setIconCode(
        switch (severity) {
          case FINE -> Feather.CHECK_CIRCLE;
          case BUSY -> Feather.REFRESH_CW;
          case NOTICE -> Feather.INFO;
          case UNKNOWN -> Feather.HELP_CIRCLE;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case CRITICAL -> Feather.X_CIRCLE;
        });
    if (shown != null) {
      getStyleClass().remove("severity-" + shown.id());
    }
    getStyleClass().add("severity-" + severity.id());
    shown = severity;
  }
}
