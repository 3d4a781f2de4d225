package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The kubeconfig files as they are on disk, merged as kubectl does: of entries with one name, the
 * first file's counts (<a
 * href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/">rules</a>).
 * They are only ever read.
 */
final class KubeconfigFiles {

  static final int LARGEST = 1 << 20;

  /** An entry, and the folder that its relative paths start from. */
  record Entry(JsonNode body, Path folder) {}

  private record Parsed(Path path, JsonNode root) {}

  private final String label;
  private final List<Parsed> files;

  private KubeconfigFiles(String label, List<Parsed> files) {
    this.label = label;
    this.files = files;
  }

  /**
   * Reads the file named, or those that kubectl would read.
   *
   * @param path empty for {@code $KUBECONFIG}, and without that for {@code ~/.kube/config}
   */
  static KubeconfigFiles read(String path, Map<String, String> environment, Path home)
      throws KubeconfigProblem {
    List<Path> paths = paths(path, environment, home);
    String label =
        paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    var files = new ArrayList<Parsed>();
    for (Path each : paths) {
      // As kubectl: of several, some may be missing.
      if (Files.exists(each)) {
        files.add(new Parsed(each, parse(each)));
      }
    }
    if (files.isEmpty()) {
      throw new KubeconfigProblem(Msg.kubeconfigMissing(label));
    }
    var merged = new KubeconfigFiles(label, files);
    if (merged.names("clusters").isEmpty() || merged.names("contexts").isEmpty()) {
      throw new KubeconfigProblem(Msg.kubeconfigEmpty(label));
    }
    return merged;
  }

  private static List<Path> paths(String path, Map<String, String> environment, Path home)
      throws KubeconfigProblem {
    String several = environment.getOrDefault("KUBECONFIG", "");
    try {
      if (!path.isBlank()) {
        return List.of(path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path));
      }
      List<Path> named =
          Pattern.compile(File.pathSeparator, Pattern.LITERAL)
              .splitAsStream(several)
              .filter(each -> !each.isBlank())
              .map(Path::of)
              .distinct()
              .toList();
      return named.isEmpty() ? List.of(home.resolve(".kube").resolve("config")) : named;
    } catch (InvalidPathException e) {
      throw new KubeconfigProblem(Msg.kubeconfigMissing(path.isBlank() ? several : path));
    }
  }

  private static JsonNode parse(Path path) throws KubeconfigProblem {
    if (Files.isDirectory(path)) {
      throw new KubeconfigProblem(Msg.kubeconfigFolder(path.toString()));
    }
    try (var in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new KubeconfigProblem(
            Msg.kubeconfigTooLarge(path.toString(), Quantity.bytes(LARGEST)));
      }
      JsonNode root = new YAMLMapper().readTree(bytes);
      return root == null ? MissingNode.getInstance() : root;
    } catch (JsonProcessingException e) {
      String line =
          e.getCause() instanceof MarkedYAMLException marked
              ? Integer.toString(marked.getProblemMark().getLine() + 1)
              : "?";
      throw new KubeconfigProblem(Msg.kubeconfigNotYaml(path.toString(), line));
    } catch (IOException e) {
      throw new KubeconfigProblem(Msg.kubeconfigUnreadable(path.toString()));
    }
  }

  /** The paths, as a person knows them. */
  String label() {
    return label;
  }

  String currentContext() {
    return files.stream()
        .map(file -> file.root.path("current-context").asText(""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The names in a section such as {@code contexts}, in the order of the files. */
  List<String> names(String section) {
    return files.stream()
        .flatMap(file -> StreamSupport.stream(file.root.path(section).spliterator(), false))
        .map(entry -> entry.path("name").asText(""))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** The entry of a name: what stands under {@code kind} in the first file that has it. */
  Optional<Entry> find(String section, String kind, String name) {
    for (Parsed file : files) {
      for (JsonNode entry : file.root.path(section)) {
        if (entry.path("name").asText("").equals(name)) {
          Path folder = file.path.toAbsolutePath().getParent();
          return Optional.of(
              new Entry(entry.path(kind), folder == null ? file.path.toAbsolutePath() : folder));
        }
      }
    }
    return Optional.empty();
  }
}
