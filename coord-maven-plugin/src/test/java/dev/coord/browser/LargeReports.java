package dev.coord.browser;

import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What 2,000 tests with long names and the coverage of 300 files would be told by, for the large
 * plan: of 200 modules ten tests each, of all modules one source file.
 */
final class LargeReports {

  static final int TESTS = 2_000;
  static final int FILES = LargePlan.WORKSTREAMS;

  private static final int TESTS_OF_A_MODULE = 10;
  private static final int LINES = 40;

  private LargeReports() {}

  /** Adds the sources, to be committed. */
  static void sources(GitProject project) {
    for (int i = 0; i < FILES; i++) {
      project.file(main(i), "int line;\n".repeat(LINES));
      if (i < TESTS / TESTS_OF_A_MODULE) {
        project.file(source(i, "test", type(i) + "Test"), "class T {}\n");
      }
    }
  }

  /** Writes the reports where the builds of the modules would, at a time. */
  static void write(Path repository, Instant time) throws IOException {
    for (int i = 0; i < FILES; i++) {
      Path target = repository.resolve(LargePlan.module(i)).resolve("target");
      int covered = 1 + i * 7 % LINES;
      write(
          target.resolve("site/jacoco/jacoco.xml"),
          Reports.jacoco(folder(i), type(i) + ".java", covered, LINES - covered),
          time);
      if (i < TESTS / TESTS_OF_A_MODULE) {
        String name = folder(i).replace('/', '.') + "." + type(i) + "Test";
        write(target.resolve("surefire-reports/TEST-" + name + ".xml"), suite(i, name), time);
      }
    }
  }

  private static String suite(int module, String name) {
    int first = module * TESTS_OF_A_MODULE;
    String cases =
        IntStream.range(first, first + TESTS_OF_A_MODULE)
            .mapToObj(number -> test(number, name))
            .collect(Collectors.joining());
    long failed = IntStream.range(first, first + TESTS_OF_A_MODULE).filter(i -> fails(i)).count();
    long skipped = IntStream.range(first, first + TESTS_OF_A_MODULE).filter(i -> skips(i)).count();
    return "<testsuite name=\"%s\" time=\"5\" tests=\"%d\" errors=\"0\" skipped=\"%d\" failures=\"%d\">%s</testsuite>\n"
        .formatted(name, TESTS_OF_A_MODULE, skipped, failed, cases);
  }

  private static String test(int number, String type) {
    String inside =
        fails(number)
            ? "<failure message=\"expected: the place in the queue of reservation-%d but was: none\"/>"
                .formatted(number)
            : skips(number)
                ? "<skipped message=\"waits for the queue of part %d\"/>".formatted(number)
                : "";
    return ("<testcase name=\"a_reservation_that_was_cancelled_by_its_customer_keeps_its_place_in_the"
            + "_queue_until_day_%d_is_over\" classname=\"%s\" time=\"0.%03d\">%s</testcase>")
        .formatted(number, type, number % 1_000, inside);
  }

  private static boolean fails(int test) {
    return test % 25 == 3;
  }

  private static boolean skips(int test) {
    return test % 20 == 7;
  }

  /** The covered file of a module. */
  static String main(int module) {
    return source(module, "main", type(module));
  }

  private static String source(int module, String kind, String type) {
    return LargePlan.module(module)
        + "/src/"
        + kind
        + "/java/"
        + folder(module)
        + "/"
        + type
        + ".java";
  }

  private static String folder(int module) {
    return "com/example/large/warehouses/part%03d".formatted(module);
  }

  private static String type(int module) {
    return "ReservationsOfSeveralWarehouses%03d".formatted(module);
  }

  private static void write(Path file, String text, Instant time) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
