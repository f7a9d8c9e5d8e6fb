import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan like the sample's for a generated history: people, a sprint, a workstream with tasks for
 * each branch, boundaries, gates, metrics and actions; and reports of tests as its build leaves
 * them.
 *
 * <p>It has nothing of the tests' large plan: the benchmark is compiled by itself, so that it
 * measures versions of coord whose classes are not its own.
 *
 * @param size the history
 * @param planned workstreams that have no branch yet
 * @param tasks tasks of each workstream
 */
record GeneratedPlan(HistorySize size, int planned, int tasks) {

  static final int PEOPLE = 12;

  /** The day after the last commit. */
  static final String TODAY = "2025-06-16";

  private static final int PER_FILE = 25;
  /** Classes of a package, as {@link GeneratedHistory} has them. */
  private static final int CLASSES = 6;

  private static final int PACKAGES = 3;
  private static final int TESTS = 11;

  GeneratedPlan(HistorySize size) {
    this(size, 0, 6);
  }

  static String address(int person) {
    return "person" + person + "@shop.example";
  }

  static String module(int number) {
    return String.format(Locale.ROOT, "module-%04d", number);
  }

  static String liveBranch(int number) {
    return String.format(Locale.ROOT, "work/live-%04d", number);
  }

  static String mergedBranch(int number) {
    return "work/merged-" + number;
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "stream-%04d", number);
  }

  /** All files of the plan, and what else the commit that begins it brings. */
  Map<String, String> files(int version) {
    Map<String, String> files = new TreeMap<>(projectFile(version));
    files.put(".gitignore", "target/\n");
    files.put("docs/terms.md", "# Terms\n\nGoods come back within 30 days.\n");
    files.put("coord/gates.yml", gates());
    for (int number = 0; number < size.branches(); number++) {
      files.put(file(number), workstreams(workstream(number, liveBranch(number), "doing", 0)));
    }
    for (int i = 0; i < HistorySize.MERGED; i++) {
      int number = size.branches() + i;
      files.put(file(number), workstreams(workstream(number, mergedBranch(i), "merged", tasks)));
    }
    int first = size.branches() + HistorySize.MERGED;
    for (int number = first; number < first + planned; number += PER_FILE) {
      StringBuilder text = new StringBuilder();
      for (int i = number; i < Math.min(number + PER_FILE, first + planned); i++) {
        text.append(workstream(i, "", "todo", 0));
      }
      files.put(file(number), workstreams(text.toString()));
    }
    if (planned > 0) {
      files.put("coord/epics.yml", epics(first));
    }
    return files;
  }

  /** An epic for each two workstreams that have no branch yet. */
  private String epics(int first) {
    StringBuilder text = new StringBuilder("coord: 1\n\nepics:\n");
    for (int i = 0; i + 1 < planned; i += 2) {
      text.append("  - {id: epic-")
          .append(i / 2)
          .append(", progress: 0%, workstreams: [")
          .append(id(first + i))
          .append(", ")
          .append(id(first + i + 1))
          .append("]}\n");
    }
    return text.toString();
  }

  private static String file(int number) {
    return "coord/" + id(number) + ".yml";
  }

  /** The plan file of a live branch at its tip: one more task is done. */
  Map<String, String> claimed(int number) {
    return Map.of(file(number), workstreams(workstream(number, liveBranch(number), "doing", 1)));
  }

  private static String workstreams(String entries) {
    return "coord: 1\n\nworkstreams:\n" + entries;
  }

  private String workstream(int number, String branch, String status, int done) {
    StringBuilder text = new StringBuilder();
    text.append("  - id: ").append(id(number)).append('\n');
    text.append("    title: Stream ").append(number).append('\n');
    text.append("    focus: \"Delivers **part ").append(number).append("** in `");
    text.append(module(number)).append("`, see [the terms](docs/terms.md).\"\n");
    text.append("    owner: p").append(number % PEOPLE).append('\n');
    if (!branch.isEmpty()) {
      text.append("    branch: ").append(branch).append('\n');
    }
    text.append("    status: ").append(status).append('\n');
    text.append("    due: 2025-06-27\n");
    text.append("    owns: [\"/").append(module(number)).append("/**\"]\n");
    text.append("    keeps_off: [\"/").append(module(number + 1)).append("/**\"]\n");
    text.append("    next: Task ").append(done + 1).append(" of ").append(number).append('\n');
    text.append("    tasks:\n");
    for (int task = 1; task <= tasks; task++) {
      text.append("      - \"[").append(task <= done ? 'x' : ' ').append("] T").append(number);
      text.append('.').append(task).append(": Make *class ").append(task);
      text.append("* of stream ").append(number).append(" answer\"\n");
    }
    return text.toString();
  }

  /** The file that the integration branch changes now and then. */
  Map<String, String> projectFile(int version) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        coord: 1

        project:
          name: Generated
          purpose: Measure what coord costs.
          context: "Looked at for the %s. time."
          status: doing
          started: 2025-06-02
          next_review: 2025-06-20
          contact: p0
          integration_branch: main
          calendar: {zone: UTC}

        people:
        """
            .formatted(version + 1));
    for (int i = 0; i < PEOPLE; i++) {
      text.append("  - {id: p").append(i).append(", name: Person ").append(i);
      text.append(", kind: ").append(i % 3 == 2 ? "agent" : "human");
      text.append(", emails: [").append(address(i)).append("]}\n");
    }
    text.append(
        """

        sprints:
          - id: sprint-1
            title: Side by side
            start: 2025-06-09
            end: 2025-06-20
            goals: [Everybody stays on their own paths.]
            priorities:
        """);
    int active = Math.min(10, size.branches());
    for (int i = 0; i < active; i++) {
      text.append("      - {workstream: ").append(id(i)).append(", focus: Part ").append(i);
      text.append(", timeline: both weeks}\n");
    }
    text.append("    blocks:\n      - weeks: 1-2\n        title: All of it\n        workstreams: [");
    for (int i = 0; i < active; i++) {
      text.append(i == 0 ? "" : ", ").append(id(i));
    }
    text.append("]\n        tasks: [\"[x] S-1: Begin\", \"[ ] S-2: End\"]\n");
    text.append(
        """

        boundaries:
          shared:
            - {paths: [/pom.xml], mode: coordinate, steward: p0}
            - {paths: [/CHANGELOG.md], mode: append_only}
            - {paths: [/README.md, "/docs/**"], mode: inform}
            - {paths: [/coord/project.yml, /coord/gates.yml], mode: steward, steward: p0}
          protected: ["/.github/**"]
          unowned: warn
        """);
    return Map.of("coord/project.yml", text.toString());
  }

  private String gates() {
    return """
        coord: 1

        gates:
          - coverage: {lines: ">= 50%%", branches: ">= 40%%"}
            why: Below this, nobody dares to change anything.
          - tests: {failed: "= 0", total: ">= 60"}
            why: A test that disappears is noticed.
          - ownership: {}
            why: Many at once work only if each stays on its own paths.
          - id: branches-goal
            coverage: {branches: ">= 99%%"}
            severity: warn
          - id: first-coverage
            coverage: {lines: ">= 50%%", of: {workstream: %1$s}}
          - id: class-coverage
            coverage: {lines: ">= 50%%", of: {paths: ["%2$s/**/Class0.java"]}}
          - id: merged-first
            all:
              - merged: {workstream: %3$s, into: main}
              - tasks: {workstream: %3$s, done: "= 100%%"}
          - id: terms
            any:
              - path: {file: docs/terms.md, contains: 30 days}
              - declared: {by: p0, says: They were sent to everybody.}
          - id: no-leftovers
            path: {file: "**/*.orig", absent: true}
          - id: first-ready
            applies_to: {workstreams: [%1$s]}
            all:
              - tasks: {workstream: %1$s, done: "= 100%%"}
              - path: {file: "%2$s/**", exists: true, branch: %4$s}

        metrics:
          - id: progress
            title: Tasks done
            category: process
            tasks: {done: "= 100%%"}
          - id: line-coverage
            title: Lines covered
            category: quality
            coverage: {lines: ">= 90%%"}
            baseline: "50%%"
          - {id: refund-time, title: Days to the refund, category: outcome, value: 4, target: "<= 3", unit: days}

        actions:
          - {id: contract, title: Sign the contract, who: p0, when: 2025-06-24, status: doing}
        """
        .formatted(id(0), module(0), id(size.branches()), liveBranch(0));
  }

  /** Reports of the size of the sample's, written after the last commit. */
  void reports(Path directory) {
    Path target = directory.resolve("module-0000/target");
    for (int i = 0; i < CLASSES; i++) {
      Trees.write(
          target.resolve("surefire-reports/TEST-com.example.m0.Class" + i + "Test.xml"),
          GeneratedReports.suite("com.example.m0.Class" + i + "Test", TESTS, 0));
    }
    StringBuilder coverage = new StringBuilder();
    int most = size.depth() == 0 ? 1 : PACKAGES;
    int packages = Math.max(1, Math.min(most, size.files() / size.modules() / CLASSES));
    GeneratedReports.coverage(
        coverage,
        this::packageOfFirstModule,
        packages,
        CLASSES,
        GeneratedReports.methodsIn(GeneratedHistory.LINES),
        System.currentTimeMillis());
    Trees.write(target.resolve("site/jacoco/jacoco.xml"), coverage.toString());
  }

  /** As {@link GeneratedHistory} counts them; all files are in one where directories have no depth. */
  private String packageOfFirstModule(int number) {
    return "com/example/m0"
        + (size.depth() == 0 ? "" : "/p" + number + "/p0".repeat(size.depth() - 1));
  }
}
