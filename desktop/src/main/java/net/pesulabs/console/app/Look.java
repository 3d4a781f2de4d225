package net.pesulabs.console.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import net.pesulabs.console.assets.Assets;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.homelab.Settings.Theme;

/** Fonts, style sheets, and light or dark. FX thread only. */
final class Look {

  private static final double ANY_SIZE = 12;

  private Look() {}

  static void loadFonts() {
    Assets.fonts().forEach(font -> Font.loadFont(font.toExternalForm(), ANY_SIZE));
  }

  static void dress(Scene scene) {
    Assets.styles().forEach(sheet -> scene.getStylesheets().add(sheet.toExternalForm()));
  }

  static void show(Theme theme) {
    boolean dark =
        switch (theme) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    String sheet =
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
  }

  /** Whether the window is dark now. */
  static boolean isDark() {
    return new PrimerDark().getUserAgentStylesheet().equals(Application.getUserAgentStylesheet());
  }

  /** Keeps to the theme the person chose, and to the system's where they leave it to it. */
  static void follow(Session session, net.pesulabs.console.fx.Pulse pulse, Subscriptions until) {
    until.add(pulse.follow(session.settings(), chosen -> show(chosen.theme())));
    var system =
        Platform.getPreferences()
            .colorSchemeProperty()
            .subscribe(scheme -> show(session.settings().get().theme()));
    until.add(system::unsubscribe);
  }
}
