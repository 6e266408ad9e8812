package io.github.xunbang;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Vendor and database types stay at home, and time comes from the clock. */
class CodingRulesTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.xunbang");

  @Test
  void databaseTypesStayInRepositoriesDocumentsAndStorage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.xunbang.storage..")
        .and()
        .haveNameNotMatching(".*(Repository|Document|Migration|Mapping|Configuration)(\\$.*)?")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.bson..",
                "com.mongodb..",
                "org.springframework.data.mongodb..",
                "de.bwaldvogel.."))
        .check(MAIN);
  }

  @Test
  void vendorJsonStaysInChannelsAndTheSimulator() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.github.xunbang.channel..", "io.github.xunbang.simulator..")
        // The frozen form of a board is JSON of our own making, not a vendor's.
        .and()
        .haveNameNotMatching(".*\\.BoardJson")
        .should()
        .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."))
        .check(MAIN);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(MAIN);
  }

  @Test
  void dependenciesComeThroughConstructors() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields()
        .should()
        .beAnnotatedWith(Autowired.class)
        .check(MAIN);
  }
}
