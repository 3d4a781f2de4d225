package net.pesulabs.console.page.chat;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.ReplyEvent.End;
import org.jspecify.annotations.Nullable;

/** What the model said, or has said so far. FX thread only. */
final class Answer implements Entry {

  private final GrowingText thoughts = new GrowingText();
  private final GrowingText text = new GrowingText();
  private final ReadOnlyObjectWrapper<ReplyEvent.@Nullable Progress> progress =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Duration> thoughtFor =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ReplyEvent.@Nullable Ended> ended =
      new ReadOnlyObjectWrapper<>();
  private @Nullable Instant thinkingSince;

  GrowingText thoughts() {
    return thoughts;
  }

  GrowingText text() {
    return text;
  }

  /** The server's last count; null until it tells one. */
  ReadOnlyObjectProperty<ReplyEvent.@Nullable Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How long it reasoned; null until it is done with that. */
  ReadOnlyObjectProperty<@Nullable Duration> thoughtForProperty() {
    return thoughtFor.getReadOnlyProperty();
  }

  /** How it ended; null while it is written. */
  ReadOnlyObjectProperty<ReplyEvent.@Nullable Ended> endedProperty() {
    return ended.getReadOnlyProperty();
  }

  /** Whether asking again makes sense: it ended before its time. */
  boolean isBroken() {
    ReplyEvent.Ended how = ended.get();
    return how != null && (how.end() == End.FAILED || how.end() == End.STOPPED);
  }

  boolean isEmpty() {
    return text.isEmpty() && thoughts.isEmpty();
  }

  void add(ReplyBuffer.Batch batch, Instant now) {
    if (!batch.thoughts().isEmpty() && thinkingSince == null) {
      thinkingSince = now;
    }
    thoughts.append(batch.thoughts());
    boolean past = !batch.text().isEmpty() || batch.ended() != null;
    if (past && thinkingSince != null && thoughtFor.get() == null) {
      thoughtFor.set(Duration.between(thinkingSince, now));
    }
    text.append(batch.text());
    if (batch.progress() != null) {
      progress.set(batch.progress());
    }
  }

  void end(ReplyEvent.Ended how, Instant now) {
    add(new ReplyBuffer.Batch("", "", null, how, null), now);
    ended.set(how);
  }
}
