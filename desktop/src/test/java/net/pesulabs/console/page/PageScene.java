package net.pesulabs.console.page;

import atlantafx.base.theme.PrimerLight;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Font;
import net.pesulabs.console.assets.Assets;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.chat.ChatServer;
import net.pesulabs.console.i18n.Language;

/** A page on a scene of its own, open, with no window around it. */
public final class PageScene implements AutoCloseable {

  private final HouseHealth health;
  private final Texts texts = new Texts(Language.EN);
  private final Now now;
  private final Page page;
  private final Scene scene;

  public PageScene(LiveHomelab homelab, Clock clock, Function<PageContext, Page> create) {
    var settings = new Cell<>(Settings.initial());
    health = new HouseHealth(homelab, settings, clock);
    now = new Now(clock);
    ChatServer none = (turns, events) -> () -> {};
    OnFx.run(() -> {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      Assets.fonts().forEach(font -> Font.loadFont(font.toExternalForm(), 14));
    });
    page =
        OnFx.get(() ->
            create.apply(
                new PageContext(
                    homelab,
                    health,
                    settings,
                    none,
                    new Pulse(new JavaFxThread()),
                    texts,
                    now,
                    clock,
                    new RecordedDoors())));
    scene =
        OnFx.get(() -> {
          var made = new Scene(page.root(), 1080, 752);
          Assets.styles().forEach(style -> made.getStylesheets().add(style.toExternalForm()));
          page.activate();
          made.snapshot(null);
          return made;
        });
  }

  public Page page() {
    return page;
  }

  public Scene scene() {
    return scene;
  }

  public void speak(Language language) {
    OnFx.run(() -> texts.languageProperty().set(language));
  }

  public void tick() {
    OnFx.run(now::tick);
  }

  /** What the labels and cells that can be seen say, laid out anew. */
  public List<String> says() {
    return OnFx.get(() -> {
      scene.snapshot(null);
      return page.root().lookupAll("*").stream()
          .filter(Labeled.class::isInstance)
          .filter(PageScene::isSeen)
          .map(node -> ((Labeled) node).getText())
          .filter(text -> text != null && !text.isEmpty())
          .toList();
    });
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    OnFx.run(page::deactivate);
    health.close();
  }
}
