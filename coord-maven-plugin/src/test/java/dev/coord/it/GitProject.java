package dev.coord.it;

import dev.coord.testing.HeadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real repository, made by git, with fixed authors.
 *
 * <p>The first commit is ten days old and each that follows an hour younger, so reports that are
 * written now are fresh.
 */
public final class GitProject {

  private static final Duration STEP = Duration.ofHours(1);

  private final Path directory;
  private Instant clock;
  private String author = "Ana";
  private String email = "ana@team.example";

  private GitProject(Path directory, Instant clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** A new repository on the branch {@code main}, without a commit. */
  public static GitProject in(Path directory) {
    GitProject project = without(directory);
    project.git("init", "-q", "-b", "main");
    return project;
  }

  /** A directory that is no repository. */
  public static GitProject without(Path directory) {
    try {
      Files.createDirectories(directory);
      Instant start = Instant.now().minus(Duration.ofDays(10));
      return new GitProject(directory.toRealPath(), start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another directory with a work tree of git. */
  public GitProject at(Path other) {
    GitProject project = new GitProject(other, clock);
    project.author = author;
    project.email = email;
    return project;
  }

  public Path directory() {
    return directory;
  }

  public Path path(String path) {
    return directory.resolve(path);
  }

  /** Who makes the commits that follow. */
  public GitProject as(String name, String address) {
    author = name;
    email = address;
    return this;
  }

  /** When the next commit would be made. */
  public Instant now() {
    return clock;
  }

  /** When the next commit is made. */
  public GitProject on(Instant time) {
    clock = time;
    return this;
  }

  public GitProject file(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files as a build has left them an hour ago. */
  public GitProject aged(String... paths) {
    for (String path : paths) {
      try {
        Files.setLastModifiedTime(
            path(path), FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  public GitProject append(String path, String text) {
    try {
      Files.writeString(directory.resolve(path), text, StandardOpenOption.APPEND);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text that must be there. */
  public GitProject edit(String path, String text, String by) {
    try {
      Path file = directory.resolve(path);
      String before = Files.readString(file);
      if (!before.contains(text)) {
        throw new IllegalArgumentException(path + " does not contain: " + text);
      }
      Files.writeString(file, before.replace(text, by));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public GitProject delete(String path) {
    try {
      Files.delete(directory.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything, and gives the commit's id. */
  public String commit(String message) {
    git("add", "--all");
    git("commit", "-q", "--allow-empty", "-m", message);
    return head();
  }

  public GitProject branch(String name) {
    git("checkout", "-q", "-b", name);
    return this;
  }

  public GitProject checkout(String name) {
    git("checkout", "-q", name);
    return this;
  }

  /** Merges a branch with a merge commit, and gives its id. */
  public String merge(String branch) {
    git("merge", "-q", "--no-ff", "-m", "Merge branch '" + branch + "'", branch);
    return head();
  }

  /** A linked worktree of a new branch. */
  public GitProject worktree(Path other, String branch) {
    git("worktree", "add", "-q", "-b", branch, other.toString());
    return at(other);
  }

  private String head() {
    return HeadFile.commit(directory).orElseGet(() -> git("rev-parse", "HEAD"));
  }

  /** Runs git, and gives what it prints. */
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    // No hooks to try, which are many files.
    environment.put("GIT_TEMPLATE_DIR", "");
    // No second process after each commit, to see whether there is anything to tidy up.
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "maintenance.auto");
    environment.put("GIT_CONFIG_VALUE_0", "false");
    String time = clock.getEpochSecond() + " +0000";
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", author);
      environment.put("GIT_" + role + "_EMAIL", email);
      environment.put("GIT_" + role + "_DATE", time);
    }
    if (List.of("commit", "merge", "rebase").contains(arguments[0])) {
      clock = clock.plus(STEP);
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
