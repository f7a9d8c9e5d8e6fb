package dev.coord.evidence.findings;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.xml.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One result as it is written. What it refers to may be written behind it.
 *
 * @param level empty where it tells none
 * @param rank -1 where it tells none
 * @param text what it says; empty where it only names a message
 * @param messageId the message that it names; else empty
 * @param arguments what is put into that message
 * @param first the first line; 0 for none
 * @param last the last line; 0 for none
 */
record SarifResult(
    SarifRules.Reference rule,
    Optional<Level> level,
    float rank,
    String text,
    String messageId,
    List<String> arguments,
    SarifFiles.Reference file,
    int first,
    int last) {

  private static final int LONGEST = 300;
  private static final int MAX_ARGUMENTS = 20;
  private static final String FAIL = "fail";
  private static final List<String> KINDS =
      List.of(FAIL, "pass", "open", "informational", "notApplicable", "review");
  private static final List<String> STATES = List.of("absent", "new", "unchanged", "updated");
  private static final List<String> STATUSES = List.of("accepted", "underReview", "rejected");

  /** Reads results. */
  static final class Reader {
    private final JsonReader json;
    private final Room room;
    private SarifRules.Reference rule = SarifRules.Reference.NONE;
    private String ruleId = "";
    private int ruleIndex = -1;
    private Optional<Level> level = Optional.empty();
    private float rank = -1;
    private String text = "";
    private String messageId = "";
    private final List<String> arguments = new ArrayList<>();
    private SarifFiles.Reference file = SarifFiles.Reference.NONE;
    private boolean placed;
    private int first;
    private int last;
    private boolean counts = true;

    private Reader(JsonReader json, Room room) {
      this.json = json;
      this.room = room;
    }

    private void member(String name) throws IOException, InvalidReportException {
      switch (name) {
        case "ruleId" -> ruleId = Names.of(json, room);
        case "ruleIndex" -> ruleIndex = (int) json.number(-1, Integer.MAX_VALUE);
        case "rule" -> rule = SarifRules.Reference.read(json, room);
        case "level" -> level = Optional.of(SarifResult.level(json));
        case "rank" -> rank = SarifResult.rank(json);
        case "kind" -> counts &= word(json, "kind", KINDS).equals(FAIL);
        case "baselineState" -> counts &= !word(json, "baselineState", STATES).equals("absent");
        case "suppressions" -> counts &= json.isNull() || !isSuppressed();
        case "message" -> json.object(this::message);
        case "locations" -> locations();
        default -> {}
      }
    }

    /** A result is suppressed when it has suppressions, and all of them were accepted. */
    private boolean isSuppressed() throws IOException, InvalidReportException {
      boolean[] all = {true};
      int[] number = {0};
      json.array(
          () -> {
            number[0]++;
            json.object(
                name -> {
                  if (name.equals("status")) {
                    all[0] &= word(json, "status", STATUSES).equals("accepted");
                  }
                });
          });
      return number[0] > 0 && all[0];
    }

    private void message(String name) throws IOException, InvalidReportException {
      switch (name) {
        case "text" -> text = line(json.text().orElse(""));
        case "id" -> messageId = Names.of(json, room);
        case "arguments" ->
            json.array(
                () -> {
                  if (arguments.size() < MAX_ARGUMENTS) {
                    arguments.add(line(json.text().orElse("")));
                  }
                });
        default -> {}
      }
    }

    /** The first place counts. */
    private void locations() throws IOException, InvalidReportException {
      json.array(
          () -> {
            if (!placed) {
              json.object(
                  name -> {
                    if (name.equals("physicalLocation")) {
                      placed = true;
                      json.object(this::physical);
                    }
                  });
            }
          });
    }

    private void physical(String name) throws IOException, InvalidReportException {
      if (name.equals("artifactLocation")) {
        file = SarifFiles.Reference.read(json, room);
      } else if (name.equals("region")) {
        json.object(
            part -> { // Some tools write 0 or -1 for the whole file.
              if (part.equals("startLine")) {
                first = (int) Math.max(0, json.number(-1, Integer.MAX_VALUE));
              } else if (part.equals("endLine")) {
                last = (int) Math.max(0, json.number(-1, Integer.MAX_VALUE));
              }
            });
      }
    }

    private SarifResult result() throws InvalidReportException {
      if (!SarifRules.isPart(ruleId, rule.id()) && !SarifRules.isPart(rule.id(), ruleId)) {
        throw json.invalid(
            "a result is of two rules, "
                + Texts.shortened(ruleId)
                + " and "
                + Texts.shortened(rule.id()));
      }
      SarifRules.Reference meant =
          new SarifRules.Reference(
              rule.id().isEmpty() ? ruleId : rule.id(),
              rule.index() < 0 ? ruleIndex : rule.index(),
              rule.component());
      return new SarifResult(
          meant,
          level,
          rank,
          text,
          messageId,
          arguments,
          file,
          first,
          first == 0 ? 0 : Math.max(first, last));
    }
  }

  SarifResult {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads one; the reader stands on it.
   *
   * @return empty when it does not count
   */
  static Optional<SarifResult> read(JsonReader json, Room room)
      throws IOException, InvalidReportException {
    Reader reader = new Reader(json, room);
    json.object(reader::member);
    if (!reader.counts) {
      return Optional.empty();
    }
    if (!room.takeResult()) {
      throw json.invalid(
          "the reports hold more than " + Room.MAX_RESULTS + " results",
          "Let the tool look for less, or name fewer reports under evidence.findings.");
    }
    SarifResult result = reader.result();
    return Optional.of(room.takeMessage(result.text()) ? result : result.silent());
  }

  private SarifResult silent() {
    return new SarifResult(rule, level, rank, "", messageId, arguments, file, first, last);
  }

  /** The level that the reader stands on. */
  static Level level(JsonReader json) throws IOException, InvalidReportException {
    List<String> words = Arrays.stream(Level.values()).map(Level::word).toList();
    return Level.valueOf(word(json, "level", words).toUpperCase(Locale.ROOT));
  }

  /** The rank that the reader stands on; -1 for none. */
  static float rank(JsonReader json) throws IOException {
    double rank = json.decimal().orElse(-1);
    return rank >= 0 && rank <= 100 ? (float) rank : -1;
  }

  private static String word(JsonReader json, String key, List<String> words)
      throws IOException, InvalidReportException {
    String word = json.text().orElse("");
    if (!words.contains(word)) {
      throw json.invalid("\"" + key + "\" should be one of " + String.join(", ", words));
    }
    return word;
  }

  /** The first line, short enough to be shown. */
  private static String line(String text) {
    return Texts.cut(Texts.firstLine(text), LONGEST);
  }

  /** What it says, where it only names a message. */
  static String filled(String template, List<String> arguments) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < template.length() && text.length() <= LONGEST; ) {
      int end = template.charAt(i) == '{' ? template.indexOf('}', i) : -1;
      Optional<String> argument =
          end < 0 ? Optional.empty() : argument(template.substring(i + 1, end), arguments);
      if (argument.isPresent()) {
        text.append(argument.get());
        i = end + 1;
      } else {
        text.append(template.charAt(i++));
      }
    }
    return line(text.toString());
  }

  private static Optional<String> argument(String number, List<String> arguments) {
    return number.matches("[0-9]{1,2}") && Integer.parseInt(number) < arguments.size()
        ? Optional.of(arguments.get(Integer.parseInt(number)))
        : Optional.empty();
  }
}
