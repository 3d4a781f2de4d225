package net.pesulabs.console.page.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Examiner;
import net.pesulabs.console.doctor.Report;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * Has the house examined, each time the page is opened and whenever it is asked to, and shows each
 * step. FX thread only; it examines and writes on virtual threads.
 */
final class DoctorViewModel {

  private final Examiner examiner;
  private final Report.About about;
  private final Pulse pulse;
  private final ReadOnlyObjectWrapper<Optional<Examination>> examination =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper examining = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable Run run;

  DoctorViewModel(Examiner examiner, Report.About about, Pulse pulse) {
    this.examiner = examiner;
    this.about = about;
    this.pulse = pulse;
  }

  /** As far as it has come; empty before the first step. */
  ReadOnlyObjectProperty<Optional<Examination>> examinationProperty() {
    return examination.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty examiningProperty() {
    return examining.getReadOnlyProperty();
  }

  /** What became of the report. */
  ReadOnlyObjectProperty<Optional<Message>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  void activate() {
    examine();
  }

  /** Breaks off what goes on; what was found stays on screen. */
  void deactivate() {
    if (run != null) {
      run.stop();
      run = null;
      examining.set(false);
    }
  }

  void examine() {
    deactivate();
    note.set(Optional.empty());
    examining.set(true);
    run = new Run();
  }

  /** The report of what is on screen; empty before all of it is known. */
  Optional<String> report(Language language) {
    return examination
        .get()
        .filter(each -> each.ended() != null)
        .map(each -> Report.markdown(each, about, language));
  }

  /** Writes a report, and says what became of it. */
  void save(String report, Path file) {
    Thread.ofVirtual()
        .name("doctor-report")
        .start(() -> {
          Message told;
          try {
            Files.writeString(file, report, StandardCharsets.UTF_8);
            told = Msg.doctorReportSaved(file.toString());
          } catch (IOException e) {
            told = Msg.doctorReportNotSaved(file.toString());
          }
          Message words = told;
          pulse.submit(note, () -> note.set(Optional.of(words)));
        });
  }

  /** One examination; what an earlier one still tells is not shown. */
  private final class Run {

    private final Thread thread = Thread.ofVirtual().name("doctor").start(this::walk);

    private void walk() {
      try {
        examiner.examine(step -> pulse.submit(this, () -> show(step)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // stopped: nobody looks any more
      }
    }

    private void show(Examination step) {
      if (run == this) {
        examination.set(Optional.of(step));
        examining.set(step.ended() == null);
      }
    }

    void stop() {
      thread.interrupt();
    }
  }
}
