package net.pesulabs.console.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFilesTest {

  @TempDir private Path folder;

  @Test
  void aFileIsReadByItsPath() throws Exception {
    Path file = write("one.gguf", part(0, 1));
    assertThat(GgufFiles.read(file)).hasSize(1);
  }

  @Test
  void ofASplitModelAllPartsAreReadWhicheverWasChosen() throws Exception {
    write("m-00001-of-00002.gguf", part(0, 2));
    Path second = write("m-00002-of-00002.gguf", part(1, 2));
    assertThat(GgufFiles.read(second))
        .extracting(head -> head.whole("split.no").orElse(-1))
        .containsExactly(0L, 1L);
  }

  @Test
  void aMissingPartIsNamed() throws Exception {
    Path first = write("m-00001-of-00002.gguf", part(0, 2));
    GgufProblem problem = problem(first);
    assertThat(problem.text().key()).isEqualTo("planner.file-missing-part");
    assertThat(problem.text().arguments()).containsExactly("m-00002-of-00002.gguf");
  }

  @Test
  void partsThatDoNotBelongTogetherAndRenamedOnesAreRefused() throws Exception {
    write("m-00001-of-00002.gguf", part(0, 2));
    Path wrong = write("m-00002-of-00002.gguf", part(0, 2));
    assertThat(problem(wrong).text().key()).isEqualTo("planner.file-parts");
    assertThat(problem(write("renamed.gguf", part(0, 2))).text().key())
        .isEqualTo("planner.file-renamed-part");
    assertThat(problem(write("m-00001-of-00000.gguf", part(0, 1))).text().key())
        .isEqualTo("planner.file-absurd");
  }

  @Test
  void whatCannotBeReadSaysSo() {
    assertThat(problem(folder.resolve("none.gguf")).text().key())
        .isEqualTo("planner.file-unreadable");
    assertThat(problem(folder).text().key()).isEqualTo("planner.file-unreadable");
  }

  private static GgufBytes part(int number, int of) {
    return new GgufBytes()
        .text("general.architecture", "llama")
        .u32("split.no", number)
        .u32("split.count", of)
        .tensor("t" + number, GgmlType.F32, 8);
  }

  private Path write(String name, GgufBytes bytes) throws IOException {
    return Files.write(folder.resolve(name), Arrays.copyOf(bytes.head(), (int) bytes.fileBytes()));
  }

  private static GgufProblem problem(Path file) {
    return catchThrowableOfType(GgufProblem.class, () -> GgufFiles.read(file));
  }
}
