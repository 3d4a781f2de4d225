package net.pesulabs.console.page.gpu.fit;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.model.Attention;
import net.pesulabs.console.model.CacheSettings;
import net.pesulabs.console.model.Calibration;
import net.pesulabs.console.model.CardMemory;
import net.pesulabs.console.model.Ceiling;
import net.pesulabs.console.model.LoadWatch;
import net.pesulabs.console.model.ModelShape;
import net.pesulabs.console.model.Planner;
import net.pesulabs.console.model.ServedShape;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan is made of, at one moment.
 *
 * @param load the last one that was seen
 */
record Situation(
    FitForm form,
    ChosenFile file,
    Reading<Card> card,
    Reading<ModelServer> server,
    Optional<LoadWatch.Load> load,
    Calibration calibration) {

  Sight sight() {
    Message missing = missing();
    if (missing != null) {
      return new Sight.Asking(missing);
    }
    Optional<CacheSettings> settings = form.settings();
    Optional<ModelShape> shape = shape();
    Optional<Card.Vram> known = card.map(Card::vram).known();
    if (settings.isEmpty() || shape.isEmpty() || known.isEmpty()) {
      return new Sight.Asking(Msg.plannerAskRight());
    }
    var memory = new CardMemory(known.get().totalBytes(), others(known.get()));
    OptionalDouble bandwidth = form.bandwidth();
    return new Sight.Answered(
        new Planner(calibration).answer(shape.get(), settings.get(), memory),
        settings.get(),
        memory,
        card.isLive(),
        bandwidth.isEmpty()
            ? null
            : Ceiling.of(shape.get(), settings.get(), bandwidth.getAsDouble()));
  }

  /** What is still to be said before there can be an answer; null where nothing is. */
  private @Nullable Message missing() {
    if (form.source().get() == FitForm.Source.LOADED) {
      return loaded();
    }
    if (form.source().get() == FitForm.Source.TYPED && form.typed().isEmpty()) {
      return Msg.plannerAskSizes();
    }
    if (form.source().get() == FitForm.Source.FILE) {
      switch (file) {
        case ChosenFile.None none -> {
          return Msg.plannerAskFile();
        }
        case ChosenFile.BeingRead(Path path) -> {
          return Msg.plannerReadingFile(ChosenFile.name(path));
        }
        case ChosenFile.Failed(Path path, Message why) -> {
          return why;
        }
        case ChosenFile.Read read -> {}
      }
    }
    return askCard();
  }

  private @Nullable Message askCard() {
    Reading<Card.Vram> vram = card.map(Card::vram);
    return vram.known().isPresent()
        ? null
        : Msg.plannerAskCard(vram.problem().orElse(Msg.readingNotReported()));
  }

  /** The server tells a model's name and size; of one that is not in memory the name alone. */
  private @Nullable Message loaded() {
    String name = served().name();
    if (name == null) {
      return Msg.plannerNoServer();
    }
    return shape().isPresent() ? askCard() : Msg.plannerLoadedNeedsFile(name);
  }

  private Optional<ModelShape> shape() {
    return switch (form.source().get()) {
      case TYPED -> form.typed();
      case FILE -> fromFile();
      case LOADED ->
          fromFile().filter(shape -> isFileOf(served().name())).or(() -> ServedShape.of(served()));
    };
  }

  private Optional<ModelShape> fromFile() {
    return file instanceof ChosenFile.Read read ? Optional.of(read.shape()) : Optional.empty();
  }

  private @Nullable Long others(Card.Vram now) {
    if (form.beside().get()) {
      return now.usedBytes();
    }
    Long typed = form.others();
    return typed != null ? typed : load.map(LoadWatch.Load::before).orElse(null);
  }

  /** What the last load showed, where it was of this model with these settings. */
  Optional<Calibration.Sample> sample() {
    Optional<ModelShape> shape = fromFile();
    Optional<CacheSettings> settings = form.settings();
    if (load.isEmpty() || shape.isEmpty() || settings.isEmpty() || !isFileOf(serverName())) {
      return Optional.empty();
    }
    Integer context = server.known().map(ModelServer::context).orElse(null);
    if (context == null || context != settings.get().cells()) {
      return Optional.empty();
    }
    return shape.get().attention() instanceof Attention.Known known
        ? Optional.of(
            new Calibration.Sample(
                load.get().model(),
                load.get().at(),
                Calibration.predict(shape.get(), known, settings.get()),
                load.get().grown()))
        : Optional.empty();
  }

  /**
   * The model of the server's that is chosen: one that it offers, or the one that it has loaded.
   */
  ModelServer.Model served() {
    String chosen = form.served().get();
    ModelServer known = server.known().orElse(null);
    if (known == null) {
      return ModelServer.Model.UNKNOWN;
    }
    return chosen.isEmpty()
        ? known.model()
        : known.offers().stream()
            .map(ModelServer.Offer::model)
            .filter(model -> chosen.equals(model.name()))
            .findFirst()
            .orElse(known.model());
  }

  /** Whether the chosen file is what the server calls so, by its names. */
  boolean isFileOf(@Nullable String name) {
    return name != null
        && file instanceof ChosenFile.Read(Path path, ModelShape shape)
        && (bare(name).equals(bare(ChosenFile.name(path)))
            || (shape.name() != null && bare(name).equals(bare(shape.name()))));
  }

  private static String bare(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.toLowerCase(Locale.ROOT).replaceFirst("\\.gguf$", "");
  }

  private @Nullable String serverName() {
    return server.known().map(ModelServer::name).orElse(null);
  }
}
