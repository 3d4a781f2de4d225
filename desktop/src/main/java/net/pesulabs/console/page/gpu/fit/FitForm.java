package net.pesulabs.console.page.gpu.fit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.Attention;
import net.pesulabs.console.model.CacheSettings;
import net.pesulabs.console.model.CacheType;
import net.pesulabs.console.model.ModelShape;
import org.jspecify.annotations.Nullable;

/** What was filled in, and what is wrong with it. FX thread only. */
final class FitForm {

  /** Where the model's sizes come from. */
  enum Source {
    FILE,
    LOADED,
    TYPED
  }

  private static final double GIB = 1L << 30;
  private static final int MOST_LAYERS = 512;
  private static final int MOST_HEADS = 1024;
  private static final int LONGEST_HEAD = 1024;
  private static final double MOST_GIB = 4096;

  private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.FILE);
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final ObjectProperty<CacheType> keys = new SimpleObjectProperty<>(CacheType.F16);
  private final ObjectProperty<CacheType> values = new SimpleObjectProperty<>(CacheType.F16);
  private final StringProperty served = new SimpleStringProperty("");
  private final BooleanProperty shared = new SimpleBooleanProperty(true);
  private final BooleanProperty beside = new SimpleBooleanProperty(false);

  FitForm() {
    for (Field field : Field.values()) {
      texts.put(field, new SimpleStringProperty(""));
    }
    text(Field.CONTEXT).set("16384");
    text(Field.SLOTS).set(Integer.toString(CacheSettings.DEFAULT_SLOTS));
  }

  ObjectProperty<Source> source() {
    return source;
  }

  StringProperty text(Field field) {
    StringProperty text = texts.get(field);
    if (text == null) {
      throw new IllegalStateException(field + " is not there"); // all are, see the constructor
    }
    return text;
  }

  ObjectProperty<CacheType> keys() {
    return keys;
  }

  ObjectProperty<CacheType> values() {
    return values;
  }

  /** Which of the models that the server offers; empty for the one it has loaded. */
  StringProperty served() {
    return served;
  }

  BooleanProperty shared() {
    return shared;
  }

  /** Whether what the card holds now stays there, rather than make way. */
  BooleanProperty beside() {
    return beside;
  }

  /** All that can be filled in. */
  List<Observable> all() {
    var all = new java.util.ArrayList<Observable>(texts.values());
    all.addAll(List.of(source, served, keys, values, shared, beside));
    return all;
  }

  /** The settings; empty where some are wrong. */
  Optional<CacheSettings> settings() {
    Optional<Integer> context = context();
    Optional<Integer> slots = slots();
    return context.isEmpty() || slots.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CacheSettings(context.get(), keys.get(), values.get(), slots.get(), shared.get()));
  }

  /** Fills the settings in, as from advice. */
  void take(CacheSettings settings) {
    text(Field.CONTEXT).set(Integer.toString(settings.context()));
    keys.set(settings.keys());
    values.set(settings.values());
  }

  /** The model of the typed sizes; empty while some are missing or wrong. */
  Optional<ModelShape> typed() {
    var weights = Numbers.decimal(typed(Field.WEIGHTS), 0.01, MOST_GIB);
    Optional<Integer> layers = Numbers.whole(typed(Field.LAYERS), 1, MOST_LAYERS);
    Optional<Integer> heads = Numbers.whole(typed(Field.HEADS), 1, MOST_HEADS);
    Optional<Integer> length = Numbers.whole(typed(Field.HEAD_LENGTH), 1, LONGEST_HEAD);
    return weights.isEmpty() || layers.isEmpty() || heads.isEmpty() || length.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ModelShape.typed(
                Math.round(weights.getAsDouble() * GIB),
                layers.get(),
                new Attention.Layer(heads.get(), length.get(), length.get(), false)));
  }

  /** Bytes that others use, as typed; null where nothing is. */
  @Nullable Long others() {
    var typed = Numbers.decimal(typed(Field.OTHERS), 0, MOST_GIB);
    return typed.isEmpty() ? null : Math.round(typed.getAsDouble() * GIB);
  }

  /** Bytes a second; empty where nothing right is typed. */
  java.util.OptionalDouble bandwidth() {
    var typed = Numbers.decimal(typed(Field.BANDWIDTH), 1, 100_000);
    return typed.isEmpty() ? typed : java.util.OptionalDouble.of(typed.getAsDouble() * 1e9);
  }

  /** What is wrong, by field. An empty field is only wrong where there has to be something. */
  Map<Field, Message> offences() {
    var wrong = new EnumMap<Field, Message>(Field.class);
    if (context().isEmpty()) {
      wrong.put(Field.CONTEXT, whole(1, CacheSettings.LONGEST_CONTEXT));
    }
    if (slots().isEmpty()) {
      wrong.put(Field.SLOTS, whole(1, CacheSettings.MOST_SLOTS));
    }
    if (source.get() == Source.TYPED) {
      judge(
          wrong, Field.WEIGHTS, Numbers.decimal(typed(Field.WEIGHTS), 0.01, MOST_GIB).isPresent());
      judge(wrong, Field.LAYERS, 1, MOST_LAYERS);
      judge(wrong, Field.HEADS, 1, MOST_HEADS);
      judge(wrong, Field.HEAD_LENGTH, 1, LONGEST_HEAD);
    }
    judge(wrong, Field.OTHERS, others() != null);
    judge(wrong, Field.BANDWIDTH, bandwidth().isPresent());
    return wrong;
  }

  private void judge(Map<Field, Message> wrong, Field field, boolean right) {
    if (!right && !typed(field).isBlank()) {
      wrong.put(field, Msg.plannerWrongNumber());
    }
  }

  private void judge(Map<Field, Message> wrong, Field field, int least, int most) {
    if (!typed(field).isBlank() && Numbers.whole(typed(field), least, most).isEmpty()) {
      wrong.put(field, whole(least, most));
    }
  }

  private static Message whole(int least, int most) {
    return Msg.plannerWrongWhole(Quantity.number(least, 0), Quantity.number(most, 0));
  }

  private Optional<Integer> context() {
    return Numbers.whole(typed(Field.CONTEXT), 1, CacheSettings.LONGEST_CONTEXT);
  }

  private Optional<Integer> slots() {
    return Numbers.whole(typed(Field.SLOTS), 1, CacheSettings.MOST_SLOTS);
  }

  private String typed(Field field) {
    return text(field).get();
  }
}
