package net.pesulabs.console.model.gguf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.i18n.Msg;

/** The heads of a model's file, or of its files where it was split. Blocks on the disk. */
public final class GgufFiles {

  /** As {@code llama_split_path} names the parts; they count from one. */
  private static final Pattern PART = Pattern.compile("(.*)-(\\d{5})-of-(\\d{5})\\.gguf");

  private static final int MOST_PARTS = 1000;

  private GgufFiles() {}

  /**
   * The heads, of the first part first.
   *
   * @param file the model, or any part of it: the others are looked for beside it
   * @throws GgufProblem where a part is missing, cannot be read, or is not what it should be
   */
  public static List<GgufHeader> read(Path file) throws GgufProblem {
    Matcher name = PART.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      GgufHeader header = readOne(file);
      if (header.whole("split.count").orElse(1) > 1) {
        throw new GgufProblem(Msg.plannerFileRenamedPart());
      }
      return List.of(header);
    }
    int parts = Integer.parseInt(name.group(3));
    if (parts < 1 || parts > MOST_PARTS) {
      throw GgufInput.absurd();
    }
    List<GgufHeader> headers = new ArrayList<>();
    for (int i = 1; i <= parts; i++) {
      Path part =
          file.resolveSibling(
              String.format(Locale.ROOT, "%s-%05d-of-%05d.gguf", name.group(1), i, parts));
      if (!Files.exists(part)) {
        throw new GgufProblem(Msg.plannerFileMissingPart(String.valueOf(part.getFileName())));
      }
      headers.add(readOne(part));
    }
    checkThatTheyBelongTogether(headers);
    return List.copyOf(headers);
  }

  private static GgufHeader readOne(Path file) throws GgufProblem {
    if (!Files.isRegularFile(file)) { // a pipe or a device could block for ever
      throw new GgufProblem(Msg.plannerFileUnreadable(file.toString()));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return GgufReader.read(in, Files.size(file));
    } catch (IOException e) {
      throw new GgufProblem(Msg.plannerFileUnreadable(file.toString()), e);
    }
  }

  private static void checkThatTheyBelongTogether(List<GgufHeader> headers) throws GgufProblem {
    for (int i = 0; i < headers.size(); i++) {
      OptionalLong count = headers.get(i).whole("split.count");
      OptionalLong number = headers.get(i).whole("split.no");
      if (count.orElse(1) != headers.size() || number.orElse(0) != i) {
        throw new GgufProblem(Msg.plannerFileParts());
      }
    }
  }
}
