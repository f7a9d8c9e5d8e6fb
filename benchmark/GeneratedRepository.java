import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Makes a repository with {@code git fast-import}, with a plan and with reports of tests. */
final class GeneratedRepository {

  private GeneratedRepository() {}

  static Repository of(Bench bench, String name, HistorySize size) {
    return of(bench, name, size, new GeneratedPlan(size));
  }

  static Repository of(Bench bench, String name, HistorySize size, GeneratedPlan plan) {
    Path directory = bench.work.resolve("repositories").resolve(name);
    Path stamp = bench.work.resolve("repositories").resolve(name + ".stamp");
    String wanted = size + " " + plan;
    Git git = new Git(bench, directory);
    if (!Trees.read(stamp).equals(wanted)) {
      Progress.say("generating " + name + ": " + size);
      Trees.delete(directory);
      bench.directory("repositories/" + name);
      git.run("init", "-q", "-b", "main");
      imported(git, size, plan);
      git.run("repack", "-a", "-d", "-q");
      git.run("reset", "-q", "--hard", "main");
      plan.reports(directory);
      Trees.write(stamp, wanted);
    }
    return new Repository(
        name,
        directory,
        directory,
        "main",
        GeneratedPlan.TODAY,
        git.description(size.branches() + " live branches"));
  }

  private static void imported(Git git, HistorySize size, GeneratedPlan plan) {
    ProcessBuilder builder =
        new ProcessBuilder("git", "fast-import", "--quiet", "--force", "--date-format=raw")
            .directory(git.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(git.directory().resolveSibling("import.log").toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(git.environment());
    try {
      Process process = builder.start();
      try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
        new GeneratedHistory(size, plan, out).write();
      }
      if (process.waitFor() != 0) {
        throw new Shell.FailedException(
            "git fast-import: " + Trees.read(git.directory().resolveSibling("import.log")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    git.tried("update-ref", "-d", GeneratedHistory.SIDE);
  }
}
