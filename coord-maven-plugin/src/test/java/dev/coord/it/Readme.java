package dev.coord.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a README, so that they can be run as they stand there. */
record Readme(String text) {

  private static final Pattern BLOCK =
      Pattern.compile("```sh\\n(.*?)```\\n(?:\\s*> `([^`]*)`)?", Pattern.DOTALL);
  private static final Pattern UNDO = Pattern.compile("^Undo: `([^`]*)`$", Pattern.MULTILINE);
  private static final Pattern EXPERIMENT = Pattern.compile("(?m)^(?=\\*\\*[0-9]+\\. )");

  private static final Pattern CONSOLE = Pattern.compile("(?m)^```\\n((?:\\[.*\\n)+)```$");

  static Readme at(Path file) throws IOException {
    return new Readme(Files.readString(file));
  }

  /** The output of a build that is shown: the first block without a language. */
  String console() {
    Matcher matcher = CONSOLE.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no output is shown");
    }
    return matcher.group(1);
  }

  /** An output without what differs from day to day: commits, days and times of day. */
  static String masked(String output) {
    return output
        .replaceAll("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b", "DAY")
        .replaceAll("\\b[0-2][0-9]:[0-5][0-9]\\b", "TIME")
        .replaceAll("\\b[0-9a-f]{7}\\b", "COMMIT")
        .replaceAll("reports of TIME to TIME", "reports of TIME");
  }

  /** The part below a heading of the second level. */
  Section section(String heading) {
    String start = "\n## " + heading + "\n";
    if (!text.contains(start)) {
      throw new AssertionError("no section " + heading);
    }
    String rest = text.substring(text.indexOf(start) + start.length());
    int end = rest.indexOf("\n## ");
    return new Section(end < 0 ? rest : rest.substring(0, end));
  }

  /**
   * Commands to copy.
   *
   * @param code the commands, each with its line's end
   * @param expected the line of the console that is promised below them; empty where none is
   */
  record Block(String code, String expected) {}

  /** A part of the text. */
  record Section(String text) {

    /** The parts that begin with a bold number. */
    List<Section> experiments() {
      return Arrays.stream(EXPERIMENT.split(text)).skip(1).map(Section::new).toList();
    }

    List<Block> blocks() {
      List<Block> blocks = new ArrayList<>();
      Matcher matcher = BLOCK.matcher(text);
      while (matcher.find()) {
        String expected = matcher.group(2);
        blocks.add(new Block(matcher.group(1), expected == null ? "" : expected));
      }
      if (blocks.isEmpty()) {
        throw new AssertionError("no commands in: " + text);
      }
      return blocks;
    }

    /** The command that takes everything back. */
    String undo() {
      Matcher matcher = UNDO.matcher(text);
      if (!matcher.find()) {
        throw new AssertionError("nothing is undone in: " + text);
      }
      return matcher.group(1);
    }
  }
}
