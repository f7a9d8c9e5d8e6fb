package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a build ended, and what it said.
 *
 * @param directory where it ran
 * @param output all it printed
 */
record MavenResult(Path directory, int exit, String output) {

  private static final Pattern LEVEL = Pattern.compile("^\\[(INFO|WARNING|ERROR)] ");

  MavenResult passes() {
    assertThat(exit).as(output).isZero();
    assertThat(output).contains("BUILD SUCCESS");
    return this;
  }

  MavenResult fails() {
    assertThat(exit).as(output).isEqualTo(1);
    assertThat(output).contains("BUILD FAILURE");
    return this;
  }

  /** Each text stands in one line of coord's, whatever the width of its columns. */
  MavenResult says(String... texts) {
    String lines = squeezed(told());
    for (String text : texts) {
      assertThat(lines).contains(squeezed(text));
    }
    return this;
  }

  MavenResult saysNot(String... texts) {
    assertThat(squeezed(output)).doesNotContain(texts);
    return this;
  }

  /** Coord judged once in this build, and so said its first line once. */
  MavenResult judgesOnce() {
    assertThat(judgements()).as(output).hasSize(1);
    return this;
  }

  /** Coord judged once, after the last line that contains a text. */
  MavenResult judgesOnceAfter(String text) {
    judgesOnce();
    List<String> lines = output.lines().toList();
    int last =
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(text)).max().orElse(-1);
    assertThat(last).as(text).isNotNegative();
    assertThat(lines.indexOf(judgements().get(0))).as(output).isGreaterThan(last);
    return this;
  }

  private List<String> judgements() {
    return output.lines().filter(line -> line.contains("· plan coord.yml@")).toList();
  }

  /** What was said from coord's turn on; all where that cannot be told. */
  private String told() {
    int turn = output.indexOf("--- coord-maven-plugin:");
    return turn < 0 ? output : output.substring(turn);
  }

  /** The lines of one level, without its name. */
  List<String> lines(String level) {
    return output
        .lines()
        .filter(line -> line.startsWith("[" + level + "] "))
        .map(line -> LEVEL.matcher(line).replaceFirst(""))
        .toList();
  }

  /** The one sentence that Maven prints for the failed goal. */
  String failure() {
    List<String> lines =
        lines("ERROR").stream().filter(line -> line.startsWith("Failed to execute goal")).toList();
    assertThat(lines).as(output).hasSize(1);
    return lines.get(0);
  }

  /** The site where it is written by default. */
  WrittenSite site() {
    return site("target/coord");
  }

  WrittenSite site(String path) {
    return new WrittenSite(directory.resolve(path));
  }

  private static String squeezed(String text) {
    return text.replaceAll("[ \\t]+", " ");
  }
}
