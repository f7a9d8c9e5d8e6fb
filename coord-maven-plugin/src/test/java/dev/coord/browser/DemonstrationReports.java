package dev.coord.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports about the classes of a module, as Surefire and JaCoCo would write them. */
final class DemonstrationReports {

  /** A test, or one that is repeated for each of the texts in the list above it. */
  private static final Pattern TEST =
      Pattern.compile("@(?:Test|ParameterizedTest\\s+@\\w+\\(([^)]*)\\))\\s+void (\\w+)\\(");

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

  /**
   * One line of so many was run by no test; of the command line more, for which there is a waiver.
   */
  private static final int MISSED = 11;

  private static final int MISSED_BY_APP = 4;

  private DemonstrationReports() {}

  /** Writes them where the build of the module would, at a time. */
  static void write(Path module, Instant time) throws IOException {
    Path tests = module.resolve("src/test/java");
    for (Path source : sources(tests)) {
      String name = tests.relativize(source).toString().replace(".java", "").replace('/', '.');
      Path report = module.resolve("target/surefire-reports/TEST-" + name + ".xml");
      write(report, suite(name, Files.readString(source)), time);
    }
    int often = module.endsWith("app") ? MISSED_BY_APP : MISSED;
    Path code = module.resolve("src/main/java");
    Map<String, String> packages = new TreeMap<>();
    for (Path source : sources(code)) {
      packages.merge(
          code.relativize(source.getParent()).toString(),
          sourceFile(source, often),
          String::concat);
    }
    String inside =
        packages.entrySet().stream()
            .map(
                entry ->
                    "<package name=\"%s\">%s</package>"
                        .formatted(entry.getKey(), counted(entry.getValue())))
            .collect(Collectors.joining());
    String report = "<report name=\"demonstration\">%s</report>\n".formatted(counted(inside));
    write(module.resolve("target/site/jacoco/jacoco.xml"), report, time);
  }

  private static String suite(String name, String source) {
    List<String> tests = new ArrayList<>();
    for (MatchResult test : TEST.matcher(source).results().toList()) {
      long times = test.group(1) == null ? 1 : TEXT.matcher(test.group(1)).results().count();
      for (int i = 1; i <= times; i++) {
        tests.add(times == 1 ? test.group(2) : test.group(2) + "[" + i + "]");
      }
    }
    return tests.stream()
        .map(
            test ->
                "<testcase name=\"%s\" classname=\"%s\" time=\"0.0%d\"/>"
                    .formatted(test, name, test.length()))
        .collect(
            Collectors.joining(
                "",
                "<testsuite name=\"%s\" time=\"0.5\" tests=\"%d\" errors=\"0\" skipped=\"0\" failures=\"0\">"
                    .formatted(name, tests.size()),
                "</testsuite>\n"));
  }

  private static String sourceFile(Path source, int often) throws IOException {
    List<String> lines = Files.readAllLines(source);
    String covered =
        IntStream.rangeClosed(1, lines.size())
            .filter(number -> lines.get(number - 1).startsWith("  "))
            .filter(number -> lines.get(number - 1).matches(".*(;|if \\().*"))
            .mapToObj(number -> line(number, often, lines.get(number - 1).contains("if (")))
            .collect(Collectors.joining());
    return "<sourcefile name=\"%s\">%s</sourcefile>"
        .formatted(source.getFileName(), counted(covered));
  }

  private static String line(int number, int often, boolean branches) {
    boolean missed = number % often == 0;
    return "<line nr=\"%d\" mi=\"%d\" ci=\"%d\" mb=\"0\" cb=\"%d\"/>"
        .formatted(number, missed ? 1 : 0, missed ? 0 : 1, branches ? 2 : 0);
  }

  /** With the sums of all lines in it, as a report has them at each level. */
  private static String counted(String report) {
    return report
        + "<counter type=\"INSTRUCTION\" missed=\"%d\" covered=\"%d\"/>"
            .formatted(times(report, "mi=\"1\""), times(report, "ci=\"1\""))
        + "<counter type=\"BRANCH\" missed=\"0\" covered=\"%d\"/>"
            .formatted(2 * times(report, "cb=\"2\""))
        + "<counter type=\"LINE\" missed=\"%d\" covered=\"%d\"/>"
            .formatted(times(report, "mi=\"1\""), times(report, "ci=\"1\""));
  }

  private static int times(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static void write(Path file, String text, Instant time) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
