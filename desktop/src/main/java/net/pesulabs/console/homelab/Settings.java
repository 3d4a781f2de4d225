package net.pesulabs.console.homelab;

import java.util.Locale;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the person chose, kept in a file.
 *
 * @param language null to follow the system
 */
public record Settings(@Nullable Language language, Theme theme, Profile profile) {

  /** Light or dark. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The name in the settings file and of {@code --theme}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a new installation starts with. */
  public static Settings initial() {
    return new Settings(null, Theme.SYSTEM, Profile.example());
  }

  public Language languageOrSystem() {
    return language == null ? Language.ofSystem() : language;
  }

  public Settings withLanguage(@Nullable Language chosen) {
    return new Settings(chosen, theme, profile);
  }

  public Settings withTheme(Theme chosen) {
    return new Settings(language, chosen, profile);
  }

  public Settings withProfile(Profile chosen) {
    return new Settings(language, theme, chosen);
  }
}
