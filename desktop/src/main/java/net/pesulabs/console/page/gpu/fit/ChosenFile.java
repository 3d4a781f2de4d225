package net.pesulabs.console.page.gpu.fit;

import java.nio.file.Path;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.model.ModelShape;

/** The file a person chose, and how far it is read. */
sealed interface ChosenFile {

  record None() implements ChosenFile {}

  record BeingRead(Path path) implements ChosenFile {}

  record Read(Path path, ModelShape shape) implements ChosenFile {}

  record Failed(Path path, Message why) implements ChosenFile {}

  /** A file's name, without the folders before it. */
  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
