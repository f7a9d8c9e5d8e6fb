import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** Reports as Surefire and JaCoCo write them. */
final class GeneratedReports {

  private static final int PROPERTIES = 40;
  private static final int METHODS = 12;
  private static final int LINES_OF_METHOD = 6;

  private static final int RUN_LINES_OF_METHOD = 5;
  private static final int FIRST_LINE = 10;
  private static final int FROM_METHOD_TO_METHOD = LINES_OF_METHOD + 2;

  private GeneratedReports() {}

  /** One report of Surefire; every {@code failing}th test fails, none where it is 0. */
  static String suite(String name, int tests, int failing) {
    int failures = failing == 0 ? 0 : tests / failing;
    StringBuilder text = new StringBuilder(tests * 160 + PROPERTIES * 70);
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<testsuite version=\"3.0.2\" name=\"").append(name).append("\" time=\"1.25\"");
    text.append(" tests=\"").append(tests).append("\" errors=\"0\" skipped=\"0\" failures=\"");
    text.append(failures).append("\">\n  <properties>\n");
    for (int i = 0; i < PROPERTIES; i++) {
      text.append("    <property name=\"java.some.property.").append(i);
      text.append("\" value=\"/opt/jdk-17/lib/value-").append(i).append("\"/>\n");
    }
    text.append("  </properties>\n");
    for (int i = 1; i <= tests; i++) {
      text.append("  <testcase name=\"answers_as_it_is_asked_").append(i);
      text.append("\" classname=\"").append(name).append("\" time=\"0.0").append(i % 90 + 10);
      if (failing > 0 && i % failing == 0) {
        text.append("\">\n    <failure message=\"expected: 1 but was: 2\" type=\"AssertionError\">");
        text.append("<![CDATA[AssertionError: expected: 1 but was: 2\n");
        for (int frame = 0; frame < 20; frame++) {
          text.append("\tat com.example.Frame").append(frame).append(".call(Frame.java:");
          text.append(frame).append(")\n");
        }
        text.append("]]></failure>\n  </testcase>\n");
      } else {
        text.append("\"/>\n");
      }
    }
    return text.append("</testsuite>\n").toString();
  }

  /** Writes suites of equal size to a directory, and tells how many bytes they have. */
  static long suites(Path directory, int files, int tests) {
    long bytes = 0;
    for (int i = 0; i < files; i++) {
      String name = "com.example.m" + i % 20 + ".Class" + i + "Test";
      String text = suite(name, tests / files, 25);
      Trees.write(directory.resolve("TEST-" + name + ".xml"), text);
      bytes += text.length();
    }
    return bytes;
  }

  /** Writes a report of JaCoCo of at least so many bytes, and tells how many files it covers. */
  static int coverage(Path file, long bytes) {
    StringBuilder one = new StringBuilder();
    type(one, "com/example/m0", 0, METHODS);
    source(one, 0, METHODS);
    int classes = 25;
    int packages = (int) (bytes / ((long) one.length() * classes)) + 1;
    try {
      Files.createDirectories(file.getParent());
      try (BufferedWriter writer = Files.newBufferedWriter(file)) {
        long now = System.currentTimeMillis();
        coverage(writer, i -> "com/example/m" + i, packages, classes, METHODS, now);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packages * classes;
  }

  /** How many methods a source of so many lines has room for. */
  static int methodsIn(int lines) {
    return (lines + 1 - FIRST_LINE - LINES_OF_METHOD) / FROM_METHOD_TO_METHOD + 1;
  }

  /** One report of JaCoCo; the classes are counted through all packages. */
  static void coverage(
      Appendable out,
      IntFunction<String> names,
      int packages,
      int classes,
      int methods,
      long time) {
    try {
      out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
      out.append("<!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\">");
      out.append("<report name=\"generated\"><sessioninfo id=\"build\" start=\"");
      out.append(String.valueOf(time - 1000)).append("\" dump=\"").append(String.valueOf(time));
      out.append("\"/>");
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < packages; i++) {
        text.setLength(0);
        String name = names.apply(i);
        text.append("<package name=\"").append(name).append("\">");
        for (int j = 0; j < classes; j++) {
          type(text, name, i * classes + j, methods);
        }
        for (int j = 0; j < classes; j++) {
          source(text, i * classes + j, methods);
        }
        counters(text, (long) classes * methods, classes);
        out.append(text.append("</package>"));
      }
      text.setLength(0);
      counters(text, (long) packages * classes * methods, packages * classes);
      out.append(text.append("</report>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void type(StringBuilder text, String inPackage, int number, int methods) {
    text.append("<class name=\"").append(inPackage).append("/Class").append(number);
    text.append("\" sourcefilename=\"Class").append(number).append(".java\">");
    for (int i = 0; i < methods; i++) {
      text.append("<method name=\"method").append(i);
      text.append("\" desc=\"(Ljava/lang/String;I)Ljava/util/List;\" line=\"");
      text.append(FIRST_LINE + i * FROM_METHOD_TO_METHOD).append("\">");
      counters(text, 1, 0);
      text.append("</method>");
    }
    counters(text, methods, 1);
    text.append("</class>");
  }

  private static void source(StringBuilder text, int number, int methods) {
    text.append("<sourcefile name=\"Class").append(number).append(".java\">");
    for (int i = 0; i < methods; i++) {
      for (int line = 0; line < LINES_OF_METHOD; line++) {
        boolean run = line < RUN_LINES_OF_METHOD;
        text.append("<line nr=\"").append(FIRST_LINE + i * FROM_METHOD_TO_METHOD + line);
        text.append("\" mi=\"").append(run ? 0 : 4).append("\" ci=\"").append(run ? 4 : 0);
        text.append("\" mb=\"").append(line == 0 ? 1 : 0);
        text.append("\" cb=\"").append(line == 0 ? 1 : 0).append("\"/>");
      }
    }
    counters(text, methods, 1);
    text.append("</sourcefile>");
  }

  private static void counters(StringBuilder text, long methods, int classes) {
    long missed = LINES_OF_METHOD - RUN_LINES_OF_METHOD;
    counter(text, "INSTRUCTION", 4 * missed * methods, 4L * RUN_LINES_OF_METHOD * methods);
    counter(text, "BRANCH", methods, methods);
    counter(text, "LINE", missed * methods, RUN_LINES_OF_METHOD * methods);
    counter(text, "COMPLEXITY", methods, methods);
    counter(text, "METHOD", 0, methods);
    if (classes > 0) {
      counter(text, "CLASS", 0, classes);
    }
  }

  private static void counter(StringBuilder text, String type, long missed, long covered) {
    text.append("<counter type=\"").append(type).append("\" missed=\"").append(missed);
    text.append("\" covered=\"").append(covered).append("\"/>");
  }
}
