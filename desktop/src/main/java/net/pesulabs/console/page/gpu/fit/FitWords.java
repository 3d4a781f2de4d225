package net.pesulabs.console.page.gpu.fit;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.Answer;
import net.pesulabs.console.model.CacheSettings;
import net.pesulabs.console.model.Calibration;
import net.pesulabs.console.model.Ceiling;
import net.pesulabs.console.model.ModelShape;
import net.pesulabs.console.model.Range;
import net.pesulabs.console.model.Remedy;
import net.pesulabs.console.model.ServedShape;
import org.jspecify.annotations.Nullable;

/** The planner's answers in words. */
final class FitWords {

  private FitWords() {}

  /** Fine only where all is known: what others use, and what the card has now. */
  static Severity severity(Sight sight) {
    return switch (sight) {
      case Sight.Asking asking -> Severity.UNKNOWN;
      case Sight.Answered answered ->
          switch (answered.answer()) {
            case Answer.Fits fits ->
                answered.live() && answered.card().others() != null
                    ? Severity.FINE
                    : Severity.NOTICE;
            case Answer.Smaller smaller -> Severity.WARNING;
            case Answer.Spills spills -> Severity.CRITICAL;
            case Answer.WeightsSpill spills -> Severity.CRITICAL;
            case Answer.CannotTell cannot -> Severity.UNKNOWN;
          };
    };
  }

  static Message headline(Sight sight) {
    return switch (sight) {
      case Sight.Asking asking -> asking.what();
      case Sight.Answered answered ->
          switch (answered.answer()) {
            case Answer.Fits fits when answered.card().others() == null ->
                Msg.plannerFitsIf(Quantity.bytes(fits.left()));
            case Answer.Fits fits -> Msg.plannerFits(Quantity.bytes(fits.left()));
            case Answer.Smaller smaller -> Msg.plannerSmaller(Quantity.bytes(smaller.over()));
            case Answer.Spills spills -> Msg.plannerSpills(Quantity.bytes(spills.over()));
            case Answer.WeightsSpill spills -> Msg.plannerSpills(Quantity.bytes(spills.over()));
            case Answer.CannotTell cannot -> Msg.plannerCannotTell();
          };
    };
  }

  /** What explains the headline; null where nothing needs explaining. */
  static @Nullable Message detail(Sight sight) {
    if (!(sight instanceof Sight.Answered answered)) {
      return null;
    }
    return switch (answered.answer()) {
      case Answer.Fits fits -> answered.live() ? null : Msg.plannerStale();
      case Answer.Smaller smaller -> Msg.plannerSmallerDetail();
      case Answer.Spills spills -> Msg.plannerSpillsDetail();
      case Answer.WeightsSpill spills -> Msg.plannerWeightsDetail(Quantity.bytes(spills.weights()));
      case Answer.CannotTell cannot ->
          Msg.plannerCannotDetail(cannot.why(), Quantity.bytes(cannot.weights()));
    };
  }

  static Message remedy(Remedy remedy) {
    CacheSettings settings = remedy.settings();
    return switch (remedy) {
      case Remedy.Shorter shorter -> Msg.plannerRemedyContext(tokens(settings));
      case Remedy.Denser denser -> Msg.plannerRemedyCache(types(settings));
      case Remedy.ShorterAndDenser both -> Msg.plannerRemedyBoth(types(settings), tokens(settings));
    };
  }

  private static Localized tokens(CacheSettings settings) {
    return Quantity.number(settings.context(), 0);
  }

  private static Localized types(CacheSettings settings) {
    String k = settings.keys().id();
    String v = settings.values().id();
    return Localized.verbatim(k.equals(v) ? k : k + " / " + v);
  }

  static Message conversation(CacheSettings settings) {
    return settings.shared() && settings.slots() > 1
        ? Msg.plannerShared(Quantity.number(settings.cells(), 0), settings.slots())
        : Msg.plannerEach(Quantity.number(settings.cells(), 0));
  }

  /** What is known of the server's model that is chosen, and how; null for another choice. */
  static @Nullable Localized served(Situation now) {
    if (now.form().source().get() != FitForm.Source.LOADED) {
      return null;
    }
    ModelServer.Model model = now.served();
    String name = model.name();
    if (name == null) {
      return Msg.plannerNoServer();
    }
    if (now.isFileOf(name)) {
      return null;
    }
    return ServedShape.knownAs(model)
        .filter(known -> model.weightBytes() != null)
        .<Localized>map(known -> Msg.plannerServedKnown(name, known))
        .orElseGet(() -> Msg.plannerLoadedName(name));
  }

  static Localized range(Range range) {
    return Msg.plannerRange(Quantity.bytes(range.low()), Quantity.bytes(range.high()));
  }

  static @Nullable Message ceiling(Sight sight) {
    if (!(sight instanceof Sight.Answered answered) || spills(answered.answer())) {
      return null;
    }
    Ceiling ceiling = answered.ceiling();
    if (ceiling == null) {
      return Msg.plannerCeilingAsk();
    }
    return ceiling.full() == null
        ? Msg.plannerCeilingEmpty(speed(ceiling.empty()))
        : Msg.plannerCeiling(speed(ceiling.empty()), speed(ceiling.full()));
  }

  private static boolean spills(Answer answer) {
    return answer instanceof Answer.Spills || answer instanceof Answer.WeightsSpill;
  }

  private static Localized speed(double tokensPerSecond) {
    return Quantity.number(tokensPerSecond, tokensPerSecond < 10 ? 1 : 0);
  }

  /** What a file is, as far as it says so, in one line. */
  static Localized model(ModelShape shape) {
    List<Localized> parts = new ArrayList<>();
    if (shape.architecture() != null) {
      parts.add(Localized.verbatim(shape.architecture()));
    }
    if (shape.parameters() != null) {
      parts.add(Msg.plannerParameters(Quantity.number(shape.parameters() / 1e9, 1)));
    }
    if (shape.quantisation() != null) {
      parts.add(Localized.verbatim(shape.quantisation()));
    }
    parts.add(Quantity.bytes(shape.weights().inFile()));
    return language -> String.join(" · ", parts.stream().map(part -> part.in(language)).toList());
  }

  /** What the buffers rest on, once something was measured. */
  static @Nullable Message basis(Calibration calibration) {
    Calibration.Sample sample = calibration.basis().orElse(null);
    if (sample == null) {
      return null;
    }
    Localized day = Days.day(sample.at());
    return sample.error() < 0
        ? Msg.plannerMeasuredLess(day, sample.model(), Quantity.bytes(-sample.error()))
        : Msg.plannerMeasuredMore(day, sample.model(), Quantity.bytes(sample.error()));
  }

  static Message offer(Calibration.Sample sample) {
    return Msg.plannerOffer(
        Days.day(sample.at()),
        Quantity.bytes(sample.measured()),
        Quantity.bytes(sample.predicted().bytes()));
  }
}
