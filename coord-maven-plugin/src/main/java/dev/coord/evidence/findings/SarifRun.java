package dev.coord.evidence.findings;

import dev.coord.evidence.FindingResults.Tool;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.NamedFile;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.SourceLengths;
import dev.coord.evidence.reports.SourcePaths;
import dev.coord.evidence.xml.Texts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a tool.
 *
 * <p>The members of a run stand in any order: results often come before the rules that tell their
 * level.
 */
final class SarifRun {

  private static final String REMEDY =
      "See what the tool says, mend what stopped it, and run it again.";

  private static final String JOINED =
      "Let the tool write it again; whatever joins runs has to keep the rules of each.";

  /** What changes what is found, or how it is to be read. */
  private static final Set<String> NEEDED =
      Set.of("conversion", "driver", "extensions", "invocations", "policies", "results");

  private final JsonReader json;
  private final Room room;
  private final SarifRules rules;
  private final SarifFiles files = new SarifFiles();
  private final List<SarifResult> results = new ArrayList<>();
  private String tool = "";
  private boolean scanned;
  private int leftOut;
  private Optional<Instant> ended = Optional.empty();

  // Told last: that the tool did not come to its end says more.
  private Optional<InvalidReportException> incomplete = Optional.empty();

  private SarifRun(JsonReader json, Room room) {
    this.json = json;
    this.room = room;
    this.rules = new SarifRules(room);
  }

  /**
   * Reads one; the reader stands on it.
   *
   * @throws InvalidReportException when it did not come to its end, or tells of no scan
   */
  static SarifRun read(JsonReader json, Room room) throws IOException, InvalidReportException {
    SarifRun run = new SarifRun(json, room);
    json.object(run::member);
    if (run.tool.isBlank()) {
      throw json.invalid("a run does not say which tool it is of (tool.driver.name)");
    }
    if (!run.scanned) {
      throw json.invalid(
          "the run of "
              + Texts.shortened(run.tool)
              + " has no list of results: nothing was analysed",
          REMEDY);
    }
    for (SarifResult result : run.results) {
      Optional<String> contradiction =
          result.level().isPresent() ? Optional.empty() : run.rules.contradiction(result.rule());
      if (contradiction.isPresent()) {
        throw json.invalid(contradiction.get() + ", so that its level cannot be told", JOINED);
      }
    }
    return run;
  }

  private void member(String name) throws IOException, InvalidReportException {
    switch (name) {
      case "tool" -> json.object(this::tool);
      case "invocations" -> {
        json.array(() -> json.object(this::invocation));
        complete();
      }
      case "conversion" -> {
        if (!json.isNull()) {
          json.object(this::conversion);
          complete();
        }
      }
      case "originalUriBaseIds" -> files.bases(json, room);
      case "artifacts" -> files.artifacts(json, room);
      case "externalPropertyFileReferences" -> json.object(this::external);
      case "results" -> results();
      default -> {}
    }
  }

  private void tool(String name) throws IOException, InvalidReportException {
    if (name.equals("driver")) {
      json.object(
          part -> {
            if (part.equals("name")) {
              tool = Names.of(json, room);
            } else {
              rules.member(SarifRules.DRIVER, part, json);
            }
          });
    } else if (name.equals("extensions")) {
      int[] number = {0};
      json.array(
          () -> {
            int extension = number[0]++;
            json.object(part -> rules.member(extension, part, json));
          });
    }
  }

  private void complete() throws InvalidReportException {
    if (incomplete.isPresent()) {
      throw incomplete.get();
    }
  }

  /** What made SARIF of the tool's own report may have failed to, whatever became of the tool. */
  private void conversion(String name) throws IOException, InvalidReportException {
    if (name.equals("invocation") && !json.isNull()) {
      json.object(part -> end(part, "what converted its results"));
    }
  }

  private void invocation(String name) throws IOException, InvalidReportException {
    switch (name) {
      case "endTimeUtc" -> {
        Optional<Instant> time = time(json.text().orElse(""));
        if (time.isPresent() && (ended.isEmpty() || time.get().isBefore(ended.get()))) {
          ended = time;
        }
      }
      case "ruleConfigurationOverrides" -> rules.overrides(json);
      default -> end(name, "the tool");
    }
  }

