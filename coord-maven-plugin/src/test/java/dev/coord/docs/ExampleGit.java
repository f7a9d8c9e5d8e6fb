package dev.coord.docs;

import dev.coord.docs.Document.Code;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CountQuestions;
import dev.coord.evidence.CountQuestions.BranchesAnswer;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.Counts;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RepositoryAnswers;
import dev.coord.evidence.RepositoryQuestions;
import dev.coord.evidence.SourceFiles;
import dev.coord.evidence.Worktree;
import dev.coord.path.PathPattern;
import dev.coord.plan.NamePattern;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The repository of the {@link ExampleShop}, as git tells of it. */
final class ExampleGit {

  private static final Instant COMMITTED = Instant.parse("2026-01-20T09:00:00Z");
  static final String SEARCH = "catalog/src/main/java/shop/Search.java";
  static final String REFUNDS = "checkout/src/main/java/shop/Refunds.java";

  /** The tracked files that path rules look at, with their content. */
  private static final Map<String, String> FILES =
      Map.of(
          SEARCH,
          "",
          REFUNDS,
          "",
          "docs/terms.md",
          "Return it within 30 days.\n",
          "pom.xml",
          "<artifactId>joda-money</artifactId><version>1.0.2</version>\n");

  /** The day of each branch's last commit. */
  private static final Map<String, String> BRANCHES =
      Map.of(
          "main", "2026-01-19", "feature/catalog", "2026-01-12", "feature/checkout", "2026-01-20");

  /** What the checked-out commit has behind it. */
  static final List<Logged> LOG =
      List.of(
          new Logged(
              "2026-01-12",
              "ben",
              "Add the search",
              List.of("catalog/Search.java", "coord/project.yml"),
              120,
              4),
          new Logged(
              "2026-01-19",
              "cleo",
              "Add refunds",
              List.of("checkout/Refunds.java", "docs/terms.md"),
              80,
              10),
          new Logged(
              "2026-01-20",
              "cleo",
              "Fix refunds of vouchers",
              List.of("checkout/Refunds.java"),
              12,
              3));

  private final Code example;

  ExampleGit(Code example) {
    this.example = example;
  }

  /** What the checked-out branch added or changed since it left main. */
  ChangedLines changed() {
    SortedMap<String, List<LineSpan>> files = new TreeMap<>();
    files.put(REFUNDS, List.of(new LineSpan(7, 12)));
    example.said("new").ifPresent(path -> files.put(path, List.of(new LineSpan(1, 20))));
    if (example.said("changed").isPresent()) {
      files.clear();
      files.put("docs/terms.md", List.of(new LineSpan(1, 1)));
    }
    return new ChangedLines(commit("0", "Ana", "", List.of()).id(), false, files, new TreeMap<>());
  }

  /** What git says. */
  GitEvidence git(GitQuestions questions) {
    ExampleBranches live = new ExampleBranches(example);
    Map<String, BranchEvidence> branches = new LinkedHashMap<>();
    for (GitQuestions.BranchQuestion question : questions.branches()) {
      branches.put(question.name(), live.branch(question.name()));
    }
    Map<MergeQuestion, Observation<MergeState>> merges = new LinkedHashMap<>();
    questions
        .merges()
        .forEach(question -> merges.put(question, ExampleBranches.merge(question.branch())));
    Map<PathQuestion, Observation<PathAnswer>> paths = new LinkedHashMap<>();
    questions.paths().forEach(question -> paths.put(question, Observation.known(path(question))));
    return new GitEvidence(
        commit("0", "Ana", "", List.of()),
        Optional.of("feature/checkout"),
        false,
        new TreeSet<>(FILES.keySet()),
        SourceFiles.of(FILES.keySet()),
        branches,
        merges,
        paths,
        Observation.unknown("nobody asked git for the history", "Run the build again."),
        commits(questions),
        counts(questions.counts()),
        Observation.known(LOG.get(0).commit()),
        Observation.known(ExampleBranches.forecast(questions.forecast())),
        Map.of(),
        Map.of(),
        repository(questions.repository()));
  }

  /** One release was tagged; no remote is known but where the example is about one left alone. */
  private RepositoryAnswers repository(RepositoryQuestions questions) {
    Map<String, Observation<Optional<Commit>>> tags = new LinkedHashMap<>();
    Commit release =
        new Commit(
            "4f2a9c1".repeat(6).substring(0, 40),
            "ana",
            "ana@shop.example",
            Instant.parse("2026-01-20T09:00:00Z"),
            "Release",
            List.of(),
            new TreeSet<>());
    for (String tag : questions.tags()) {
      tags.put(
          tag,
          example.said("evidence").filter("shallow clone"::equals).isPresent()
              ? Observation.unknown(
                  "the clone is shallow, so its history is cut off",
                  "Fetch all of it (git fetch --unshallow).")
              : Observation.known(Optional.of(release).filter(any -> tag.equals("v1.0.0"))));
    }
    return new RepositoryAnswers(
        Map.of(),
        RepositoryAnswers.NONE.missing(),
        tags,
        isLeftAlone()
            ? Observation.known(Map.of("feature/checkout", "is another commit at origin"))
            : Observation.unknown(
                "this repository has no remote",
                "Add one (git remote add origin URL), and fetch it."),
        Observation.known(List.of()));
  }

  private boolean isLeftAlone() {
    return example.said("evidence").filter("left alone"::equals).isPresent();
  }

