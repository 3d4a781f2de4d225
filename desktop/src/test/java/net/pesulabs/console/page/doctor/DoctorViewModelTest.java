package net.pesulabs.console.page.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Examiner;
import net.pesulabs.console.doctor.Report;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.page.QueuedFx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's model, without a toolkit. */
class DoctorViewModelTest {

  private static final Report.About ABOUT = new Report.About("P", "S", "J", List.of());
  private static final Instant BEGUN = Instant.parse("2026-11-23T10:00:00Z");
  private static final Examination WALKING = new Examination(BEGUN, null, List.of());
  private static final Examination ENDED = new Examination(BEGUN, BEGUN.plusSeconds(2), List.of());

  @TempDir Path folder;

  private final QueuedFx fx = new QueuedFx();

  private DoctorViewModel model(Examiner examiner) {
    return new DoctorViewModel(examiner, ABOUT, new Pulse(fx));
  }

  @Test
  void examinesWhenItIsOpened() throws InterruptedException {
    DoctorViewModel model =
        model(progress -> {
          progress.accept(WALKING);
          progress.accept(ENDED);
          return ENDED;
        });

    model.activate();
    assertThat(model.examiningProperty().get()).isTrue();
    fx.runUntil(() -> !model.examiningProperty().get());

    assertThat(model.examinationProperty().get()).contains(ENDED);
  }

  @Test
  void breaksOffWhenItIsLeftAndKeepsWhatItFound() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    DoctorViewModel model =
        model(progress -> {
          progress.accept(WALKING);
          try {
            new CountDownLatch(1).await();
          } finally {
            interrupted.countDown();
          }
          return ENDED;
        });
    model.activate();
    fx.runUntil(() -> model.examinationProperty().get().isPresent());

    model.deactivate();
    interrupted.await();

    assertThat(model.examiningProperty().get()).isFalse();
    assertThat(model.examinationProperty().get()).contains(WALKING);
    assertThat(model.report(Language.EN)).as("there is none of half an examination").isEmpty();
  }

  @Test
  void examinesAgainWhenAsked() throws InterruptedException {
    var times = new AtomicInteger();
    DoctorViewModel model =
        model(progress -> {
          times.incrementAndGet();
          progress.accept(ENDED);
          return ENDED;
        });
    model.activate();
    fx.runUntil(() -> !model.examiningProperty().get());

    model.examine();
    fx.runUntil(() -> !model.examiningProperty().get());

    assertThat(times).hasValue(2);
  }

  @Test
  void savesTheReportAndSaysWhere() throws Exception {
    DoctorViewModel model =
        model(progress -> {
          progress.accept(ENDED);
          return ENDED;
        });
    model.activate();
    fx.runUntil(() -> !model.examiningProperty().get());
    Path file = folder.resolve("report.md");

    model.save(model.report(Language.ES).orElseThrow(), file);
    fx.runUntil(() -> model.noteProperty().get().isPresent());

    assertThat(Files.readString(file)).startsWith("# Homelab Console: informe");
    assertThat(model.noteProperty().get().orElseThrow().in(Language.EN))
        .isEqualTo("The report is in " + file + ".");
  }

  @Test
  void saysWhereItCouldNotBeSaved() throws Exception {
    DoctorViewModel model = model(progress -> ENDED);

    model.save("text", folder.resolve("no").resolve("such").resolve("folder"));
    fx.runUntil(() -> model.noteProperty().get().isPresent());

    assertThat(model.noteProperty().get().orElseThrow().key()).isEqualTo("doctor.report-not-saved");
  }
}
