package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Worktree.Changes;
import dev.coord.testing.HeadFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A real repository, made by the git of this machine without its configuration. */
final class TestRepository {

  private static final long BEGIN = 1_700_000_000L;
  private static final long STEP = 60;

  private final Path directory;
  private long clock = BEGIN;
  private String author = "Ana <ana@example.org>";

  private TestRepository(Path directory) {
    this.directory = directory;
  }

  /** A new repository on branch {@code main}, without a commit. */
  static TestRepository init(Path directory, String... options) {
    TestRepository repository = at(directory);
    List<String> command = new ArrayList<>(List.of("init", "-q", "-b", "main"));
    command.addAll(Arrays.asList(options));
    repository.git(command.toArray(String[]::new));
    return repository;
  }

  /** A repository that is there, or will be. */
  static TestRepository at(Path directory) {
    try {
      return new TestRepository(Files.createDirectories(directory).toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return directory;
  }

  /** Who commits from now on, as {@code Name <address>}. */
  TestRepository as(String nameAndAddress) {
    author = nameAndAddress;
    return this;
  }

  TestRepository write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  TestRepository write(String path, byte[] content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds everything and commits it; returns the id. */
  String commit(String message) {
    git("add", "--all");
    git("commit", "-q", "--allow-empty", "--cleanup=verbatim", "-m", message);
    return head();
  }

  /** Writes a file and commits it. */
  String commit(String path, String text) {
    return write(path, text).commit("Change " + path);
  }

  /** Makes the last commit again with another time of its committer; returns the id. */
  String redate(long time) {
    String commit = git("cat-file", "commit", "HEAD") + "\n";
    String redated = commit.replaceFirst("(?m)^(committer .*>) [0-9]+ ", "$1 " + time + " ");
    git("reset", "-q", "--hard", object("commit", redated.getBytes(StandardCharsets.UTF_8)));
    return head();
  }

  TestRepository startBranch(String name) {
    git("checkout", "-q", "-b", name);
    return this;
  }

  TestRepository checkout(String name) {
    git("checkout", "-q", name);
    return this;
  }

  /** Merges a branch with a merge commit and git's own message; returns the merge's id. */
  String merge(String branch) {
    git("merge", "-q", "--no-ff", "--no-edit", branch);
    return head();
  }

  private String head() {
    return HeadFile.commit(directory).orElseGet(() -> git("rev-parse", "HEAD"));
  }

  /** Runs git and returns what it printed, without the line's end. */
  String git(String... arguments) {
    return gitWithInput(new byte[0], arguments);
  }

  String gitWithInput(byte[] input, String... arguments) {
    Ran ran = run(input, arguments);
    assertThat(ran.exit()).as("git %s%n%s", List.of(arguments), ran.errors()).isZero();
    return ran.output();
  }

  /** Runs git where it stops with an error, such as on a conflict; returns what it said of that. */
  String stopped(String... arguments) {
    Ran ran = run(new byte[0], arguments);
    assertThat(ran.exit()).as("git %s%n%s", List.of(arguments), ran.output()).isNotZero();
    return ran.errors();
  }

  private record Ran(int exit, String output, String errors) {}

  private Ran run(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=off"));
    command.addAll(Arrays.asList(arguments));
    try {
      Path errors = Files.createTempFile("git", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
      isolate(builder.environment());
      Process process = builder.start();
      process.getOutputStream().write(input);
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      String said = Files.readString(errors);
      Files.delete(errors);
      return new Ran(exit, output.stripTrailing(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void isolate(Map<String, String> environment) {
    String path = environment.get("PATH");
    String name = author.substring(0, author.indexOf('<')).strip();
    String email = author.substring(author.indexOf('<') + 1, author.indexOf('>'));
    environment.clear();
    environment.put("PATH", path);
    environment.put("HOME", directory.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    // No hooks to try, which are many files.
    environment.put("GIT_TEMPLATE_DIR", "");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_AUTHOR_NAME", name);
    environment.put("GIT_AUTHOR_EMAIL", email);
    environment.put("GIT_COMMITTER_NAME", name);
    environment.put("GIT_COMMITTER_EMAIL", email);
    clock += STEP;
    environment.put("GIT_AUTHOR_DATE", "@" + clock + " +0000");
    environment.put("GIT_COMMITTER_DATE", "@" + clock + " +0000");
    environment.put("GIT_ALLOW_PROTOCOL", "file");
    // No second process after each commit, to see whether there is anything to tidy up.
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "maintenance.auto");
    environment.put("GIT_CONFIG_VALUE_0", "false");
  }

  /** Like a clone that was just made: nothing is noted of how its branches moved. */
  void forgetReflogs() {
    try (Stream<Path> logs = Files.walk(directory.resolve(".git/logs"))) {
      logs.sorted(Comparator.reverseOrder()).forEach(TestRepository::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an object as it is, however broken, and returns its id. */
  String object(String type, byte[] content) {
    return gitWithInput(content, "hash-object", "-t", type, "-w", "--stdin", "--literally");
  }

  /** A tree object's entry. */
  static byte[] treeEntry(String mode, String name, String id) {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    entry.writeBytes((mode + " ").getBytes(StandardCharsets.US_ASCII));
    entry.writeBytes(PathNames.encode(name));
    entry.write(0);
    entry.writeBytes(HexFormat.of().parseHex(id));
    return entry.toByteArray();
  }

  /** Opens it with what is tested. */
  GitRepository open() {
    return GitRepository.open(directory).optional().orElseThrow();
  }

  /** Asks what is tested. */
  GitEvidence observe(GitQuestions questions) {
    try (GitRepository repository = open()) {
      return repository.observe(questions).optional().orElseThrow();
    }
  }

  /** What a branch changes against {@code main}. */
  BranchDelta delta(String branch) {
    return delta(branch(branch));
  }

  BranchDelta delta(BranchQuestion question) {
    return evidence(question).delta().optional().orElseThrow();
  }

  /** What is counted as not committed in the worktree. */
  Changes changes() {
    try (GitRepository opened = open()) {
      return opened
          .worktrees(Set.of(), List.of())
          .worktrees()
          .get(0)
          .changes()
          .optional()
          .orElseThrow();
    }
  }

  BranchEvidence evidence(BranchQuestion question) {
    return observe(branches(question)).branches().get(question.name());
  }

  static GitQuestions branches(BranchQuestion... questions) {
    return GitQuestions.builder().branches(List.of(questions)).build();
  }

  /** Asks of branches, and what they would conflict with. */
  static GitQuestions forecast(List<BranchQuestion> branches, ForecastQuestion forecast) {
    return GitQuestions.builder().branches(branches).forecast(forecast).build();
  }

  /** The first-parent line of a branch, as far back as something says that it began. */
  Observation<BranchLine> line(String branch, Optional<Instant> since) {
    GitQuestions questions =
        GitQuestions.builder().lines(List.of(new BranchLine.Question(branch, since))).build();
    return observe(questions).lines().get(branch);
  }

  static GitQuestions merges(MergeQuestion... questions) {
    return GitQuestions.builder().merges(List.of(questions)).build();
  }

  static GitQuestions paths(PathQuestion... questions) {
    return GitQuestions.builder().paths(List.of(questions)).build();
  }

  /** A branch compared with {@code main}. */
  static BranchQuestion branch(String name, String... authors) {
    return new BranchQuestion(name, Optional.empty(), "main", Set.of(authors), false);
  }
}
