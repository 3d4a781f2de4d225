package net.pesulabs.console.page.chat;

import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * Whether the model can be talked with.
 *
 * @param open whether sending makes sense now
 * @param text the state in a few words
 * @param why the sentence that explains it; null where nothing needs to be explained
 * @param note what that means for the one who types
 */
record ModelLink(
    boolean open, Severity severity, Message text, @Nullable Message why, Message note) {

  static ModelLink of(Reading<ModelServer> reading) {
    return switch (reading) {
      case Reading.Live<ModelServer> live -> of(live.value().state());
      case Reading.Stale<ModelServer> stale ->
          new ModelLink(
              false,
              Severity.CRITICAL,
              Msg.chatModelUnreachable(),
              stale.why(),
              Msg.chatNoteUnreachable());
      case Reading.Unknown<ModelServer> unknown ->
          new ModelLink(
              false,
              Severity.UNKNOWN,
              Msg.chatModelUnknown(),
              unknown.why(),
              Msg.chatNoteUnreachable());
    };
  }

  private static ModelLink of(ModelServer.State state) {
    return switch (state) {
      case READY ->
          new ModelLink(true, Severity.FINE, Msg.chatModelReady(), null, Msg.chatNoteKeys());
      case SLEEPING ->
          new ModelLink(
              true,
              Severity.FINE,
              Msg.chatModelSleeping(),
              Msg.chatModelSleepingWhy(),
              Msg.chatNoteKeys());
      case LOADING ->
          new ModelLink(
              false,
              Severity.BUSY,
              Msg.chatModelLoading(),
              Msg.chatModelLoadingWhy(),
              Msg.chatNoteLoading());
    };
  }
}
