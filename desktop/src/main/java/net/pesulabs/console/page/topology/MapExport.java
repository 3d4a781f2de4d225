package net.pesulabs.console.page.topology;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.draw.Inks;
import net.pesulabs.console.page.topology.draw.Poster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the whole map as a picture: drawn on the FX thread, written on another, and told about when
 * it is there or why it is not.
 */
final class MapExport {

  private static final Logger LOG = LoggerFactory.getLogger(MapExport.class);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

  private final MapModel model;
  private final Inks inks;
  private final Texts texts;
  private final Pulse pulse;
  private final Clock clock;
  private final ZoneId zone;
  private final ReadOnlyObjectWrapper<@Nullable Message> outcome = new ReadOnlyObjectWrapper<>();

  MapExport(MapModel model, Inks inks, Texts texts, Pulse pulse, Clock clock, ZoneId zone) {
    this.model = model;
    this.inks = inks;
    this.texts = texts;
    this.pulse = pulse;
    this.clock = clock;
    this.zone = zone;
  }

  /** How the last one went; null before there was one. */
  ReadOnlyObjectProperty<@Nullable Message> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Asks where to, and saves. */
  void ask(PictureFile kind, @Nullable Window window) {
    var chooser = new FileChooser();
    chooser.setTitle(texts.say(Msg.topologyExport()));
    chooser.setInitialFileName(name(kind));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                kind.extension().toUpperCase(Locale.ROOT), "*." + kind.extension()));
    File file = chooser.showSaveDialog(window);
    if (file != null) {
      save(kind, withExtension(file.toPath(), kind));
    }
  }

  private String name(PictureFile kind) {
    String when = NAME.format(clock.instant().atZone(zone));
    String layer = model.layerProperty().get().name().toLowerCase(Locale.ROOT);
    return "homelab-" + layer + "-" + when + "." + kind.extension();
  }

  private static Path withExtension(Path file, PictureFile kind) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith("." + kind.extension())
        ? file
        : file.resolveSibling(name + "." + kind.extension());
  }

  void save(PictureFile kind, Path file) {
    PictureFile.Ready picture = kind.draw(poster(), inks);
    Thread.ofVirtual()
        .name("map-export")
        .start(() -> {
          Message told = write(picture, file);
          pulse.submit(this, () -> outcome.set(told));
        });
  }

  private static Message write(PictureFile.Ready picture, Path file) {
    try {
      picture.write(file);
      return Msg.topologyExportDone(file.toString());
    } catch (IOException e) {
      LOG.warn("cannot write {}", file, e);
      return Msg.topologyExportFailed(file.toString());
    }
  }

  Poster poster() {
    Instant now = clock.instant();
    String when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.language().locale())
            .format(now.atZone(zone));
    return new Poster(
        model.plainPicture(),
        texts.say(Msg.topologyExportTitle(LayerSwitch.title(model.layerProperty().get()))),
        texts.say(Msg.topologyExportWhen(when)),
        Legend.shown().stream()
            .map(severity -> new Poster.Sign(severity, texts.say(Legend.word(severity))))
            .toList());
  }
}
