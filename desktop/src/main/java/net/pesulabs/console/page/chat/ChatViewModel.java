package net.pesulabs.console.page.chat;

import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.chat.ChatServer;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.ReplyEvent.End;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * One conversation. An answer goes on while the page is not looked at; only what the page shows of
 * the house is followed between activate and deactivate. FX thread only.
 */
final class ChatViewModel {

  /** The answer being written, and the way to end it. What comes for any other is ignored. */
  private static final class Running {
    final Answer answer;
    final ReplyBuffer buffer = new ReplyBuffer();

    Running(Answer answer) {
      this.answer = answer;
    }
  }

  private final ChatServer server;
  private final LiveHomelab homelab;
  private final Pulse pulse;
  private final Clock clock;

  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ObservableList<Entry> setAside = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<ChatState> state =
      new ReadOnlyObjectWrapper<>(new ChatState.Idle());
  private final ReadOnlyObjectWrapper<Reading<ModelServer>> model;
  private final ReadOnlyObjectWrapper<@Nullable Integer> contextUsed =
      new ReadOnlyObjectWrapper<>();
  private final StringProperty draft = new SimpleStringProperty("");
  private final ObservableValue<ModelLink> link;
  private final ObservableValue<Boolean> canAsk;
  private final ObservableValue<Message> doing;
  private final ObservableValue<Message> note;
  private final Subscriptions open = new Subscriptions();

  private @Nullable Running running;
  private @Nullable Subscription reply;

  ChatViewModel(ChatServer server, LiveHomelab homelab, Pulse pulse, Clock clock) {
    this.server = server;
    this.homelab = homelab;
    this.pulse = pulse;
    this.clock = clock;
    this.model = new ReadOnlyObjectWrapper<>(homelab.model().get());
    this.link = model.map(ModelLink::of);
    this.canAsk =
        Bindings.createObjectBinding(
            () -> ModelLink.of(model.get()).open() && !state.get().isBusy(), model, state);
    this.doing =
        Bindings.createObjectBinding(() -> Doing.words(state.get(), model.get()), state, model);
    this.note =
        Bindings.createObjectBinding(
            () -> state.get().isBusy() ? Msg.chatNoteBusy() : ModelLink.of(model.get()).note(),
            state,
            model);
  }

  void activate() {
    open.add(homelab.attention().lookAt(Source.MODEL));
    open.add(pulse.follow(homelab.model(), model::set));
  }

  void deactivate() {
    open.close();
  }

  /** What was said, in order. Only the last one may still be growing. */
  ObservableList<Entry> entries() {
    return entries;
  }

  ReadOnlyObjectProperty<ChatState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reading<ModelServer>> modelProperty() {
    return model.getReadOnlyProperty();
  }

  ObservableValue<ModelLink> link() {
    return link;
  }

  /** Whether a question would be sent now. */
  ObservableValue<Boolean> canAsk() {
    return canAsk;
  }

  /** What the model is doing before it answers; null while there is nothing to say. */
  ObservableValue<Message> doing() {
    return doing;
  }

  /** What the one who types should know: how to send, or why not now. */
  ObservableValue<Message> note() {
    return note;
  }

  /** Tokens of this conversation, as the server counts; null until it told. */
  ReadOnlyObjectProperty<@Nullable Integer> contextUsedProperty() {
    return contextUsed.getReadOnlyProperty();
  }

  /** What is typed and not sent. */
  StringProperty draftProperty() {
    return draft;
  }

  /** Sends the draft; without one, or while the model cannot be asked, leaves all as it is. */
  void send() {
    String text = draft.get().strip();
    if (text.isEmpty() || !canAsk.getValue()) {
      return;
    }
    draft.set("");
    setAside.clear();
    entries.add(new Question(text));
    ask(Conversation.of(entries));
  }

  /** Ends the answer; what was said of it stays. */
  void stop() {
    Running stopped = running;
    if (stopped == null) {
      return;
    }
    if (reply != null) {
      reply.close();
    }
    take(stopped);
    if (running == stopped) {
      finish(stopped, new ReplyEvent.Ended(End.STOPPED, null));
    }
  }

  /** Whether the last answer broke off, and so may be asked for again. */
  boolean canRetry(Answer answer) {
    return answer.isBroken() && !entries.isEmpty() && entries.getLast() == answer;
  }

  /** Asks the last question again. A broken answer that said something stays to be read. */
  void retry() {
    if (!canAsk.getValue()
        || entries.isEmpty()
        || !(entries.getLast() instanceof Answer broken)
        || !broken.isBroken()) {
      return;
    }
    if (broken.isEmpty()) {
      entries.removeLast();
    }
    ask(Conversation.toLastQuestion(entries));
  }

  /** Stops, and starts an empty conversation; the old one is set aside until the next question. */
  void startAnew() {
    stop();
    if (!entries.isEmpty()) {
      setAside.setAll(entries);
      entries.clear();
    }
    contextUsed.set(null);
  }

  /** The conversation before {@link #startAnew}, while it can be had back. */
  ObservableList<Entry> setAside() {
    return setAside;
  }

  void bringBack() {
    entries.setAll(setAside);
    setAside.clear();
    for (Entry entry : entries) {
      if (entry instanceof Answer answer && answer.progressProperty().get() != null) {
        contextUsed.set(answer.progressProperty().get().contextUsed());
      }
    }
  }

  private void ask(List<Turn> turns) {
    var asked = new Running(new Answer());
    running = asked;
    entries.add(asked.answer);
    state.set(new ChatState.Waiting(null));
    reply =
        server.ask(
            turns,
            event -> {
              asked.buffer.add(event);
              pulse.submit(asked, () -> take(asked));
            });
  }

  private void take(Running heard) {
    if (heard != running) {
      return;
    }
    ReplyBuffer.Batch batch = heard.buffer.drain();
    heard.answer.add(batch, clock.instant());
    if (batch.progress() != null) {
      contextUsed.set(batch.progress().contextUsed());
    }
    if (batch.state() != null) {
      state.set(batch.state());
    }
    if (batch.ended() != null) {
      finish(heard, batch.ended());
    }
  }

  private void finish(Running done, ReplyEvent.Ended how) {
    running = null;
    reply = null;
    done.answer.end(how, clock.instant());
    state.set(new ChatState.Idle());
  }
}