  Worktree worktree() {
    return new Worktree(
        ".",
        true,
        true,
        Optional.of("feature/checkout"),
        Optional.of(id("2")),
        Optional.empty(),
        false,
        Observation.known(
            new Worktree.Changes(isLeftAlone() ? 2 : 0, isLeftAlone() ? 1 : 0, Optional.empty())));
  }

  private Counts counts(CountQuestions questions) {
    Map<BranchesQuestion, Observation<BranchesAnswer>> branches = new LinkedHashMap<>();
    boolean one = example.said("evidence").filter("one branch"::equals).isPresent();
    for (BranchesQuestion question : questions.branches()) {
      branches.put(
          question,
          one
              ? Observation.unknown(
                  "only the branch 'main' of origin was fetched, and there may be others",
                  "Fetch all of them (git fetch origin).")
              : Observation.known(new BranchesAnswer(count(question), List.of())));
    }
    Map<FilesQuestion, Observation<FilesAnswer>> files = new LinkedHashMap<>();
    questions.files().forEach(question -> files.put(question, Observation.known(files(question))));
    return new Counts(branches, files);
  }

  private static long count(BranchesQuestion question) {
    return BRANCHES.entrySet().stream()
        .filter(
            branch ->
                question
                    .naming()
                    .filter(pattern -> !new NamePattern(pattern).matches(branch.getKey()))
                    .isEmpty())
        .map(branch -> Instant.parse(branch.getValue() + "T09:00:00Z"))
        .filter(time -> question.since().filter(time::isBefore).isEmpty())
        .count();
  }

  private static FilesAnswer files(FilesQuestion question) {
    Map<String, String> found = new TreeMap<>(FILES);
    found.keySet().removeIf(file -> !question.paths().orElseThrow().matches(file));
    String text = String.join("", found.values());
    return new FilesAnswer(
        found.size(),
        List.copyOf(found.keySet()),
        Observation.known(text.lines().count()),
        Observation.known((long) text.length()),
        Observation.known((long) text.length()),
        LOG.stream()
            .filter(commit -> commit.files().stream().anyMatch(found::containsKey))
            .reduce((before, after) -> after)
            .map(commit -> Observation.known(commit.commit()))
            .orElseGet(() -> Observation.unknown("no commit changed it", "Commit it.")),
        id("0"));
  }

  private static Map<CommitsQuestion, Observation<CommitsAnswer>> commits(GitQuestions questions) {
    Map<CommitsQuestion, Observation<CommitsAnswer>> commits = new LinkedHashMap<>();
    for (CommitsQuestion question : questions.commits()) {
      commits.put(
          question,
          question.branch().isPresent()
              ? Observation.unknown(
                  "the branch '" + question.branch().get() + "' was found nowhere",
                  "Fetch it, or correct the branch in the plan.")
              : Observation.known(answer(question)));
    }
    return commits;
  }

  private static CommitsAnswer answer(CommitsQuestion question) {
    List<Logged> found =
        LOG.stream()
            .filter(c -> question.since().filter(c.time()::isBefore).isEmpty())
            .filter(c -> question.until().filter(end -> !c.time().isBefore(end)).isEmpty())
            .filter(
                c ->
                    question
                        .message()
                        .filter(m -> !new NamePattern(m).matches(c.message()))
                        .isEmpty())
            .filter(
                c ->
                    question.authors().isEmpty()
                        || question.authors().contains(c.author() + "@shop.example"))
            .toList();
    return new CommitsAnswer(
        found.size(),
        found.stream().flatMap(c -> c.files().stream()).distinct().count(),
        found.stream().mapToLong(Logged::added).sum(),
        found.stream().mapToLong(Logged::deleted).sum(),
        found.stream().limit(1).map(Logged::commit).toList());
  }

  /** A commit behind the checked-out one. */
  record Logged(
      String day, String author, String message, List<String> files, long added, long deleted) {
    Instant time() {
      return Instant.parse(day + "T09:00:00Z");
    }

    Commit commit() {
      return new Commit(
          id(day.substring(9)),
          author,
          author + "@shop.example",
          time(),
          message,
          List.of(),
          new TreeSet<>(files));
    }
  }

  private static PathAnswer path(PathQuestion question) {
    PathPattern pattern = PathPattern.of(question.file());
    Map<String, String> found = new TreeMap<>(FILES);
    found.keySet().removeIf(file -> !pattern.matches(file));
    TreeSet<String> containing = new TreeSet<>(found.keySet());
    Map<String, List<String>> lacking = new TreeMap<>();
    found.forEach(
        (file, content) ->
            lacking.put(
                file, question.texts().stream().filter(t -> !content.contains(t)).toList()));
    lacking.values().removeIf(List::isEmpty);
    containing.removeAll(lacking.keySet());
    Map<String, SortedSet<String>> versions =
        containing.contains("pom.xml")
            ? Map.of("pom.xml", new TreeSet<>(List.of("1.0.2")))
            : Map.of();
    return new PathAnswer(new TreeSet<>(found.keySet()), containing, lacking, versions, id("0"));
  }

  static Commit commit(String digit, String author, String path, List<Commit.Trailer> trailers) {
    return new Commit(
        id(digit),
        author,
        author + "@shop.example",
        COMMITTED,
        "Change " + path,
        trailers,
        new TreeSet<>(List.of(path)));
  }

  static String id(String digit) {
    return (digit + "1b2c3d").substring(0, 7) + "0".repeat(33);
  }
}
