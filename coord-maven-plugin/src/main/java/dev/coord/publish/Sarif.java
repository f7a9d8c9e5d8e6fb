package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.publish.VerdictNote.Level;
import dev.coord.site.Privacy;
import dev.coord.site.RuleNotation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * coord's own verdicts for code scanning, as <a
 * href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a> has them.
 *
 * <p>GitHub shows 5,000 results of a run, and takes no report in which one has no place in the
 * repository: what has none is a notification.
 */
public final class Sarif {

  private static final int MOST = 5_000;
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";
  private static final String FINDING = "A finding of coord: ";
  private static final String HELP = "Each result says what is wrong, and what to do.";

  /** GitHub takes descriptions of up to 1,024 characters. */
  private static final int LONGEST = 1_000;

  private Sarif() {}

  /**
   * The verdicts of an assessment.
   *
   * @param version coord's own
   */
  public static byte[] of(Assessment assessment, String version) {
    Privacy privacy = Privacy.of(assessment);
    Map<String, String> asked = new HashMap<>();
    for (GateResult gate : assessment.gates()) {
      String rule = privacy.withoutAddresses(RuleNotation.of(gate.gate().rule()));
      asked.put(gate.gate().id(), SafeText.line(rule, LONGEST));
    }
    return write(VerdictNotes.of(assessment), asked, version, true);
  }

  /** What is wrong with a plan that could not be judged. */
  public static byte[] of(List<Diagnostic> problems, String version) {
    return write(VerdictNotes.of(problems), Map.of(), version, false);
  }

  /**
   * The notes as a report.
   *
   * @param asked what gates ask for, by their ids
   */
  static byte[] write(
      List<VerdictNote> notes, Map<String, String> asked, String version, boolean judged) {
    List<VerdictNote> shown =
        shown(notes.stream().filter(note -> note.place().isPresent()).toList());
    List<VerdictNote> homeless =
        notes.stream().filter(note -> note.place().isEmpty()).limit(MOST).toList();
    Set<String> checks = new LinkedHashSet<>();
    shown.forEach(note -> checks.add(note.check()));
    List<String> rules = List.copyOf(checks);
    return Json.write(
        text -> text,
        json -> {
          json.exact("$schema", SCHEMA);
          json.exact("version", "2.1.0");
          json.list(
              "runs",
              List.of(shown),
              run -> {
                tool(json, rules, asked, version);
                json.list("invocations", List.of(judged), ended -> ended(json, ended, homeless));
                json.exact("columnKind", "utf16CodeUnits");
                json.list("results", run, note -> result(json, note, rules));
              });
        });
  }

  /** Those that are shown; the rest is counted where the first of it would stand. */
  private static List<VerdictNote> shown(List<VerdictNote> notes) {
    if (notes.size() <= MOST) {
      return notes;
    }
    List<VerdictNote> shown = new ArrayList<>(notes.subList(0, MOST - 1));
    VerdictNote next = notes.get(shown.size());
    shown.add(
        new VerdictNote(
            next.level(),
            "coord",
            notes.size() - shown.size() + " more, see coord's gates page.",
            next.place(),
            "rest"));
    return shown;
  }

  /** GitHub's code scanning shows of each rule what it is called, what it asks, and a help. */
  private static void tool(
      Json json, List<String> rules, Map<String, String> asked, String version) {
    json.object(
        "tool",
        tool ->
            tool.object(
                "driver",
                driver -> {
                  driver.exact("name", "coord");
                  driver.exact("version", version);
                  driver.list(
                      "rules",
                      rules,
                      rule -> {
                        driver.exact("id", rule);
                        String asks = asked.getOrDefault(rule, FINDING + rule);
                        driver.object("shortDescription", d -> d.text("text", rule));
                        driver.object("fullDescription", d -> d.text("text", asks));
                        driver.object("help", d -> d.text("text", HELP));
                      });
                }));
  }

  private static void ended(Json json, boolean judged, List<VerdictNote> homeless) {
    json.flag("executionSuccessful", judged);
    if (!homeless.isEmpty()) {
      json.list(
          "toolExecutionNotifications",
          homeless,
          note -> {
            json.exact("level", level(note));
            json.object("message", message -> message.text("text", note.message()));
          });
    }
  }

  private static String level(VerdictNote note) {
    return note.level() == Level.WARNING ? "warning" : "error";
  }

  private static void result(Json json, VerdictNote note, List<String> rules) {
    json.exact("ruleId", note.check());
    json.number("ruleIndex", rules.indexOf(note.check()));
    json.exact("level", level(note));
    json.object("message", message -> message.text("text", note.message()));
    json.list(
        "locations",
        note.place().stream().toList(),
        place -> json.object("physicalLocation", at -> physical(at, place)));
    json.object("partialFingerprints", prints -> prints.exact("coord/v1", note.fingerprint()));
  }

  private static void physical(Json json, Location place) {
    json.object(
        "artifactLocation",
        file -> {
          file.exact("uri", uri(place.file()));
          file.exact("uriBaseId", ROOT);
        });
    if (place.line() > 0) {
      json.object(
          "region",
          region -> {
            region.number("startLine", place.line());
            if (place.column() > 0) {
              region.number("startColumn", place.column());
            }
          });
    }
  }

  /** A path as a relative reference of RFC 3986. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean kept =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-._~/".indexOf(c) >= 0;
      if (kept) {
        uri.append(c);
      } else {
        uri.append('%').append(String.format("%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
