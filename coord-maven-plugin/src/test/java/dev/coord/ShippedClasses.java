package dev.coord;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** What the checks of the architecture and of the documentation look at, read once. */
public final class ShippedClasses {

  public static final String ROOT = "dev.coord";

  /** Everything that ships, less what maven-plugin-plugin generates. */
  public static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/dev/coord/maven/HelpMojo"))
          .importPackages(ROOT);

  private ShippedClasses() {}

  /** Tells whether a rule fails on one type: a rule is worth nothing until it was seen failing. */
  static boolean breaks(Class<?> type, ArchRule rule) {
    return rule.evaluate(new ClassFileImporter().importClasses(type)).hasViolation();
  }
}
