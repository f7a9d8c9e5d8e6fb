package dev.coord.evidence.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.InvalidReportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reads in a JVM of its own, whose heap is much smaller than the report. */
class SmallHeapTest {

  private static final int SUITES = 40;

  private static final byte[] SUITE =
      ("<testsuite>"
              + "<testcase name='a' time='0.1'><system-out>printed</system-out></testcase>\n"
                  .repeat(15_000)
              + "<system-out>"
              + "x".repeat(200_000)
              + "</system-out></testsuite>")
          .getBytes(StandardCharsets.UTF_8);

  /** What the other JVM does. */
  public static final class Read {
    public static void main(String[] arguments) throws InvalidReportException {
      int[] cases = new int[1];
      ElementHandler handler =
          element -> {
            if (element.name().equals("testcase")) {
              cases[0]++;
            }
          };
      new XmlReader().read(report(), "r.xml", handler);
      System.exit(cases[0] == SUITES * 15_000 ? 42 : 1);
    }
  }

  private static InputStream report() {
    return new SequenceInputStream(
        Collections.enumeration(
            IntStream.rangeClosed(0, SUITES + 1)
                .mapToObj(
                    i ->
                        i == 0
                            ? "<testsuites>".getBytes(StandardCharsets.UTF_8)
                            : i > SUITES ? "</testsuites>".getBytes(StandardCharsets.UTF_8) : SUITE)
                .map(ByteArrayInputStream::new)
                .toList()));
  }

  @Test
  void a_report_needs_no_memory_for_its_size() throws IOException, InterruptedException {
    assertThat((long) SUITES * SUITE.length).isGreaterThan(3 * (16L << 20));

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Read.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(42);
  }
}
