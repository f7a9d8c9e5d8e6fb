import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A clone of a real repository with a plan for its live branches; the real one is only read. */
final class RealRepository {

  private static final String PLACE = "coord-benchmark";

  private RealRepository() {}

  static Repository cloned(Bench bench, Path source) {
    Path directory = bench.work.resolve("repositories/real");
    Git outer = new Git(bench, bench.directory("repositories"));
    Git git = new Git(bench, directory);
    String name = source.getFileName().toString();
    if (Files.exists(directory.resolve(PLACE).resolve("coord.yml"))) {
      return repository(git, name);
    }
    Progress.say("cloning " + source);
    Trees.delete(directory);
    outer.run("clone", "-q", "--no-hardlinks", source.toString(), directory.toString());
    // Of a clone, also the branches that it knows of its own remote.
    git.tried("fetch", "-q", "origin", "+refs/remotes/origin/*:refs/remotes/origin/*");
    String head = git.run("rev-parse", "--abbrev-ref", "HEAD");
    if (head.equals("HEAD")) {
      head = "integration";
      git.run("checkout", "-q", "-b", head);
    }
    Trees.write(directory.resolve(PLACE).resolve("coord.yml"), plan(bench, git, head));
    String time = git.run("log", "-1", "--format=%ct") + " +0000";
    git.run("add", "-f", PLACE);
    bench
        .shell
        .run(
            directory,
            withTime(git, time),
            List.of("git", "commit", "-q", "--no-verify", "-m", "Plan the work"))
        .orFail("git commit");
    return repository(git, name);
  }

  private static Map<String, String> withTime(Git git, String time) {
    Map<String, String> environment = git.environment();
    environment.put("GIT_AUTHOR_DATE", time);
    environment.put("GIT_COMMITTER_DATE", time);
    return environment;
  }

  private static Repository repository(Git git, String name) {
    long branches =
        Trees.read(git.directory().resolve(PLACE).resolve("coord.yml"))
            .lines()
            .filter(line -> line.startsWith("    branch: "))
            .count();
    return new Repository(
        name,
        git.directory(),
        git.directory().resolve(PLACE),
        git.run("rev-parse", "--abbrev-ref", "HEAD"),
        LocalDate.now(ZoneOffset.UTC).toString(),
        git.description(branches + " live branches in the plan"));
  }

  /** The branches of the remote that are not in HEAD, the latest first. */
  static List<String> live(Git git, int most) {
    return git.run(
            "for-each-ref",
            "--sort=-committerdate",
            "--no-merged=HEAD",
            "--format=%(refname:lstrip=3)",
            "refs/remotes/origin")
        .lines()
        .filter(branch -> !branch.equals("HEAD") && !branch.isBlank())
        .limit(most)
        .toList();
  }

  private static String plan(Bench bench, Git git, String integration) {
    StringBuilder text = new StringBuilder();
    text.append("coord: 1\n\nproject:\n  name: Real\n  integration_branch: \"");
    text.append(integration).append("\"\n\nworkstreams:");
    List<String> live =
        live(git, bench.options.branches()).stream()
            .filter(branch -> !branch.equals(integration))
            .toList();
    text.append(live.isEmpty() ? " []\n" : "\n");
    int number = 0;
    for (String branch : live) {
      text.append("  - id: stream-").append(number);
      text.append("\n    branch: \"").append(branch).append("\"\n    status: doing\n");
      text.append("    owns: [\"/").append(top(git, branch)).append("\"]\n");
      text.append("    tasks: [\"[x] T").append(number).append(".1: Begin\", \"[ ] T");
      text.append(number++).append(".2: End\"]\n");
    }
    text.append("\ngates:\n  - ownership: {}\n  - path: {file: \"**/*.orig\", absent: true}\n");
    return text.append("  - tasks: {done: \">= 10%\"}\n").toString();
  }

  /** The first directory or file that a branch changes. */
  private static String top(Git git, String branch) {
    return git
        .tried("diff", "--name-only", "--no-renames", "-z", "HEAD...refs/remotes/origin/" + branch)
        .output()
        .lines()
        .flatMap(line -> line.lines())
        .findFirst()
        .map(line -> line.split("\u0000")[0].split("/")[0])
        .filter(top -> top.matches("[A-Za-z0-9._ -]+"))
        .orElse("src");
  }
}
