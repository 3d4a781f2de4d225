package net.pesulabs.console.page.settings;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Secrets;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;

/** The settings page: language and theme at once, the profile once it is saved. */
public final class SettingsView implements Page {

  /** As long as a short pause in typing. */
  private static final long PAUSE_MS = 300;

  private final SettingsViewModel settings;
  private final BorderPane root = new BorderPane();

  /**
   * The page over the settings in force.
   *
   * @param settingsFile where the settings are kept, as a person would write it
   */
  public static SettingsView create(
      PageContext context, SettingsChecks checks, Secrets secrets, String settingsFile) {
    Executor afterPause =
        CompletableFuture.delayedExecutor(
            PAUSE_MS,
            TimeUnit.MILLISECONDS,
            task -> Thread.ofVirtual().name("settings-check").start(task));
    return new SettingsView(
        new SettingsViewModel(context.settings(), checks, context.pulse(), afterPause),
        new SecretModel(secrets, context.pulse(), afterPause),
        context.texts(),
        settingsFile);
  }

  SettingsView(
      SettingsViewModel settings, SecretModel routerPassword, Texts texts, String settingsFile) {
    this.settings = settings;
    var title = texts.on(new Label(), Msg.settingsTitle());
    title.getStyleClass().add("page-title");
    var cards = new ResponsiveGrid(400, 16);
    cards.getChildren().add(LookCard.create(settings, texts));
    cards.getChildren().addAll(new ProfileCards(settings, texts).all());
    cards.getChildren().add(new RouterCard(settings, routerPassword, texts).node());
    var where = texts.on(new Label(), Msg.settingsFile(settingsFile));
    where.setWrapText(true);
    where.getStyleClass().addAll("muted", "small");

    var content = new VBox(title, cards, where);
    content.getStyleClass().addAll("page", "settings-content");
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("settings-scroll");
    root.getStyleClass().add("settings-page");
    root.setCenter(scroll);
    root.setBottom(new SaveBar(settings, texts));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    settings.activate();
  }

  @Override
  public void deactivate() {
    settings.deactivate();
  }
}
