package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static dev.coord.evidence.git.TestRepository.branches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.testing.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a JVM of its own, since JGit looks at a home directory once in its life. */
class OfflineTest {

  @TempDir Path directory;

  /** What the other JVM does: everything, as in a build. */
  public static final class Look {
    public static void main(String[] arguments) {
      try (GitRepository repository =
          GitRepository.open(Path.of(arguments[0])).optional().orElseThrow()) {
        BranchQuestion dirty = new BranchQuestion("main", Optional.empty(), "main", Set.of(), true);
        boolean known =
            repository.observe(branches(branch("work"), dirty)).optional().stream()
                .flatMap(evidence -> evidence.branches().values().stream())
                .allMatch(answer -> answer.delta().isKnown());
        if (!known || !repository.workTree().endsWith("repository")) {
          throw new IllegalStateException("not all is known of " + repository.workTree());
        }
      }
    }
  }

  @Test
  void nothing_is_written_no_git_is_started_and_the_environment_does_not_count()
      throws IOException, InterruptedException {
    TestRepository made = TestRepository.init(directory.resolve("repository"));
    made.commit("file", "x\n");
    made.startBranch("work").commit("file", "y\n");
    made.checkout("main").write("file", "dirty\n");
    TestRepository other = TestRepository.init(directory.resolve("other"));
    other.commit("file", "x\n");
    Path home = Files.createDirectories(directory.resolve("home"));
    Path programs = Files.createDirectories(directory.resolve("programs"));
    Path started = directory.resolve("started");
    for (String program : List.of("git", "bash", "sh", "uname", "cygpath")) {
      Path script = programs.resolve(program);
      Files.writeString(script, "#!/bin/sh\necho " + program + " >> " + started + "\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    SortedMap<String, String> before = Snapshot.of(made.directory());

    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Look.class.getName(),
            made.directory().toString());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("PATH", programs.toString());
    environment.put("GIT_DIR", other.directory().resolve(".git").toString());
    environment.put("GIT_WORK_TREE", other.directory().toString());
    environment.put("GIT_OBJECT_DIRECTORY", directory.resolve("nowhere").toString());
    environment.put("GIT_INDEX_FILE", directory.resolve("no-index").toString());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(Snapshot.of(home)).isEmpty();
    assertThat(started).doesNotExist();
    assertThat(Snapshot.of(made.directory())).isEqualTo(before);
  }
}