  /**
   * Reads how an invocation ended. By SARIF 2.1.0 (3.20.11, 3.20.12) a process that a signal ended
   * or that did not start is told by a member of its own, and what calls that a success contradicts
   * itself.
   *
   * @param whose whose invocation it is
   */
  private void end(String name, String whose) throws IOException, InvalidReportException {
    switch (name) {
      case "executionSuccessful" -> {
        if (!json.truth().orElse(false)) {
          throw json.invalid(whose + " says that it did not run to its end", REMEDY);
        }
      }
      case "exitSignalName", "processStartFailureMessage" -> {
        String said = Texts.firstLine(json.text().orElse(""));
        if (!said.isEmpty()) {
          String how = name.equals("exitSignalName") ? " was ended by " : " did not start: ";
          throw json.invalid(whose + how + Texts.shortened(said), REMEDY);
        }
      }
      case "toolExecutionNotifications", "toolConfigurationNotifications" -> {
        if (!json.isNull()) {
          json.array(() -> notification(whose));
        }
      }
      default -> {}
    }
  }

  /**
   * By SARIF 2.1.0 (3.58.6) a notification is an error when the analysis was halted or its results
   * are incorrect or incomplete, whether the tool calls its execution successful or not.
   */
  private void notification(String whose) throws IOException, InvalidReportException {
    boolean[] error = {false};
    String[] message = {""};
    json.object(
        name -> {
          if (name.equals("level")) {
            error[0] = json.text().orElse("").equals("error");
          } else if (name.equals("message")) {
            json.object(
                part -> {
                  if (part.equals("text")) {
                    message[0] = Texts.firstLine(json.text().orElse(""));
                  }
                });
          }
        });
    if (error[0] && incomplete.isEmpty()) {
      String said = message[0].isEmpty() ? "" : ": " + Texts.shortened(message[0]);
      incomplete =
          Optional.of(
              json.invalid(whose + " says that its results are not complete" + said, REMEDY));
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // The file's own time counts.
    }
  }

  private void external(String name) throws IOException, InvalidReportException {
    if (NEEDED.contains(name)) {
      throw json.invalid(
          "the run keeps its " + name + " in another file, which is not opened",
          "Let the tool write all of it into one file.");
    }
  }

  private void results() throws IOException, InvalidReportException {
    if (json.isNull()) {
      return;
    }
    scanned = true;
    json.array(
        () -> {
          Optional<SarifResult> result = SarifResult.read(json, room);
          result.ifPresent(results::add);
          leftOut += result.isPresent() ? 0 : 1;
        });
  }

  /** When the tool ended, the first of several invocations; empty where it does not say so. */
  Optional<Instant> ended() {
    return ended;
  }

  /** The tool's name. */
  String name() {
    return tool;
  }

  /** What is told of it. */
  Tool summary() {
    return new Tool(1, leftOut);
  }

  /** What it found. */
  List<ToolFinding> findings(SourcePaths paths, SourceLengths lengths, FoundReport report) {
    return results.stream().map(result -> finding(result, paths, lengths, report)).toList();
  }

  /**
   * A finding on a line that its file does not have may be anywhere in it; so may one behind the
   * last line end, where no line is that git could call new.
   */
  private ToolFinding finding(
      SarifResult result, SourcePaths paths, SourceLengths lengths, FoundReport report) {
    SarifRules.Descriptor rule = rules.find(result.rule());
    String message =
        result.text().isEmpty() && !result.messageId().isEmpty()
            ? rules
                .message(rule, result.rule(), result.messageId())
                .map(text -> SarifResult.filled(text, result.arguments()))
                .orElse("")
            : result.text();
    Optional<NamedFile> file = files.file(result.file(), paths, report);
    boolean inside =
        file.flatMap(NamedFile::path)
            .filter(path -> result.first() > 0 && result.first() > lengths.written(path))
            .isEmpty();
    return new ToolFinding(
        result.level().orElseGet(() -> rules.level(rule)),
        result.rank() < 0 ? rule.rank() : result.rank(),
        tool,
        result.rule().id().isEmpty() ? rule.id() : result.rule().id(),
        message,
        file,
        inside ? result.first() : 0,
        inside ? result.last() : 0,
        report.path());
  }
}
