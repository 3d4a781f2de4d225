package net.pesulabs.console.page.settings;

import static net.pesulabs.console.fx.UiTest.fromFx;
import static net.pesulabs.console.fx.UiTest.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.fx.UiTest;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.RecordedDoors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The settings page as somebody uses it. */
class SettingsViewTest {

  private final Texts texts = new Texts(Language.ES);
  private final Cell<Settings> settings = new Cell<>(Settings.initial());
  private final FakeSecrets secrets = new FakeSecrets();
  private SettingsView view;
  private final Pulse pulse = new Pulse(new JavaFxThread());
  private FxRobot robot;

  @BeforeEach
  void show() {
    var homelab = new LiveHomelab();
    var clock = Clock.systemUTC();
    var context =
        new PageContext(
            homelab,
            new HouseHealth(homelab, settings, clock),
            settings,
            (turns, listener) -> NOTHING,
            pulse,
            texts,
            new Now(clock),
            clock,
            new RecordedDoors());
    robot =
        UiTest.show(
            () -> {
              view = SettingsView.create(context, new FakeChecks(), secrets, "~/settings.yaml");
              return view.root();
            },
            960,
            640);
    onFx(view::activate);
  }

  private static final Subscription NOTHING = () -> {};

  @AfterEach
  void clear() {
    onFx(view::deactivate);
    UiTest.clear();
  }

  @Test
  void typingANameAndSavingKeepsIt() {
    robot.doubleClickOn(field(Msg.settingsName())).write("Ñandú ¿qué?");
    UiTest.await("save", () -> !button(".settings-save").isDisabled());
    robot.clickOn(".settings-save");
    assertThat(settings.get().profile().name()).isEqualTo("Ñandú ¿qué?");
    assertThat(fromFx(() -> reads(Msg.settingsStateSaved()))).isTrue();
    assertThat(fromFx(() -> button(".settings-save").isDisabled())).isTrue();
  }

  @Test
  void aWrongNetworkIsExplainedAsItIsTyped() {
    robot.clickOn(field(Msg.settingsLan())).type(KeyCode.END).write("9");
    assertThat(fromFx(() -> reads(Msg.settingsLanWrong()))).isTrue();
    assertThat(fromFx(() -> button(".settings-save").isDisabled())).isTrue();

    robot.type(KeyCode.BACK_SPACE);
    assertThat(fromFx(() -> reads(Msg.settingsLanWrong()))).isFalse();
    assertThat(fromFx(() -> reads(Msg.settingsStateUnchanged()))).isTrue();
  }

  @Test
  void languageAndThemeAreChosenWithAClickAndOneAlwaysHolds() {
    robot.clickOn("English");
    assertThat(settings.get().language()).isEqualTo(Language.EN);
    robot.clickOn("English");
    assertThat(fromFx(() -> toggle("English").isSelected())).isTrue();
    robot.clickOn(Msg.settingsThemeDark().in(Language.ES));
    assertThat(settings.get().theme()).isEqualTo(Settings.Theme.DARK);
  }

  @Test
  void theLanguageChangesWhileTheFieldsStay() {
    onFx(() -> field(Msg.settingsName()).setText("A medias"));
    onFx(() -> texts.languageProperty().set(Language.EN));
    assertThat(fromFx(() -> field(Msg.settingsName()).getText())).isEqualTo("A medias");
    assertThat(fromFx(() -> button(".settings-save").getText())).isEqualTo("Save");
  }

  @Test
  void machinesAreAddedAndRemoved() {
    onFx(() -> button(".machine-add").fire());
    assertThat(fromFx(() -> view.root().lookupAll(".machine-row").size())).isEqualTo(4);
    assertThat(fromFx(() -> reads(Msg.settingsMachineNameMissing()))).isTrue();
    for (int i = 0; i < 4; i++) {
      onFx(() -> button(".machine-remove").fire());
    }
    assertThat(fromFx(() -> reads(Msg.settingsMachinesMissing()))).isTrue();
  }

  @Test
  void aPasswordIsKeptUnseenAndForgotten() {
    assertThat(fromFx(() -> reads(Msg.secretsNoName()))).isTrue();
    onFx(() -> field(Msg.gatewaySettingsUbus()).setText("http://192.168.8.1/ubus"));
    onFx(() -> field(Msg.gatewaySettingsUser()).setText("console"));
    UiTest.await("the keyring was looked into", () -> reads(Msg.secretsNowhere()));
    assertThat(fromFx(() -> button(".secret-keep").isDisabled())).isTrue();

    onFx(() -> field(Msg.gatewaySettingsPassword()).setText("s3cret"));
    onFx(() -> button(".secret-keep").fire());
    UiTest.await("kept", () -> reads(Msg.secretsInKeyring()));
    assertThat(secrets.kept)
        .containsExactly(Map.entry("router console http://192.168.8.1/ubus", "s3cret"));
    assertThat(fromFx(() -> field(Msg.gatewaySettingsPassword()).getText())).isEmpty();
    assertThat(fromFx(() -> field(Msg.gatewaySettingsPassword())))
        .isInstanceOf(PasswordField.class);

    onFx(() -> button(".secret-forget").fire());
    UiTest.await("forgotten", () -> reads(Msg.secretsNowhere()));
    assertThat(secrets.kept).isEmpty();
  }

  @Test
  void ofAnAccountAlreadySetUpItIsToldWhetherItsPasswordIsKept() {
    onFx(view::deactivate);
    UiTest.clear();
    Profile e = Profile.example();
    settings.update(now ->
        now.withProfile(
            new Profile(
                e.name(),
                e.lan(),
                e.domain(),
                e.machines(),
                e.cluster(),
                e.gpu(),
                e.model(),
                new Profile.Gateway("", "http://192.168.8.1/ubus", "console"),
                e.tailscale())));
    show();
    UiTest.await("the keyring was looked into", () -> reads(Msg.secretsNowhere()));
  }

  @Test
  void theCommandsForTheRouterOnlyEverGrantReading() {
    assertThat(Recipe.read("router-user.sh"))
        .contains("\"read\"")
        .contains("uci commit rpcd")
        .doesNotContain("write")
        .doesNotContain("root");
    assertThat(Recipe.read("router-exporter.sh")).contains("listen_interface='lan'");
  }

  @Test
  void noLabelIsCutInEitherLanguageInASmallWindow() {
    for (Language language : Language.values()) {
      onFx(() -> texts.languageProperty().set(language));
      onFx(() -> view.root().applyCss());
      onFx(() -> view.root().layout());
      for (Node node : fromFx(() -> view.root().lookupAll(".text"))) {
        if (node instanceof Text text) {
          assertThat(fromFx(text::getText)).doesNotEndWith("...");
        }
      }
    }
  }

  @Test
  void nothingIsFollowedAfterThePageIsLeft() {
    onFx(view::deactivate);
    settings.update(s -> s.withLanguage(Language.EN));
    UiTest.awaitHops(pulse);
    assertThat(fromFx(() -> toggle("English").isSelected())).isFalse();
  }

  private TextField field(Message label) {
    return view.root().lookupAll(".text-field").stream()
        .map(TextField.class::cast)
        .filter(field -> label.in(texts.language()).equals(field.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private ToggleButton toggle(String text) {
    return view.root().lookupAll(".toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private Button button(String style) {
    return (Button) view.root().lookup(style);
  }

  private boolean reads(Message text) {
    return view.root().lookupAll(".label").stream()
        .anyMatch(node ->
            node instanceof Label label
                && label.isVisible()
                && text.in(texts.language()).equals(label.getText()));
  }
}
