package dev.coord.browser;

import dev.coord.testing.Many;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A plan of 300 workstreams and 5,000 tasks, with many items in each of its other parts. The same
 * every time.
 */
final class LargePlan {

  static final int WORKSTREAMS = 300;
  static final int TASKS = 5_000;

  /** The first of them are merged, those that follow are at work. */
  static final int MERGED = 8;

  static final int BEGUN = 20;

  private static final int PEOPLE = 24;
  private static final LocalDate START = LocalDate.of(2026, 9, 7);

  private LargePlan() {}

  /** The files of the plan by their paths; one for each workstream, as no file is to be hot. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("coord/project.yml", PROJECT + people());
    files.put("coord/time.yml", "coord: 1\n" + sprints() + epics() + waves() + events());
    files.put("coord/work.yml", "coord: 1\n" + handoffs() + actions() + metrics() + claims());
    files.put("coord/risks.yml", "coord: 1\n" + risks() + testing());
    files.put("coord/handbook.yml", "coord: 1\n" + handbook());
    files.put("coord/gates.yml", "coord: 1\n" + gates());
    for (int i = 0; i < WORKSTREAMS; i++) {
      files.put("coord/" + id(i) + ".yml", workstream(i));
    }
    IntStream.range(0, 12).forEach(i -> files.put("docs/guide-" + i + ".md", document(i)));
    return files;
  }

  static String id(int workstream) {
    return "ws-%03d".formatted(workstream);
  }

  static String branch(int workstream) {
    return "work/" + id(workstream);
  }

  /** Where a workstream works. */
  static String module(int workstream) {
    return "mod-%03d".formatted(workstream);
  }

  private static final String PROJECT =
      """
      coord: 1
      project:
        name: Large
        purpose: Three hundred workstreams beside each other.
        repository: https://forge.example/acme/large
        integration_branch: main
        started: 2026-09-07
        expected_end: 2027-12-31
        calendar: {zone: UTC, start: 2026-09-07}
      """;

  private static String people() {
    return "people:\n"
        + each(
            PEOPLE,
            "  - {id: p-%1$d, name: Person Number %1$d, role: Engineer, emails: [p%1$d@acme.example]}");
  }

  private static String sprints() {
    return "sprints:\n"
        + Many.lines(
            12,
            i ->
                line(
                    "  - {id: sprint-%1$d, title: Sprint %1$d, start: %2$s, end: %3$s, goals: [Goal"
                        + " %1$d], priorities: %4$s}",
                    i + 1,
                    START.plusDays(14L * i),
                    START.plusDays(14L * i + 11),
                    Many.list(25, w -> priority(i * 25 + w))));
  }

  private static String priority(int workstream) {
    return line("{workstream: %s, focus: Part %d}", id(workstream), workstream);
  }

  private static String epics() {
    return "epics:\n"
        + tens("  - {id: epic-%1$d, title: Epic %1$d, progress: %1$d%%, workstreams: %2$s}");
  }

  private static String waves() {
    return "merges:\n  waves:\n"
        + tens("    - {id: wave-%1$d, date: %3$s, into: main, workstreams: %2$s}");
  }

  /** Thirty of a kind, with ten workstreams each. */
  private static String tens(String format) {
    return Many.lines(
        WORKSTREAMS / 10,
        i -> line(format, i, Many.list(10, w -> id(i * 10 + w)), START.plusDays(10 + 7L * i)));
  }

  private static String events() {
    return "events:\n"
        + dated(
            60,
            "  - {id: event-%1$d, title: Review %1$d, kind: review, date: %2$s, minutes: 60,"
                + " participants: [p-%3$d], agenda: [{item: What was merged, minutes: 20}]}");
  }

  private static String handoffs() {
    return "handoffs:\n" + Many.lines(WORKSTREAMS, LargePlan::handoff);
  }

  private static String handoff(int number) {
    int consumer = (number * 7 + 13) % WORKSTREAMS;
    return line(
        "  - {id: handoff-%1$d, title: Client of service %1$d, kind: artifact, provider: %2$s,"
            + " consumers: [%3$s], status: %4$s}",
        number,
        id(number),
        id(consumer == number ? (number + 1) % WORKSTREAMS : consumer),
        number % 3 == 0 ? "ready" : "planned");
  }

  private static String actions() {
    return "actions:\n"
        + dated(80, "  - {id: action-%1$d, title: Do thing %1$d, who: p-%3$d, when: %2$s}");
  }

