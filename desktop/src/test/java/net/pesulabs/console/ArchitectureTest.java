package net.pesulabs.console;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.application.Platform;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md, and that every text is used. */
class ArchitectureTest {

  private static final String ROOT = "net.pesulabs.console";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theHouseKnowsNothingButItselfAndTheTexts() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".homelab..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".homelab..", ROOT + ".i18n..", "java..", "org.jspecify.annotations.."))
        .check(CLASSES);
  }

  @Test
  void rulesKnowOnlyTheHouse() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".health..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".health..",
                ROOT + ".homelab..",
                ROOT + ".i18n..",
                "java..",
                "org.jspecify.annotations.."))
        .check(CLASSES);
  }

  @Test
  void theDoctorKnowsOnlyTheHouse() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".doctor..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".doctor..",
                ROOT + ".homelab..",
                ROOT + ".i18n..",
                "java..",
                "org.jspecify.annotations.."))
        .check(CLASSES);
  }

  @Test
  void thePlannerComputesAndKnowsNobody() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".model..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".model..",
                ROOT + ".homelab..",
                ROOT + ".i18n..",
                "java..",
                "org.jspecify.annotations.."))
        .check(CLASSES);
  }

  @Test
  void pagesNeverSeeSources() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".page..", ROOT + ".fx..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".source..", ROOT + ".demo..", ROOT + ".app..")
        .check(CLASSES);
  }

  @Test
  void sourcesSeeNoScreen() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".source..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            ROOT + ".page..",
            ROOT + ".fx..",
            ROOT + ".health..",
            ROOT + ".app..",
            ROOT + ".demo..")
        .check(CLASSES);
  }

  @Test
  void onlySourcesSpeakToTheOutside() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".source..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fabric8..", "okhttp3", "okhttp3.internal..", "okio..")
        .check(CLASSES);
  }

  @Test
  void thePretendHomelabIsAWorldOfItsOwn() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".demo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            ROOT + ".source..",
            ROOT + ".page..",
            ROOT + ".fx..",
            ROOT + ".health..",
            ROOT + ".app..")
        .check(CLASSES);
  }

  @Test
  void oneClassHopsToTheFxThread() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".fx.JavaFxThread")
        .should()
        .callMethod(Platform.class, "runLater", Runnable.class)
        .check(CLASSES);
  }

  @Test
  void nothingNeedsTheDesktopModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
        .check(CLASSES);
  }

  @Test
  void everyTextIsUsed() {
    var unused =
        CLASSES.get(Msg.class).getMethods().stream()
            .filter(method -> method.getAccessesToSelf().isEmpty())
            .filter(method -> method.getReferencesToSelf().isEmpty())
            .map(JavaMethod::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).as("texts that no class says: delete them from both files").isEmpty();
  }

  @Test
  void theRulesSeeTheProgram() {
    assertThat(CLASSES.contain(ROOT + ".app.Main")).isTrue();
    assertThat(CLASSES.get(Msg.class).getAccessesToSelf())
        .extracting(JavaAccess::getOriginOwner)
        .isNotEmpty();
  }
}
