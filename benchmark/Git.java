import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The git of this machine in one repository, without anybody's configuration.
 *
 * @param bench the place of the work
 * @param directory the repository
 */
record Git(Bench bench, Path directory) {

  Map<String, String> environment() {
    Map<String, String> environment = Shell.environment(bench.home());
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "Benchmark");
      environment.put("GIT_" + who + "_EMAIL", "benchmark@coord.example");
    }
    return environment;
  }

  /** Runs a command of git; its output, without the last line's end. */
  String run(String... arguments) {
    return tried(arguments).orFail("git " + String.join(" ", arguments)).output().strip();
  }

  Shell.Ran tried(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return bench.shell.run(directory, environment(), command);
  }

  /** How large the repository is. */
  String description(String branches) {
    return run("rev-list", "--count", "HEAD")
        + " commits, "
        + run("ls-tree", "-r", "--name-only", "HEAD").lines().count()
        + " files, "
        + branches;
  }
}