  private static String metrics() {
    return "metrics:\n"
        + each(
            40,
            "  - {id: metric-%1$d, title: Metric %1$d, category: quality, value: %1$d, target:"
                + " \">= 20\", baseline: 5, unit: points}");
  }

  private static String claims() {
    return "claims:\n"
        + dated(60, "  - {id: claim-%1$d, says: \"Part %1$d is done.\", by: p-%3$d, on: %2$s}");
  }

  private static String risks() {
    List<String> levels = List.of("low", "medium", "high");
    return "risks:\n"
        + Many.lines(
            60,
            i ->
                line(
                    "  - {id: risk-%1$d, title: \"Part %1$d may break\", likelihood: %2$s, impact:"
                        + " %3$s, owner: p-%4$d, mitigations: [Test it early], trigger: It breaks}",
                    i, levels.get(i % 3), levels.get(i / 3 % 3), i % PEOPLE));
  }

  private static String testing() {
    return "testing:\n  types:\n"
        + each(30, "    - {title: Test of kind %1$d, timing: Each week, scope: Part %1$d}")
        + "  deliverables:\n"
        + each(30, "    - {title: Report %1$d, due: Week %1$d, path: docs/guide-1.md}");
  }

  private static String handbook() {
    return "environments:\n"
        + each(
            30,
            "  - {id: stage-%1$d, title: Stage %1$d, tools: [Tool %1$d], notes: Runs part %1$d.}")
        + "playbooks:\n"
        + each(
            30,
            "  - {id: playbook-%1$d, title: When part %1$d fails, steps: [{text: Begin again,"
                + " commands: sh begin-again.sh --part %1$d --and --wait --until --it --is --there}]}")
        + "decisions:\n"
        + dated(60, "  - {id: decision-%1$d, title: Part %1$d stays, date: %2$s, by: [p-%3$d]}")
        + "reports:\n"
        + dated(60, "  - {id: report-%1$d, title: Day %1$d, from: %2$s, by: [p-%3$d]}")
        + "scenarios:\n"
        + each(
            12,
            "  - {id: scenario-%1$d, title: Team %1$d, savings: [{what: Weeks, parallel: 4 weeks,"
                + " sequential: 8 weeks}]}")
        + "pages:\n"
        + each(12, "  - {id: guide-%1$d, title: Guide %1$d, file: docs/guide-%1$d.md}");
  }

  private static String gates() {
    return """
        gates:
          - ownership: {}
          - tests: {failed: "= 0"}
          - coverage: {lines: ">= 80%"}
          - conflicts: {files: "= 0"}
          - findings: {errors: "= 0"}
        """
        + Many.lines(
            WORKSTREAMS / 2,
            i ->
                line(
                    "  - {id: done-%1$d, tasks: {workstream: %2$s, done: \"= 100%%\"}, applies_to:"
                        + " {workstreams: [%2$s]}}",
                    2 * i, id(2 * i)));
  }

  private static String workstream(int number) {
    String head =
        """
        coord: 1
        workstreams:
          - id: %s
            title: Workstream number %d
            focus: "Delivers part %d of the *large* system."
            owner: p-%d
            status: %s
            branch: %s
            duration: %d
            owns: [%s/**]
        """
            .formatted(
                id(number),
                number,
                number,
                number % PEOPLE,
                number < MERGED ? "merged" : number < BEGUN ? "doing" : "todo",
                branch(number),
                3 + number % 9,
                module(number));
    String waits =
        number < 10 ? "" : "    depends_on: [%s, %s]\n".formatted(id(number - 10), id(number - 7));
    int tasks = TASKS / WORKSTREAMS + (number < TASKS % WORKSTREAMS ? 1 : 0);
    return head + waits + "    tasks:\n" + Many.lines(tasks, i -> task(number, i + 1));
  }

  private static String task(int workstream, int number) {
    boolean done = workstream < MERGED || workstream < BEGUN && number <= 6;
    return line(
        "      - \"[%s] W%d.%d: Make class %d of part %d answer what is asked\"",
        done ? "x" : " ", workstream, number, number, workstream);
  }

  private static String document(int number) {
    return """
        # Guide %1$d

        How part %1$d is used.

        ## Begin

        | key | meaning |
        |---|---|
        | `part` | %1$d |

        ```sh
        sh begin.sh --part %1$d
        ```
        """
        .formatted(number);
  }

  private static String dated(int count, String format) {
    return Many.lines(count, i -> line(format, i, START.plusDays(3L * i), i % PEOPLE));
  }

  private static String each(int count, String format) {
    return Many.lines(count, i -> line(format, i));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
