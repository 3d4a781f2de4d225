package net.pesulabs.console.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings file: YAML that a person can read and edit. A file that cannot be used is set aside
 * under another name; one of a newer program is left where it is. Neither is ever written over.
 */
final class SettingsFile {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  /** Raised when an older program could no longer make sense of the file. */
  static final int SCHEMA = 1;

  private static final String HEAD =
      """
      # Settings of Homelab Console. Edit them here or in the program.
      # Ajustes de Homelab Console. Se pueden cambiar aquí o en el programa.
      """;

  private final Path file;
  private final Clock clock;
  private final ObjectMapper yaml =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS));

  SettingsFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param first whether there was no file: the program was never set up here
   * @param problem what to tell the person; null where all is well
   * @param writable whether {@link #write} may be called
   */
  record Found(Settings settings, boolean first, @Nullable Message problem, boolean writable) {}

  Path path() {
    return file;
  }

  Found read() {
    if (!Files.exists(file)) {
      return new Found(Settings.initial(), true, null, true);
    }
    try {
      JsonNode root = yaml.readTree(file.toFile());
      int schema = root.path("schema").asInt(0);
      if (schema > SCHEMA) {
        return new Found(
            Settings.initial(), false, Msg.settingsNewer(file.toString(), schema), false);
      }
      if (schema < 1) {
        return setAside("schema");
      }
      return new Found(parse(root), false, null, true);
    } catch (UserError e) {
      return setAside(e.text().in(Language.EN));
    } catch (IOException e) {
      return Files.isReadable(file) && Files.isRegularFile(file)
          ? setAside(e.toString())
          : new Found(Settings.initial(), false, Msg.settingsUnreadable(file.toString()), false);
    }
  }

  /** Writes whole or not at all: a crash in between leaves the old file. */
  void write(Settings settings) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, HEAD + yaml.writeValueAsString(tree(settings)));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Found setAside(String why) {
    try {
      Path aside = SetAside.move(file, clock.instant());
      LOG.warn("settings set aside as {}: {}", aside, why);
      return new Found(Settings.initial(), false, Msg.settingsBroken(aside.toString()), true);
    } catch (IOException e) {
      LOG.error("settings cannot be set aside", e);
      return new Found(Settings.initial(), false, Msg.settingsUnreadable(file.toString()), false);
    }
  }

  private static Settings parse(JsonNode root) {
    String code = root.path("language").asText("system");
    Language language =
        code.equals("system")
            ? null
            : Language.ofCode(code).orElseThrow(() -> new UserError(Msg.cliUnknownLanguage(code)));
    var values = new LinkedHashMap<String, String>();
    flatten("", root.path("profile"), values);
    return new Settings(
        language, theme(root.path("theme").asText("system")), ProfileKeys.profile(values));
  }

  static Settings.Theme theme(String id) {
    for (Settings.Theme theme : Settings.Theme.values()) {
      if (theme.id().equals(id)) {
        return theme;
      }
    }
    throw new UserError(Msg.cliUnknownTheme(id));
  }

  /** Levels become dots. A machine whose name holds a dot stays one level in the file. */
  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    node.properties()
        .forEach(field -> {
          String key = prefix + field.getKey();
          if (field.getValue().isObject()) {
            flatten(key + ".", field.getValue(), into);
          } else {
            into.put(key, field.getValue().asText());
          }
        });
  }

  private ObjectNode tree(Settings settings) {
    ObjectNode root = yaml.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("language", settings.language() == null ? "system" : settings.language().code());
    root.put("theme", settings.theme().id());
    ObjectNode profile = root.putObject("profile");
    ProfileKeys.of(settings.profile())
        .forEach((key, value) -> {
          int field = key.lastIndexOf('.');
          int group = key.indexOf('.');
          ObjectNode at = profile;
          if (group >= 0) {
            at = at.withObjectProperty(key.substring(0, group));
          }
          if (field > group) {
            at = at.withObjectProperty(key.substring(group + 1, field));
          }
          at.put(key.substring(field + 1), value);
        });
    return root;
  }
}
