package net.pesulabs.console.page.gpu.served;

import java.util.List;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.running.Pace;
import net.pesulabs.console.model.running.Pace.Reason;
import net.pesulabs.console.model.running.SpeedBound;
import org.jspecify.annotations.Nullable;

/** How fast answers come, and why no faster, in words. Never a promise. */
final class PaceWords {

  private PaceWords() {}

  /** In one sentence; null where there is nothing to say. */
  static @Nullable Message sentence(Pace pace) {
    return switch (pace.kind()) {
      case AT_REST -> pace.bound() == null ? null : bound(pace.bound());
      case READING -> Msg.gpuModelPaceReading();
      case USUAL -> Msg.gpuModelPaceUsual(percent(pace));
      case SLOW -> Msg.gpuModelPaceSlow(percent(pace));
      case BEYOND -> Msg.gpuModelPaceBeyond();
      case MODEL_UNKNOWN -> Msg.gpuModelPaceModelUnknown();
      case CARD_UNKNOWN -> Msg.gpuModelPaceCardUnknown();
    };
  }

  private static Message bound(SpeedBound bound) {
    return Msg.gpuModelBound(speed(bound.most()));
  }

  private static Localized percent(Pace pace) {
    Double percent = pace.percent();
    return Quantity.percent(percent == null ? 0 : percent); // of these kinds it is always known
  }

  /** Slow is something to look into, and nothing is broken. */
  static Severity severity(Pace pace) {
    return switch (pace.kind()) {
      case SLOW, AT_REST -> Severity.NOTICE;
      case USUAL, BEYOND -> Severity.FINE;
      case READING -> Severity.BUSY;
      case MODEL_UNKNOWN, CARD_UNKNOWN -> Severity.UNKNOWN;
    };
  }

  /** Why, the weightiest first. */
  static List<Message> reasons(Pace pace) {
    return pace.reasons().stream().map(reason -> words(reason, pace.kind())).toList();
  }

  private static Message words(Reason reason, Pace.Kind kind) {
    return switch (reason) {
      case Reason.Spilled(long bytes) -> Msg.gpuModelWhySpilled(Quantity.bytes(bytes));
      case Reason.NotAllOnCard(long weights, long onCard) ->
          Msg.gpuModelWhyNotAllOnCard(Quantity.bytes(weights), Quantity.bytes(onCard));
      case Reason.Hot hot -> Msg.gpuModelWhyHot();
      case Reason.PowerLimit limit -> Msg.gpuModelWhyPowerLimit();
      case Reason.Several(int answers) -> Msg.gpuModelWhySeveral(Quantity.number(answers, 0));
      case Reason.Long(int tokens, double most) ->
          Msg.gpuModelWhyLong(Quantity.number(tokens, 0), speed(most));
      case Reason.Guesses guesses -> Msg.gpuModelWhyGuesses();
      case Reason.Unexplained unexplained ->
          kind == Pace.Kind.BEYOND ? Msg.gpuModelWhyMixture() : Msg.gpuModelWhyNotSeen();
    };
  }

  static Localized speed(double tokensPerSecond) {
    return Quantity.number(tokensPerSecond, tokensPerSecond < 10 ? 1 : 0);
  }
}
