package net.pesulabs.console.page;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import net.pesulabs.console.assets.Assets;

/** A dressed scene for tests that need no window. FX thread only. */
public final class OffStage {

  private OffStage() {}

  /** The page in a scene of this size, as the window dresses it, laid out. */
  public static Scene scene(Parent root, boolean dark, double width, double height) {
    Assets.fonts().forEach(font -> Font.loadFont(font.toExternalForm(), 14));
    String theme = (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    if (!theme.equals(Application.getUserAgentStylesheet())) { // it takes seconds
      Application.setUserAgentStylesheet(theme);
    }
    var scene = new Scene(root, width, height);
    Assets.styles().forEach(style -> scene.getStylesheets().add(style.toExternalForm()));
    // Twice: a scroll pane knows its viewport only after the first time.
    for (int i = 0; i < 2; i++) {
      root.applyCss();
      root.layout();
    }
    return scene;
  }
}
