package net.pesulabs.console.page.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Settings.Theme;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;

/** Language and theme, which change at once. */
final class LookCard {

  private LookCard() {}

  static Node create(SettingsViewModel settings, Texts texts) {
    var language =
        new Choice<Language>(
                texts, settings.currentProperty().map(s -> s.language()), settings::choose)
            .offer(null, Msg.settingsSystem());
    for (Language each : Language.values()) {
      language.offer(each, Localized.verbatim(each.ownName()));
    }
    var theme =
        new Choice<Theme>(
            texts,
            settings.currentProperty().map(s -> s.theme()),
            chosen -> settings.choose(chosen == null ? Theme.SYSTEM : chosen));
    for (Theme each : Theme.values()) {
      theme.offer(each, words(each));
    }
    return new SettingsCard(
        texts,
        Feather.GLOBE,
        Msg.settingsLook(),
        Msg.settingsLookAbout(),
        new ResponsiveGrid(
            250,
            16,
            field(texts, Msg.settingsLanguage(), language.node()),
            field(texts, Msg.settingsTheme(), theme.node())));
  }

  private static Node field(Texts texts, Message label, Node choice) {
    choice.accessibleTextProperty().bind(texts.of(label));
    var box = new VBox(texts.on(new Label(), label), choice);
    box.getStyleClass().add("form-field");
    return box;
  }

  private static Message words(Theme theme) {
    return switch (theme) {
      case SYSTEM -> Msg.settingsSystem();
      case LIGHT -> Msg.settingsThemeLight();
      case DARK -> Msg.settingsThemeDark();
    };
  }
}
