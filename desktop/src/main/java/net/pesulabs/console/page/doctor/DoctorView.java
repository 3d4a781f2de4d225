package net.pesulabs.console.page.doctor;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.doctor.Examination;
import net.pesulabs.console.doctor.Examiner;
import net.pesulabs.console.doctor.Path;
import net.pesulabs.console.doctor.Report;
import net.pesulabs.console.doctor.Target;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;

/** The doctor's page: one card a system, its hops appearing as they are examined. */
public final class DoctorView implements Page {

  private final DoctorViewModel model;
  private final Map<Target, PathCard> cards = new EnumMap<>(Target.class);
  private final VBox column = new VBox();
  private final ScrollPane root;

  /**
   * The page, which examines nothing until it is activated.
   *
   * @param about what the report for the admin says of this computer
   */
  public static DoctorView create(PageContext context, Examiner examiner, Report.About about) {
    return new DoctorView(new DoctorViewModel(examiner, about, context.pulse()), context.texts());
  }

  DoctorView(DoctorViewModel model, Texts texts) {
    this.model = model;
    for (Target target : Target.values()) {
      var card = new PathCard(target, texts);
      cards.put(target, card);
      column.getChildren().add(card);
    }
    column.getStyleClass().add("doctor-paths");
    var content = new VBox(new DoctorHeader(model, texts), column, new ReportBar(model, texts));
    content.getStyleClass().addAll("page", "doctor-page");
    content.getChildren().stream()
        .map(Region.class::cast)
        .forEach(part -> part.setMinHeight(Region.USE_PREF_SIZE));
    root = new ScrollPane(content);
    root.getStyleClass().addAll("edge-to-edge", "page-scroll");
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    model.examinationProperty().subscribe(found -> found.ifPresent(this::show));
    texts.languageProperty().subscribe(() -> cards.values().forEach(PathCard::sayAnew));
  }

  private void show(Examination examination) {
    boolean opened = false;
    for (Path path : examination.paths()) {
      boolean first = !opened && path.firstBroken().isPresent();
      opened |= first;
      PathCard card = cards.get(path.target());
      if (card != null) {
        card.show(path, first);
      }
    }
  }

  /** Whether an examination goes on. */
  public boolean isBusy() {
    return model.examiningProperty().get();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
  }
}
